import type { Queryable } from '../db/database.ts';
import type { ZendeskCalls } from '../zendesk/client.ts';
import type { ChangedTicket } from '../zendesk/schemas.ts';
import type { ChangedTickets } from '../zendesk/ticket-calls.ts';
import { ZendeskError, isNotFound } from '../zendesk/zendesk-error.ts';
import { readKnownTickets, wasTold } from './known-tickets.ts';
import type { KnownTicket } from './known-tickets.ts';
import { firstLook, isOverlooked, unhandledComment } from './look.ts';
import type { Gate } from './gate.ts';
import type { Sweep } from './sweep-leases.ts';
import type { SweepStore } from './sweep-store.ts';

/** The export leaves out its newest minute: https://developer.zendesk.com/documentation/ticketing/managing-tickets/using-the-incremental-export-api/ */
export const EXPORT_LAG_MS = 60_000;

/** Ours and Zendesk's; a sweep looks back further by as much. */
const CLOCKS_APART_MS = 30_000;

/** Zendesk allows ten exports a minute to all integrations of an account: half of them are ours at most. */
const PAGES_PER_SWEEP = 5;
/** So few that a page is done, and its place kept, before the lease runs out or the limit runs low. */
const TICKETS_PER_PAGE = 100;

/** Other shops wait for their place; and the lease, which each page renews, lasts ten times as long. */
const LONGEST_SWEEP_MS = 30_000;

/** Notes of agents come in rows; a page of this many nearly always holds a public comment. */
const COMMENTS_LOOKED_AT = 20;

export interface SweepPorts {
  db: Queryable;
  store: Pick<SweepStore, 'keepPlace' | 'found' | 'overlooked' | 'noticed'>;
  zendesk: Pick<ZendeskCalls, 'changedTickets' | 'newestComments'>;
  gate: Pick<Gate, 'isRead' | 'admits'>;
  now: () => number;
  /** Told of every call to Zendesk before it is made. */
  onCall: () => void;
  onFound: (ticketId: string, about: string) => void;
  /** Tickets whose comments were read already, by their last change: a sweep that was cut short repeats its page. */
  seen: Map<string, string>;
  isStopped: () => boolean;
}

/** `swept`: up to the end of the export. `more`: there is more for the next time. `lost`: another process has it. */
export type SweepResult = 'swept' | 'more' | 'lost';

/** Looks at what changed in a tenant's account since the last time, page by page; throws what the Zendesk client throws. */
export async function sweepTenant(ports: SweepPorts, sweep: Sweep): Promise<SweepResult> {
  const until = ports.now() + LONGEST_SWEEP_MS;
  let { cursor } = sweep;
  for (let pages = 0; pages < PAGES_PER_SWEEP; pages += 1) {
    const page = await nextPage(ports, sweep, cursor);
    if (!(await lookAt(ports, sweep, page.tickets, until))) return 'more';
    cursor = page.cursor;
    if (!(await ports.store.keepPlace(sweep, cursor))) return 'lost';
    ports.seen.clear();
    if (page.isAtEnd) return 'swept';
    if (ports.now() >= until) return 'more';
  }
  return 'more';
}

/** A cursor that Zendesk does not know any more is no loss: the time of the last sweep is as good. */
async function nextPage(
  { zendesk, now, onCall }: SweepPorts,
  { sweptAt }: Sweep,
  cursor: string | undefined,
): Promise<ChangedTickets> {
  // Zendesk refuses a time within the minute it leaves out.
  const newest = now() - EXPORT_LAG_MS;
  const start = Math.floor((Math.min(sweptAt, newest) - CLOCKS_APART_MS) / 1000);
  onCall();
  if (cursor === undefined) {
    return zendesk.changedTickets({ startTime: start }, TICKETS_PER_PAGE);
  }
  try {
    return await zendesk.changedTickets({ cursor }, TICKETS_PER_PAGE);
  } catch (error) {
    if (!isUnknownCursor(error)) throw error;
    onCall();
    return zendesk.changedTickets({ startTime: start }, TICKETS_PER_PAGE);
  }
}

