import { Router, type Response } from 'express';
import type { Account } from '../account.ts';
import type { Ticket } from '../model.ts';
import type { TicketInput } from '../tickets/ticket-input.ts';
import { canSee } from '../tickets/visibility.ts';
import { createTicket, updateTicket, type Written } from '../tickets/write-ticket.ts';
import { actorOf, agents, userOf } from './caller.ts';
import { invalidBase, notFound } from './errors.ts';
import { IdempotencyKeys } from './idempotency.ts';
import { paginate, param } from './paginate.ts';
import { presentTicket, presentUser } from './present.ts';
import { limitTicketUpdates } from './rate-limit.ts';
import { readBody } from './read-body.ts';

/** The ticket with this id; 404 when there is none, or when the caller may not see it. */
export function findTicket(account: Account, res: Response, id: unknown): Ticket {
  const ticket = account.store.tickets.get(Number(id));
  if (!ticket || !canSee(userOf(res), ticket)) throw notFound();
  return ticket;
}

/** https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/ */
export function ticketsRouter(account: Account): Router {
  const router = Router();
  router.use('/tickets', agents);
  readRoutes(router, account);
  writeRoutes(router, account);
  return router;
}

function readRoutes(router: Router, account: Account): void {
  const { store } = account;
  const show = (ticket: Ticket) => presentTicket(account, ticket);

  router.get('/tickets', (req, res) => {
    const wanted = param(req, 'external_id');
    const all = [...store.tickets.values()]
      .filter((ticket) => canSee(userOf(res), ticket))
      .filter((ticket) => !wanted || ticket.external_id === wanted);
    const { items, envelope } = paginate(account, req, all);
    res.json({ tickets: items.map(show), ...envelope });
  });

  router.get('/tickets/show_many', (req, res) => {
    const ids = (param(req, 'ids') ?? '').split(',').map(Number);
    const found = ids
      .flatMap((id) => store.tickets.get(id) ?? [])
      .filter((ticket) => canSee(userOf(res), ticket));
    res.json({
      tickets: found.map(show),
      next_page: null,
      previous_page: null,
      count: found.length,
    });
  });

  router.get('/tickets/:id', (req, res) => {
    const ticket = findTicket(account, res, req.params.id);
    res.json({ ticket: show(ticket), ...sideLoads(account, ticket, param(req, 'include')) });
  });
}

function writeRoutes(router: Router, account: Account): void {
  const keys = new IdempotencyKeys(account);
  const show = (ticket: Ticket) => presentTicket(account, ticket);
  const answer = (res: Response, status: number, { ticket, audit }: Written) =>
    res.status(status).json({ ticket: show(ticket), audit });

  router.post('/tickets', (req, res) => {
    const input = readBody<TicketInput>(req, 'ticket');
    const stored = keys.lookUp(req, res);
    if (stored) return void res.status(201).json(stored);
    if (!input.comment?.body && !input.comment?.html_body && !input.description) {
      throw invalidBase('Description: cannot be blank');
    }
    const written = createTicket(account, input, actorOf(res));
    keys.keep(req, { ticket: show(written.ticket), audit: written.audit });
    answer(res, 201, written);
  });

  router.put('/tickets/:id', limitTicketUpdates(account), (req, res) => {
    const input = knownInput(account, readBody<TicketInput>(req, 'ticket'));
    const ticket = findTicket(account, res, req.params['id']);
    answer(res, 200, updateTicket(account, ticket, input, actorOf(res)));
  });

  router.delete('/tickets/:id', (req, res) => {
    account.store.tickets.delete(findTicket(account, res, req.params.id).id);
    res.status(204).end();
  });
}

/** Documented for update_many only: `additional_tags` and `remove_tags` (a switch). */
function knownInput(account: Account, input: TicketInput): TicketInput {
  if (account.switches.additionalTagsOnPut) return input;
  const { additional_tags: _, remove_tags: __, ...known } = input;
  return known;
}

function sideLoads(account: Account, ticket: Ticket, include: string | undefined) {
  const wanted = (include ?? '').split(',');
  const { users, groups } = account.store;
  const people = [ticket.requester_id, ticket.submitter_id, ticket.assignee_id];
  return {
    ...(wanted.includes('users') && {
      users: [...new Set(people)]
        .flatMap((id) => users.get(id ?? 0) ?? [])
        .map((user) => presentUser(account, user)),
    }),
    ...(wanted.includes('groups') && {
      groups: [groups.get(ticket.group_id ?? 0)].filter(Boolean),
    }),
    ...(wanted.includes('comment_count') && {
      comment_count: account.store.comments(ticket.id).length,
    }),
  };
}
