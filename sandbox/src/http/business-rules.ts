import { Router } from 'express';
import type { Account } from '../account.ts';
import type { Automation } from '../rule-records.ts';
import { admins, agents } from './caller.ts';
import { errorList, notFound } from './errors.ts';
import { paginate } from './paginate.ts';
import { readBody } from './read-body.ts';

/** Trigger categories, automations and macros. */
export function businessRulesRouter(account: Account): Router {
  const router = Router();
  categoryRoutes(router, account);
  automationRoutes(router, account);
  macroRoutes(router, account);
  return router;
}

function categoryRoutes(router: Router, account: Account): void {
  const { store } = account;

  router.get('/trigger_categories', agents, (req, res) => {
    const { items, envelope } = paginate(account, req, [...store.triggerCategories.values()]);
    res.json({ trigger_categories: items, ...envelope });
  });

  // 200, not 201: https://developer.zendesk.com/api-reference/ticketing/business-rules/trigger_categories/
  router.post('/trigger_categories', admins, (req, res) => {
    const { name } = readBody<{ name?: string }>(req, 'trigger_category');
    const category = {
      id: String(account.ids.next()),
      name: name ?? '',
      position: store.triggerCategories.size,
    };
    store.triggerCategories.set(category.id, category);
    res.json({ trigger_category: category });
  });

  router.delete('/trigger_categories/:id', admins, (req, res) => {
    const id = String(req.params['id']);
    if (!store.triggerCategories.has(id)) {
      throw errorList(404, 'TriggerCategoryNotFound', `Trigger category ${id} not found`);
    }
    if ([...store.triggers.values()].some((trigger) => trigger.category_id === id)) {
      throw errorList(400, 'TriggerCategoryNotEmpty', 'The category still has triggers');
    }
    store.triggerCategories.delete(id);
    res.status(204).end();
  });
}

function automationRoutes(router: Router, account: Account): void {
  const { automations } = account.store;

  router.get('/automations', agents, (req, res) => {
    const { items, envelope } = paginate(account, req, [...automations.values()]);
    res.json({ automations: items, ...envelope });
  });

  router.get('/automations/:id', agents, (req, res) => {
    const automation = automations.get(Number(req.params['id']));
    if (!automation) throw notFound();
    res.json({ automation });
  });

  router.put('/automations/:id', admins, (req, res) => {
    const automation = automations.get(Number(req.params['id']));
    if (!automation) throw notFound();
    const { title, active } = readBody<Partial<Automation>>(req, 'automation');
    if (title !== undefined) automation.title = title;
    if (active !== undefined) automation.active = active;
    automation.updated_at = account.clock.iso();
    res.json({ automation });
  });
}

function macroRoutes(router: Router, account: Account): void {
  router.get('/macros', agents, (req, res) => {
    const { items, envelope } = paginate(account, req, []);
    res.json({ macros: items, ...envelope });
  });
}