/** 400, 404, 410 or 422, whatever the body: Zendesk does not say how it refuses a cursor. */
function isUnknownCursor(error: unknown): boolean {
  return error instanceof ZendeskError && (error.code === 'invalid' || error.code === 'not_found');
}

/** Looks at every ticket of a page, one at least; false when it was told to stop, or took long, before the end. */
async function lookAt(
  ports: SweepPorts,
  sweep: Sweep,
  tickets: readonly ChangedTicket[],
  until: number,
): Promise<boolean> {
  const ids = tickets.map(({ id }) => id);
  const known = await readKnownTickets(ports.db, sweep.tenant, ids);
  const unseen = tickets.filter(({ id, updatedAt }) => ports.seen.get(id) !== updatedAt);
  for (const [index, ticket] of unseen.entries()) {
    if (ports.isStopped() || (index > 0 && ports.now() >= until)) return false;
    await lookAtOne(ports, sweep, ticket, known.get(ticket.id) ?? {});
    ports.seen.set(ticket.id, ticket.updatedAt);
  }
  return true;
}

async function lookAtOne(
  ports: SweepPorts,
  sweep: Sweep,
  ticket: ChangedTicket,
  known: KnownTicket,
): Promise<void> {
  const { store, gate } = ports;
  const look = firstLook(ticket, known);
  if (look === 'handled') return;
  if (look === 'retagged') {
    // An agent asked for it; on a ticket that was never ours only where the triggers let us have it.
    const isOurs = known.conversation !== undefined || (await gate.admits(ticket, known));
    return isOurs ? store.noticed(sweep.tenant, ticket.id) : undefined;
  }
  if (look === 'ending') return find(ports, sweep, ticket, `ending ${ticket.updatedAt}`);

  // Asked only when it matters; once it was, it saves the look at the comments.
  if (gate.isRead() && !(await gate.admits(ticket, known))) return;
  const missing = await missingComment(ports, sweep, ticket, known);
  if (!missing || !(await gate.admits(ticket, known))) return;
  if (missing.isTold) await store.overlooked(sweep.tenant, ticket.id, missing.id);
  else await find(ports, sweep, ticket, missing.id);
}

async function find(
  { store, onFound }: SweepPorts,
  { tenant }: Sweep,
  { id }: ChangedTicket,
  about: string,
): Promise<void> {
  const isNew = await store.found(tenant, id, about);
  if (isNew) onFound(id, about);
}

/** A comment that no turn has seen or will see, whether a webhook told of it or not; nothing when there is none. */
async function missingComment(
  ports: SweepPorts,
  sweep: Sweep,
  ticket: ChangedTicket,
  known: KnownTicket,
): Promise<{ id: string; isTold: boolean } | undefined> {
  const { tenant, sweptAt } = sweep;
  const comments = await readComments(ports, ticket.id);
  // Whole seconds, as Zendesk tells them.
  const since = Math.floor((sweptAt - CLOCKS_APART_MS) / 1000) * 1000;
  const comment = unhandledComment(comments, known.conversation, since);
  if (!comment) return undefined;
  const { id, createdAt } = comment;
  const told = { ticketId: ticket.id, comment, at: Date.parse(createdAt) };
  if (!(await wasTold(ports.db, tenant, told))) return { id, isTold: false };

  // The turn for it may have come since the page began.
  const now = (await readKnownTickets(ports.db, tenant, [ticket.id])).get(ticket.id)!;
  const isStillThere = unhandledComment(comments, now.conversation, since) !== undefined;
  return isStillThere && isOverlooked(now) ? { id, isTold: true } : undefined;
}

async function readComments({ zendesk, onCall }: SweepPorts, ticketId: string) {
  try {
    onCall();
    const page = await zendesk.newestComments(ticketId, COMMENTS_LOOKED_AT);
    if (!page.hasMore || page.comments.some(({ isPublic }) => isPublic)) return page.comments;
    onCall();
    return (await zendesk.newestComments(ticketId)).comments;
  } catch (error) {
    // Deleted since; the export keeps telling of it.
    if (isNotFound(error)) return [];
    throw error;
  }
}
