import { Router } from 'express';
import type { Account } from '../account.ts';
import { automationsRouter } from './automations.ts';
import { admins, agents } from './caller.ts';
import { errorList } from './errors.ts';
import { macrosRouter } from './macros.ts';
import { paginate } from './paginate.ts';
import { readBody } from './read-body.ts';
import { viewsRouter } from './views.ts';

/** Trigger categories, automations, macros and views; triggers have a router of their own. */
export function businessRulesRouter(account: Account): Router {
  const router = Router();
  categoryRoutes(router, account);
  router.use(automationsRouter(account), macrosRouter(account), viewsRouter(account));
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
