import { Router, type Request } from 'express';
import type { Account } from '../account.ts';
import type { Comment } from '../model.ts';
import { agents } from './caller.ts';
import { mixesPagination, paginate, param, usesCursor } from './paginate.ts';
import { presentComment, presentUser } from './present.ts';
import { findTicket } from './tickets.ts';

/** https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_comments/ and ticket_audits */
export function commentsRouter(account: Account): Router {
  const router = Router();

  router.get('/tickets/:id/comments', agents, (req, res) => {
    const ticket = findTicket(account, res, req.params['id']);
    const all = sorted(req, listed(account.store.comments(ticket.id)));
    const { items, envelope } = paginate(account, req, all);
    const users = (param(req, 'include') ?? '').split(',').includes('users')
      ? { users: authors(account, items).map((user) => presentUser(account, user)) }
      : {};
    res.json({
      comments: items.map((comment) => presentComment(account, comment)),
      ...users,
      ...envelope,
    });
  });

  router.get('/tickets/:id/comments/count', agents, (req, res) => {
    const ticket = findTicket(account, res, req.params['id']);
    const value = account.store.comments(ticket.id).length;
    res.json({ count: { value, refreshed_at: account.clock.iso() } });
  });

  router.get('/tickets/:id/audits', agents, (req, res) => {
    const ticket = findTicket(account, res, req.params['id']);
    const all = sorted(req, account.store.audits(ticket.id));
    const { items, envelope } = paginate(account, req, all);
    res.json({ audits: items, ...envelope });
  });

  return router;
}

/** The comments that a read finds (`switches.commentsLag`); it is one read less for the others. */
function listed(comments: readonly Comment[]): Comment[] {
  return comments.filter((comment) => {
    if (comment.readsUntilListed === 0) return true;
    comment.readsUntilListed -= 1;
    return false;
  });
}

/** Cursor pages sort by `sort`, offset pages by `sort_order`; a mix is answered unsorted. */
function sorted<T>(req: Request, all: readonly T[]): T[] {
  if (mixesPagination(req)) return [...all];
  const descending = usesCursor(req)
    ? param(req, 'sort')?.startsWith('-')
    : param(req, 'sort_order') === 'desc' || param(req, 'sort')?.startsWith('-');
  return descending ? [...all].reverse() : [...all];
}

/** Zendesk's own user (-1) is never among them, deleted ones by switch. */
function authors({ store, switches }: Account, comments: readonly Comment[]) {
  const ids = new Set(comments.map((comment) => comment.author_id));
  const known = [...ids].flatMap((id) => store.users.get(id) ?? []);
  return known.filter(({ active }) => active || switches.deletedAuthors === 'listed');
}
