import express from 'express';
import type { Response, Router } from 'express';
import type { Account } from '../account.ts';
import { authenticate } from '../http/authenticate.ts';
import { actorOf, userOf } from '../http/caller.ts';
import { invalidBase, notFound } from '../http/errors.ts';
import { presentComment } from '../http/present.ts';
import type { Ticket, User } from '../model.ts';
import { createTicket, updateTicket } from '../tickets/write-ticket.ts';

interface RequestInput {
  subject?: string;
  comment?: { body?: string };
}

/**
 * A ticket as its requester may see and write it: no internal notes, no fields, only their own.
 * https://developer.zendesk.com/api-reference/ticketing/tickets/ticket-requests/
 */
export function requestsApi(account: Account): Router {
  const router = express.Router();
  router.use(authenticate(account), express.json({ limit: '1mb' }));

  // Not Zendesk's: the page signs the request's owner in, and has to know who that is.
  router.get('/:id/requester', (req, res) => {
    const ticket = account.store.tickets.get(Number(req.params.id));
    if (!ticket) throw notFound();
    res.json({ requester_id: ticket.requester_id });
  });

  router.get('/', (_req, res) => {
    const me = userOf(res);
    const own = [...account.store.tickets.values()].filter(({ requester_id: id }) => id === me.id);
    res.json({ requests: own.map(present) });
  });

  router.post('/', (req, res) => {
    const { subject, comment } = (req.body as { request?: RequestInput }).request ?? {};
    if (!subject?.trim() || !comment?.body?.trim()) throw invalidBase('Subject: cannot be blank');
    const input = { subject: subject.trim(), comment: { body: comment.body } };
    res.status(201).json({ request: present(createTicket(account, input, actorOf(res)).ticket) });
  });

  router.get('/:id', (req, res) => {
    res.json({ request: present(ownTicket(account, req.params.id, res)) });
  });

  router.get('/:id/comments', (req, res) => {
    const ticket = ownTicket(account, req.params.id, res);
    const comments = account.store.comments(ticket.id).filter((comment) => comment.public);
    const ids = new Set(comments.map(({ author_id }) => author_id));
    const users = [...ids].flatMap((id) => account.store.users.get(id) ?? []);
    res.json({
      comments: comments.map((comment) => presentComment(account, comment)),
      users: users.map(presentAuthor),
    });
  });

  router.put('/:id', (req, res) => {
    const ticket = ownTicket(account, req.params.id, res);
    const { comment } = (req.body as { request?: RequestInput }).request ?? {};
    if (!comment?.body?.trim()) throw invalidBase('Comment: cannot be blank');
    const input = { comment: { body: comment.body, public: true } };
    res.json({ request: present(updateTicket(account, ticket, input, actorOf(res)).ticket) });
  });

  return router;
}

/** 404 for a request of somebody else: its existence is none of the customer's business. */
function ownTicket(account: Account, id: string, res: Response): Ticket {
  const ticket = account.store.tickets.get(Number(id));
  if (ticket?.requester_id !== userOf(res).id) throw notFound();
  return ticket;
}

function present(ticket: Ticket) {
  const { id, subject, description, status, created_at, updated_at, requester_id } = ticket;
  return { id, subject, description, status, created_at, updated_at, requester_id };
}

const presentAuthor = ({ id, name, role }: User) => ({ id, name, agent: role !== 'end-user' });
