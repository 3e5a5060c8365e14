import { Router } from 'express';
import type { Account } from '../account.ts';
import type { TriggerCategory } from '../rule-records.ts';
import { admins, agents } from './caller.ts';
import { errorList } from './errors.ts';
import { paginate } from './paginate.ts';
import { readBody } from './read-body.ts';

/** https://developer.zendesk.com/api-reference/ticketing/business-rules/trigger_categories/ */
export function triggerCategoriesRouter(account: Account): Router {
  const router = Router();
  const { triggerCategories: categories, triggers } = account.store;

  router.get('/trigger_categories', agents, (req, res) => {
    const { items, envelope } = paginate(account, req, [...categories.values()]);
    res.json({ trigger_categories: items, ...envelope });
  });

  // 200, not 201.
  router.post('/trigger_categories', admins, (req, res) => {
    const most = account.switches.ruleLimits.triggerCategories;
    if (categories.size >= most) {
      throw errorList(403, 'ProductLimitExceeded', `There may be ${most} trigger categories`);
    }
    const { name, position } = readBody<Partial<TriggerCategory>>(req, 'trigger_category');
    const category = {
      id: String(account.ids.next()),
      name: named(name),
      position: position ?? categories.size,
    };
    categories.set(category.id, category);
    res.json({ trigger_category: category });
  });

  router.get('/trigger_categories/:id', agents, (req, res) => {
    res.json({ trigger_category: find(req.params['id']) });
  });

  router.patch('/trigger_categories/:id', admins, (req, res) => {
    const category = find(req.params['id']);
    const { name, position } = readBody<Partial<TriggerCategory>>(req, 'trigger_category');
    if (name !== undefined) category.name = named(name);
    if (position !== undefined) category.position = position;
    res.json({ trigger_category: category });
  });

  router.delete('/trigger_categories/:id', admins, (req, res) => {
    const { id } = find(req.params['id']);
    if ([...triggers.values()].some((trigger) => trigger.category_id === id)) {
      throw errorList(400, 'TriggerCategoryNotEmpty', 'The category still has triggers');
    }
    categories.delete(id);
    res.status(204).end();
  });

  function find(id: unknown): TriggerCategory {
    const category = categories.get(String(id));
    if (category) return category;
    throw errorList(404, 'TriggerCategoryNotFound', `Trigger category ${String(id)} not found`);
  }

  return router;
}

function named(name: string | undefined): string {
  if (name?.trim()) return name;
  throw errorList(400, 'InvalidTriggerCategory', 'name is required');
}
