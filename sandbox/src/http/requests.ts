import { Router } from 'express';
import type { Account } from '../account.ts';
import type { Ticket } from '../model.ts';
import type { TicketInput } from '../tickets/ticket-input.ts';
import { createTicket, updateTicket } from '../tickets/write-ticket.ts';
import { actorOf, userOf } from './caller.ts';
import { invalidBase, notFound } from './errors.ts';
import { paginate } from './paginate.ts';
import { presentComment } from './present.ts';
import { readBody } from './read-body.ts';

type RequestInput = Pick<TicketInput, 'subject' | 'comment' | 'via_followup_source_id'> & {
  solved?: boolean;
};

/** A ticket as its requester sees it: https://developer.zendesk.com/api-reference/ticketing/tickets/ticket-requests/ */
export function requestsRouter(account: Account): Router {
  const router = Router();
  listRoutes(router, account);
  singleRoutes(router, account);
  return router;
}

function listRoutes(router: Router, account: Account): void {
  const { store } = account;

  router.get('/requests', (req, res) => {
    const { id } = userOf(res);
    const own = [...store.tickets.values()].filter((ticket) => ticket.requester_id === id);
    const { items, envelope } = paginate(account, req, own.reverse());
    res.json({ requests: items.map((ticket) => show(account, ticket)), ...envelope });
  });

  router.post('/requests', (req, res) => {
    const { subject, comment, via_followup_source_id } = readBody<RequestInput>(req, 'request');
    if (!comment?.body) throw invalidBase('Description: cannot be blank');
    const followed = store.tickets.get(Number(via_followup_source_id));
    const input: TicketInput = {
      subject: subject ?? comment.body.slice(0, 80),
      comment: { ...comment, public: true },
      ...(followed?.requester_id === userOf(res).id && { via_followup_source_id: followed.id }),
    };
    const { ticket } = createTicket(account, input, actorOf(res));
    res.status(201).json({ request: show(account, ticket) });
  });
}

function singleRoutes(router: Router, account: Account): void {
  const { store } = account;

  router.get('/requests/:id', (req, res) => {
    res.json({ request: show(account, find(req.params.id, userOf(res).id)) });
  });

  router.put('/requests/:id', (req, res) => {
    const ticket = find(req.params.id, userOf(res).id);
    const { comment, solved } = readBody<RequestInput>(req, 'request');
    const input: TicketInput = {
      ...(comment && { comment: { ...comment, public: true } }),
      ...(solved === true && { status: 'solved' as const }),
    };
    const written = updateTicket(account, ticket, input, actorOf(res));
    res.json({ request: show(account, written.ticket) });
  });

  router.get('/requests/:id/comments', (req, res) => {
    const ticket = find(req.params.id, userOf(res).id);
    const all = store.comments(ticket.id).filter((comment) => comment.public);
    const { items, envelope } = paginate(account, req, all);
    const comments = items.map((comment) => {
      const { metadata: _, ...shown } = presentComment(account, comment);
      return { ...shown, request_id: ticket.id };
    });
    const ids = new Set(items.map((comment) => comment.author_id));
    const users = [...ids]
      .flatMap((id) => store.users.get(id) ?? [])
      .map(({ id, name, role }) => ({ id, name, agent: role !== 'end-user', photo: null }));
    res.json({ comments, users, ...envelope });
  });

  function find(id: string, userId: number): Ticket {
    const ticket = store.tickets.get(Number(id));
    if (!ticket || ticket.requester_id !== userId) throw notFound();
    return ticket;
  }
}

function show(account: Account, ticket: Ticket): Record<string, unknown> {
  const { id, subject, description, status, priority, type, created_at, updated_at } = ticket;
  const { requester_id, assignee_id, custom_status_id, via } = ticket;
  return {
    url: `${account.url}/api/v2/requests/${id}.json`,
    ...{ id, subject, description, status, priority, type, created_at, updated_at },
    ...{ requester_id, assignee_id, custom_status_id, via },
    followup_source_id: via.source.rel === 'follow_up' ? via.source.from['ticket_id'] : null,
    can_be_solved_by_me: assignee_id !== null && status !== 'closed',
    is_public: true,
    solved: ['solved', 'closed'].includes(status),
  };
}
