import { Router } from 'express';
import type { Account } from '../account.ts';
import { newMacro } from '../new-macro.ts';
import { refuseLocked } from '../requirements/refuse-locked.ts';
import type { Macro } from '../rule-records.ts';
import { agents } from './caller.ts';
import { invalidBase, notFound } from './errors.ts';
import { paginate, param } from './paginate.ts';
import { readBody } from './read-body.ts';
import { requireTitle } from './require-title.ts';

/** https://developer.zendesk.com/api-reference/ticketing/business-rules/macros/ */
export function macrosRouter(account: Account): Router {
  const router = Router();
  const { macros } = account.store;
  const show = (macro: Macro) => ({
    url: `${account.url}/api/v2/macros/${macro.id}.json`,
    raw_title: macro.title,
    ...macro,
  });

  router.get('/macros', agents, (req, res) => {
    const active = param(req, 'active');
    const all = [...macros.values()].filter(
      (macro) => active === undefined || String(macro.active) === active,
    );
    const { items, envelope } = paginate(account, req, all);
    res.json({ macros: items.map(show), ...envelope });
  });

  router.get('/macros/:id', agents, (req, res) => {
    res.json({ macro: show(find(req.params['id'])) });
  });

  router.post('/macros', agents, (req, res) => {
    const given = readBody<Partial<Macro>>(req, 'macro');
    if (!given.actions?.length) throw invalidBase('Macro must contain at least one action');
    const macro = newMacro(account, {
      ...given,
      title: requireTitle(given.title),
      actions: given.actions,
    });
    res.status(201).json({ macro: show(macro) });
  });

  router.put('/macros/:id', agents, (req, res) => {
    const macro = find(req.params['id']);
    const { title, active, actions } = readBody<Partial<Macro>>(req, 'macro');
    if (title !== undefined) macro.title = requireTitle(title);
    if (active !== undefined) macro.active = active;
    if (actions !== undefined) macro.actions = actions;
    macro.updated_at = account.clock.iso();
    res.json({ macro: show(macro) });
  });

  router.delete('/macros/:id', agents, (req, res) => {
    const { id } = find(req.params['id']);
    refuseLocked(account, 'macros', id);
    macros.delete(id);
    res.status(204).end();
  });

  function find(id: unknown): Macro {
    const macro = macros.get(Number(id));
    if (!macro) throw notFound();
    return macro;
  }

  return router;
}
