import { Router } from 'express';
import type { Account } from '../account.ts';
import { automationsRouter } from './automations.ts';
import { macrosRouter } from './macros.ts';
import { triggerCategoriesRouter } from './trigger-categories.ts';
import { viewsRouter } from './views.ts';

/** Trigger categories, automations, macros and views; triggers have a router of their own. */
export function businessRulesRouter(account: Account): Router {
  const router = Router();
  router.use(triggerCategoriesRouter(account), automationsRouter(account));
  router.use(macrosRouter(account), viewsRouter(account));
  return router;
}
