import { Router, type Request } from 'express';
import type { Account } from '../account.ts';
import { refuseLocked } from '../requirements/refuse-locked.ts';
import type { Trigger } from '../rule-records.ts';
import { presentDefinitions } from '../triggers/definitions.ts';
import {
  newTrigger,
  presentTrigger,
  replaceTrigger,
  type GivenTrigger,
} from '../triggers/trigger-record.ts';
import { admins, agents } from './caller.ts';
import { ApiError, errorList, notFound } from './errors.ts';
import { mixesPagination, paginate, param, usesCursor } from './paginate.ts';
import { readBody } from './read-body.ts';

/** https://developer.zendesk.com/api-reference/ticketing/business-rules/triggers/ */
export function triggersRouter(account: Account): Router {
  const router = Router();
  router.use('/triggers', agents);
  listRoutes(router, account);
  bulkRoutes(router, account);
  singleRoutes(router, account);
  return router;
}

function listRoutes(router: Router, account: Account): void {
  const { store } = account;
  const show = (trigger: Trigger) => presentTrigger(account, trigger);

  router.get('/triggers', (req, res) => {
    const active = param(req, 'active');
    const category = param(req, 'category_id');
    const all = store
      .triggersInOrder()
      .filter((trigger) => active === undefined || String(trigger.active) === active)
      .filter((trigger) => category === undefined || trigger.category_id === category);
    const { items, envelope } = paginate(account, req, sorted(req, all));
    res.json({ triggers: items.map(show), ...envelope });
  });

  router.get('/triggers/active', (req, res) => {
    const all = store.triggersInOrder().filter((trigger) => trigger.active);
    const { items, envelope } = paginate(account, req, all);
    res.json({ triggers: items.map(show), ...envelope });
  });

  router.get('/triggers/definitions', (_req, res) => {
    res.json(presentDefinitions(account));
  });

  router.get('/triggers/search', (req, res) => {
    const query = param(req, 'query')?.toLowerCase();
    if (!query) {
      throw new ApiError(400, { error: 'InvalidParameter', description: 'query is required' });
    }
    const found = store
      .triggersInOrder()
      .filter(({ title }) => title.toLowerCase().includes(query));
    const { items, envelope } = paginate(account, req, found);
    res.json({ triggers: items.map(show), ...envelope });
  });
}

const SORTS: Record<string, (trigger: Trigger) => string> = {
  alphabetical: ({ title }) => title.toLowerCase(),
  created_at: ({ created_at: at }) => at,
  updated_at: ({ updated_at: at }) => at,
};

/** Cursor pages sort by `sort`, offset pages by `sort_by` and `sort_order`; the rest is by position. */
function sorted(req: Request, triggers: Trigger[]): Trigger[] {
  if (mixesPagination(req)) return triggers;
  const asked = param(req, usesCursor(req) ? 'sort' : 'sort_by') ?? 'position';
  const key = SORTS[asked.replace(/^-/, '')];
  const inOrder = key ? triggers.toSorted((a, b) => key(a).localeCompare(key(b))) : triggers;
  const isReversed = asked.startsWith('-') || param(req, 'sort_order') === 'desc';
  return isReversed ? inOrder.toReversed() : inOrder;
}

function bulkRoutes(router: Router, account: Account): void {
  const { store } = account;
  const show = (trigger: Trigger) => presentTrigger(account, trigger);

  router.put('/triggers/update_many', admins, (req, res) => {
    const given = (req.body as { triggers?: Partial<Trigger>[] }).triggers ?? [];
    const changed = given.map(({ id, position, active, category_id: category }) => {
      const trigger = findTrigger(account, id);
      if (position !== undefined) trigger.position = position;
      if (active !== undefined) trigger.active = active;
      if (category !== undefined) trigger.category_id = categoryId(account, category);
      return trigger;
    });
    res.json({ triggers: changed.map(show) });
  });

  router.put('/triggers/reorder', admins, (req, res) => {
    if (store.triggerCategories.size > 1) {
      throw errorList(400, 'LimitOneCategory', 'Reordering needs a single category');
    }
    const ids = (req.body as { trigger_ids?: number[] }).trigger_ids ?? [];
    if (ids.length !== store.triggers.size) throw notFound();
    ids.forEach((id, position) => {
      findTrigger(account, id).position = position;
    });
    res.json({ triggers: store.triggersInOrder().map(show) });
  });

  router.delete('/triggers/destroy_many', admins, (req, res) => {
    const ids = (param(req, 'ids') ?? '').split(',').map((id) => findTrigger(account, id).id);
    for (const id of ids) refuseLocked(account, 'triggers', id);
    for (const id of ids) store.triggers.delete(id);
    res.status(204).end();
  });
}

function singleRoutes(router: Router, account: Account): void {
  const { triggers } = account.store;
  const show = (trigger: Trigger) => presentTrigger(account, trigger);

  router.get('/triggers/:id', (req, res) => {
    res.json({ trigger: show(findTrigger(account, req.params.id)) });
  });

  router.post('/triggers', admins, (req, res) => {
    const given = readBody<GivenTrigger>(req, 'trigger');
    if (!given.category_id && account.switches.triggerCategory === 'required') {
      throw errorList(400, 'InvalidTriggerCategory', 'category_id is required');
    }
    const trigger = newTrigger(account, given, categoryId(account, given.category_id));
    triggers.set(trigger.id, trigger);
    res.status(201).json({ trigger: show(trigger) });
  });

  router.put('/triggers/:id', admins, (req, res) => {
    const trigger = findTrigger(account, req.params['id']);
    const given = readBody<GivenTrigger>(req, 'trigger');
    const category = categoryId(account, given.category_id ?? trigger.category_id);
    replaceTrigger(account, trigger, { ...given, category_id: category });
    res.json({ trigger: show(trigger) });
  });

  router.delete('/triggers/:id', admins, (req, res) => {
    const { id } = findTrigger(account, req.params['id']);
    refuseLocked(account, 'triggers', id);
    triggers.delete(id);
    res.status(204).end();
  });
}

function findTrigger(account: Account, id: unknown): Trigger {
  const trigger = account.store.triggers.get(Number(id));
  if (!trigger) throw notFound();
  return trigger;
}

/** The category asked for, or the first one. */
function categoryId(account: Account, asked: string | undefined): string {
  const { triggerCategories } = account.store;
  const wanted = String(asked ?? [...triggerCategories.keys()][0] ?? '');
  if (triggerCategories.has(wanted)) return wanted;
  throw errorList(400, 'InvalidTriggerCategory', `Trigger category ${wanted} is not valid`);
}
