import { Router } from 'express';
import type { Account } from '../account.ts';
import type { Ticket } from '../model.ts';
import { admins } from './caller.ts';
import { ApiError, errorList } from './errors.ts';
import { limitPerMinute } from './limit-per-minute.ts';
import { param } from './paginate.ts';
import { presentComment, presentTicket, presentUser } from './present.ts';

/** https://developer.zendesk.com/api-reference/ticketing/ticket-management/incremental_exports/ */
const MAX_PER_PAGE = 1000;

export function incrementalRouter(account: Account): Router {
  const router = Router();
  const most = () => account.switches.exportsPerMinute;
  const description = 'Incremental export limit';
  router.use('/incremental', limitPerMinute(account, { most, description }));
  cursorRoute(router, account);
  timeRoute(router, account);
  eventsRoute(router, account);
  return router;
}

function cursorRoute(router: Router, account: Account): void {
  router.get('/incremental/tickets/cursor', admins, (req, res) => {
    const cursor = param(req, 'cursor');
    const position = cursor
      ? readCursor(cursor)
      : { time: startTime(account, param(req, 'start_time')), id: 0 };
    const perPage = Math.min(MAX_PER_PAGE, Number(param(req, 'per_page') ?? MAX_PER_PAGE));
    const due = changed(account).filter(
      (ticket) =>
        ticket.generated_timestamp > position.time ||
        (ticket.generated_timestamp === position.time && ticket.id > position.id),
    );
    const page = due.slice(0, perPage);
    const last = page.at(-1);
    const next = writeCursor(last ? { time: last.generated_timestamp, id: last.id } : position);
    const after = new URL(`/api/v2/incremental/tickets/cursor.json?cursor=${next}`, account.url);
    res.json({
      tickets: page.map((ticket) => presentTicket(account, ticket)),
      ...sideLoads(account, page, param(req, 'include')),
      after_url: after.toString(),
      after_cursor: next,
      before_url: null,
      before_cursor: null,
      end_of_stream: due.length <= perPage,
    });
  });
}

function timeRoute(router: Router, account: Account): void {
  router.get('/incremental/tickets', admins, (req, res) => {
    const from = startTime(account, param(req, 'start_time'));
    const due = changed(account).filter((ticket) => ticket.generated_timestamp >= from);
    const page = due.slice(0, MAX_PER_PAGE);
    const end = page.at(-1)?.generated_timestamp ?? null;
    res.json({
      tickets: page.map((ticket) => presentTicket(account, ticket)),
      ...sideLoads(account, page, param(req, 'include')),
      next_page: end && `${account.url}/api/v2/incremental/tickets.json?start_time=${end}`,
      end_time: end,
      count: page.length,
      end_of_stream: due.length <= MAX_PER_PAGE,
    });
  });
}

function eventsRoute(router: Router, account: Account): void {
  router.get('/incremental/ticket_events', admins, (req, res) => {
    const from = startTime(account, param(req, 'start_time'));
    const withComments = (param(req, 'include') ?? '').includes('comment_events');
    const events = changed(account)
      .flatMap((ticket) => account.store.audits(ticket.id))
      .filter((audit) => Date.parse(audit.created_at) / 1000 >= from)
      .map((audit) => ({
        id: audit.id,
        ticket_id: audit.ticket_id,
        created_at: audit.created_at,
        timestamp: Date.parse(audit.created_at) / 1000,
        updater_id: audit.author_id,
        via: audit.via.channel,
        event_type: 'Audit',
        child_events: audit.events
          .filter((event) => withComments || event.type !== 'Comment')
          .map(({ type, ...event }) => ({ ...event, event_type: type })),
      }))
      .sort((a, b) => a.timestamp - b.timestamp);
    const end = events.at(-1)?.timestamp ?? null;
    const next = end && `${account.url}/api/v2/incremental/ticket_events.json?start_time=${end}`;
    res.json({
      ticket_events: events,
      next_page: next,
      end_time: end,
      count: events.length,
      end_of_stream: true,
    });
  });
}

/** Tickets in the order of the export, without the newest seconds (a switch). */
function changed(account: Account): Ticket[] {
  const newest = account.clock.now() / 1000 - account.switches.incrementalLagSeconds;
  return [...account.store.tickets.values()]
    .filter((ticket) => ticket.generated_timestamp <= newest)
    .sort((a, b) => a.generated_timestamp - b.generated_timestamp || a.id - b.id);
}

/** Unix seconds; must lie further back than what the export leaves out. */
function startTime(account: Account, given: string | undefined): number {
  const seconds = Number(given ?? Number.NaN);
  if (!Number.isFinite(seconds)) {
    throw new ApiError(400, { error: 'InvalidParameter', description: 'start_time is required' });
  }
  if (seconds > account.clock.now() / 1000 - account.switches.incrementalLagSeconds) {
    const description = 'Too recent start_time. Use a start_time older than 60 seconds';
    throw new ApiError(422, { error: 'StartTimeTooRecent', description });
  }
  return seconds;
}

function sideLoads(account: Account, tickets: Ticket[], include: string | undefined) {
  const wanted = (include ?? '').split(',');
  const users = new Set(
    tickets.flatMap(({ requester_id, assignee_id }) => [requester_id, assignee_id ?? 0]),
  );
  return {
    ...(wanted.includes('users') && {
      users: [...users]
        .flatMap((id) => account.store.users.get(id) ?? [])
        .map((user) => presentUser(account, user)),
    }),
    ...(wanted.includes('last_comments') && {
      last_comments: tickets
        .flatMap(({ id }) => account.store.comments(id).at(-1) ?? [])
        .map((comment) => presentComment(account, comment)),
    }),
  };
}

function writeCursor(position: { time: number; id: number }): string {
  return Buffer.from(`${position.time}|${position.id}`).toString('base64url');
}

/** A cursor that is none is refused as on any other page; the code of this export is UNVERIFIED. */
function readCursor(cursor: string): { time: number; id: number } {
  const parts = /^(-?[\d.]+)\|(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString());
  if (!parts) throw errorList(400, 'InvalidPaginationParameter', 'cursor is not valid');
  return { time: Number(parts[1]), id: Number(parts[2]) };
}
