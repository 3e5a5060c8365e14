import { Router, type Request, type Response } from 'express';
import type { Account } from '../account.ts';
import type { TicketInput } from '../tickets/ticket-input.ts';
import { updateTicket } from '../tickets/write-ticket.ts';
import { actorOf, agents } from './caller.ts';
import { paginate } from './paginate.ts';
import { findTicket } from './tickets.ts';

interface TagsBody {
  tags?: string[];
  safe_update?: boolean | string;
  updated_stamp?: string;
}

/** https://developer.zendesk.com/api-reference/ticketing/ticket-management/tags/ */
export function tagsRouter(account: Account): Router {
  const router = Router();

  router.get('/tickets/:id/tags', agents, (req, res) => {
    res.json({ tags: findTicket(account, res, req.params['id']).tags });
  });

  const write = (change: (tags: string[]) => TicketInput, status: number) => {
    return (req: Request, res: Response) => {
      const ticket = findTicket(account, res, req.params['id']);
      const { tags = [], ...guard } = (req.body ?? {}) as TagsBody;
      const safe =
        guard.safe_update === undefined
          ? {}
          : { safe_update: true, updated_stamp: guard.updated_stamp ?? '' };
      const written = updateTicket(account, ticket, { ...change(tags), ...safe }, actorOf(res));
      res.status(status).json({ tags: written.ticket.tags });
    };
  };
  router.put(
    '/tickets/:id/tags',
    agents,
    write((tags) => ({ additional_tags: tags }), 200),
  );
  router.post(
    '/tickets/:id/tags',
    agents,
    write((tags) => ({ tags }), 201),
  );
  router.delete(
    '/tickets/:id/tags',
    agents,
    write((tags) => ({ remove_tags: tags }), 200),
  );

  router.get('/tags', agents, (req, res) => {
    const counts = new Map<string, number>();
    for (const { tags } of account.store.tickets.values()) {
      for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
    const all = [...counts].map(([name, count]) => ({ name, count }));
    const { items, envelope } = paginate(account, req, all);
    res.json({ tags: items, ...envelope });
  });

  return router;
}
