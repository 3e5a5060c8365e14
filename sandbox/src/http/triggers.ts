import { Router } from 'express';
import type { Account } from '../account.ts';
import type { Action, Condition, Conditions, Trigger } from '../model.ts';
import { presentDefinitions } from '../triggers/definitions.ts';
import { validateRule } from '../triggers/validate.ts';
import { admins, agents } from './caller.ts';
import { ApiError, errorList, notFound, recordInvalid } from './errors.ts';
import { paginate, param } from './paginate.ts';
import { readBody } from './read-body.ts';

type Given = Partial<Trigger> & { all?: Condition[]; any?: Condition[] };

/** https://developer.zendesk.com/api-reference/ticketing/business-rules/triggers/ */
export function triggersRouter(account: Account): Router {
  const router = Router();
  const { store } = account;
  const show = (trigger: Trigger) => presentTrigger(account, trigger);
  router.use('/triggers', agents);

  router.get('/triggers', (req, res) => {
    const active = param(req, 'active');
    const category = param(req, 'category_id');
    const all = store
      .triggersInOrder()
      .filter((trigger) => active === undefined || String(trigger.active) === active)
      .filter((trigger) => category === undefined || trigger.category_id === category);
    const { items, envelope } = paginate(account, req, all);
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
    const query = param(req, 'query');
    if (!query)
      throw new ApiError(400, { error: 'InvalidParameter', description: 'query is required' });
    const found = store
      .triggersInOrder()
      .filter(({ title }) => title.toLowerCase().includes(query.toLowerCase()));
    const { items, envelope } = paginate(account, req, found);
    res.json({ triggers: items.map(show), ...envelope });
  });

  router.put('/triggers/update_many', admins, (req, res) => {
    const given = (req.body as { triggers?: Partial<Trigger>[] }).triggers ?? [];
    const changed = given.map(({ id, position, active, category_id }) => {
      const trigger = find(id);
      if (position !== undefined) trigger.position = position;
      if (active !== undefined) trigger.active = active;
      if (category_id !== undefined) trigger.category_id = category(String(category_id));
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
      find(id).position = position;
    });
    res.json({ triggers: store.triggersInOrder().map(show) });
  });

  router.delete('/triggers/destroy_many', admins, (req, res) => {
    for (const id of (param(req, 'ids') ?? '').split(',')) store.triggers.delete(find(id).id);
    res.status(204).end();
  });

  router.get('/triggers/:id', (req, res) => {
    res.json({ trigger: show(find(req.params.id)) });
  });

  router.post('/triggers', admins, (req, res) => {
    const given = readBody<Given>(req, 'trigger');
    const trigger = newTrigger(account, given, category(given.category_id));
    store.triggers.set(trigger.id, trigger);
    res.status(201).json({ trigger: show(trigger) });
  });

  // Whoever sends conditions or actions replaces both: the one left out is emptied.
  router.put('/triggers/:id', admins, (req, res) => {
    const trigger = find(req.params['id']);
    const given = readBody<Given>(req, 'trigger');
    const conditions = conditionsOf(given);
    const replaces = conditions !== undefined || given.actions !== undefined;
    const rule = replaces
      ? { conditions: conditions ?? { all: [], any: [] }, actions: given.actions ?? [] }
      : { conditions: trigger.conditions, actions: trigger.actions };
    validateRule(account, rule);
    const { title, description, active, position } = given;
    const plain = { title, description, active, position };
    for (const [key, value] of Object.entries(plain)) {
      if (value !== undefined) Object.assign(trigger, { [key]: value });
    }
    if (given.category_id !== undefined) trigger.category_id = category(String(given.category_id));
    Object.assign(trigger, rule, { raw_title: trigger.title, updated_at: account.clock.iso() });
    res.json({ trigger: show(trigger) });
  });

  router.delete('/triggers/:id', admins, (req, res) => {
    store.triggers.delete(find(req.params['id']).id);
    res.status(204).end();
  });

  function find(id: unknown): Trigger {
    const trigger = store.triggers.get(Number(id));
    if (!trigger) throw notFound();
    return trigger;
  }

  /** The category asked for, or the first one. */
  function category(id: string | undefined): string {
    const wanted = id ?? [...store.triggerCategories.keys()][0] ?? '';
    if (!store.triggerCategories.has(String(wanted))) {
      throw errorList(400, 'InvalidTriggerCategory', `Trigger category ${wanted} is not valid`);
    }
    return String(wanted);
  }

  return router;
}

function newTrigger(account: Account, given: Given, categoryId: string): Trigger {
  if (!given.title?.trim()) {
    throw recordInvalid({
      title: [{ description: 'Title: cannot be blank', error: 'BlankValue' }],
    });
  }
  const rule = {
    conditions: conditionsOf(given) ?? { all: [], any: [] },
    actions: given.actions ?? ([] as Action[]),
  };
  validateRule(account, rule);
  const at = account.clock.iso();
  const last = account.store.triggersInOrder().at(-1)?.position ?? 0;
  return {
    id: account.ids.next(),
    title: given.title,
    raw_title: given.title,
    description: given.description ?? null,
    active: given.active ?? true,
    default: false,
    position: given.position ?? last + 1,
    category_id: categoryId,
    ...rule,
    created_at: at,
    updated_at: at,
  };
}

/** `conditions: {all, any}`, or all and any directly under the trigger. */
function conditionsOf(given: Given): Conditions | undefined {
  const { conditions, all, any } = given;
  if (conditions) return { all: conditions.all ?? [], any: conditions.any ?? [] };
  return all || any ? { all: all ?? [], any: any ?? [] } : undefined;
}

/** Via ids come back as numbers. */
function presentTrigger(account: Account, trigger: Trigger): Record<string, unknown> {
  const withNumbers = (conditions: Condition[]) =>
    conditions.map((condition) =>
      /via_id$/.test(condition.field)
        ? { ...condition, value: Number(condition.value) }
        : condition,
    );
  const { all, any } = trigger.conditions;
  return {
    url: `${account.url}/api/v2/triggers/${trigger.id}.json`,
    ...trigger,
    conditions: { all: withNumbers(all), any: withNumbers(any) },
  };
}
