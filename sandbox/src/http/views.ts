import { Router } from 'express';
import type { Account } from '../account.ts';
import type { Ticket, User } from '../model.ts';
import type { View } from '../rule-records.ts';
import { via } from '../tickets/via.ts';
import { canSee } from '../tickets/visibility.ts';
import { matches } from '../triggers/conditions.ts';
import { agents, userOf } from './caller.ts';
import { notFound } from './errors.ts';
import { paginate, param } from './paginate.ts';
import { presentTicket } from './present.ts';

/** https://developer.zendesk.com/api-reference/ticketing/business-rules/views/; read only here. */
export function viewsRouter(account: Account): Router {
  const router = Router();
  const { views, tickets } = account.store;
  const show = (view: View) => ({
    url: `${account.url}/api/v2/views/${view.id}.json`,
    raw_title: view.title,
    ...view,
  });

  router.get('/views', agents, (req, res) => {
    const active = param(req, 'active');
    const all = [...views.values()].filter(
      (view) => active === undefined || String(view.active) === active,
    );
    const { items, envelope } = paginate(account, req, all);
    res.json({ views: items.map(show), ...envelope });
  });

  router.get('/views/:id', agents, (req, res) => {
    res.json({ view: show(find(req.params['id'])) });
  });

  router.get('/views/:id/tickets', agents, (req, res) => {
    const view = find(req.params['id']);
    const user = userOf(res);
    const all = [...tickets.values()]
      .filter((ticket) => canSee(user, ticket))
      .filter((ticket) => matches(account, view.conditions, seenBy(user, ticket)));
    const { items, envelope } = paginate(account, req, all);
    res.json({ tickets: items.map((ticket) => presentTicket(account, ticket)), ...envelope });
  });

  function find(id: unknown): View {
    const view = views.get(Number(id));
    if (!view) throw notFound();
    return view;
  }

  return router;
}

/** Conditions are about updates; a view looks at tickets at rest: an update in which nothing changes. */
function seenBy(user: User, ticket: Ticket) {
  const actor = { user, via: via('web') };
  return { ticket, before: ticket, comment: undefined, actor };
}
