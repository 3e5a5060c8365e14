import { Router } from 'express';
import type { Account } from '../account.ts';
import type { Automation } from '../rule-records.ts';
import { admins, agents } from './caller.ts';
import { invalidBase, notFound } from './errors.ts';
import { paginate, param } from './paginate.ts';
import { readBody } from './read-body.ts';
import { requireTitle } from './require-title.ts';

/** https://developer.zendesk.com/api-reference/ticketing/business-rules/automations/ */
export function automationsRouter(account: Account): Router {
  const router = Router();
  const { automations } = account.store;
  const show = (automation: Automation) => ({
    url: `${account.url}/api/v2/automations/${automation.id}.json`,
    raw_title: automation.title,
    default: false,
    ...automation,
  });

  router.get('/automations', agents, (req, res) => {
    const active = param(req, 'active');
    const all = [...automations.values()].filter(
      (automation) => active === undefined || String(automation.active) === active,
    );
    const { items, envelope } = paginate(account, req, all);
    res.json({ automations: items.map(show), ...envelope });
  });

  router.get('/automations/:id', agents, (req, res) => {
    res.json({ automation: show(find(req.params['id'])) });
  });

  router.post('/automations', admins, (req, res) => {
    const given = readBody<Partial<Automation>>(req, 'automation');
    const at = account.clock.iso();
    const automation: Automation = {
      id: account.ids.next(),
      title: requireTitle(given.title),
      active: given.active ?? true,
      position: automations.size + 1,
      conditions: { all: given.conditions?.all ?? [], any: given.conditions?.any ?? [] },
      actions: requireActions(given.actions),
      created_at: at,
      updated_at: at,
    };
    automations.set(automation.id, automation);
    res.status(201).json({ automation: show(automation) });
  });

  router.put('/automations/:id', admins, (req, res) => {
    const automation = find(req.params['id']);
    const { title, active, actions } = readBody<Partial<Automation>>(req, 'automation');
    if (title !== undefined) automation.title = requireTitle(title);
    if (active !== undefined) automation.active = active;
    if (actions !== undefined) automation.actions = requireActions(actions);
    automation.updated_at = account.clock.iso();
    res.json({ automation: show(automation) });
  });

  router.delete('/automations/:id', admins, (req, res) => {
    automations.delete(find(req.params['id']).id);
    res.status(204).end();
  });

  function find(id: unknown): Automation {
    const automation = automations.get(Number(id));
    if (!automation) throw notFound();
    return automation;
  }

  return router;
}

function requireActions(actions: Automation['actions'] | undefined): Automation['actions'] {
  if (!actions?.length) throw invalidBase('Automation must contain at least one action');
  return actions;
}
