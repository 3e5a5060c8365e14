import type { Account } from '../account.ts';
import { invalidBase, recordInvalid } from '../http/errors.ts';
import type { Condition, Conditions, Trigger } from '../rule-records.ts';
import { validateRule } from './validate.ts';

/** The body of a trigger write: conditions as an object, or all and any directly under the trigger. */
export type GivenTrigger = Partial<Trigger> & { all?: Condition[]; any?: Condition[] };

/** A trigger at the end of the order. Throws the 422 of the triggers API. */
export function newTrigger(account: Account, given: GivenTrigger, categoryId: string): Trigger {
  if (!given.title?.trim()) {
    throw recordInvalid({
      title: [{ description: 'Title: cannot be blank', error: 'BlankValue' }],
    });
  }
  const rule = {
    conditions: conditionsOf(given) ?? { all: [], any: [] },
    actions: given.actions ?? [],
  };
  validateRule(account, rule);
  if (given.active ?? true) refuseTooMany(account);
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

/** Whoever sends conditions or actions replaces both: the one left out is emptied. */
export function replaceTrigger(account: Account, trigger: Trigger, given: GivenTrigger): void {
  const conditions = conditionsOf(given);
  const replaces = conditions !== undefined || given.actions !== undefined;
  const rule = replaces
    ? { conditions: conditions ?? { all: [], any: [] }, actions: given.actions ?? [] }
    : { conditions: trigger.conditions, actions: trigger.actions };
  validateRule(account, rule);
  if (given.active && !trigger.active) refuseTooMany(account);
  trigger.title = given.title ?? trigger.title;
  trigger.raw_title = trigger.title;
  trigger.description = given.description ?? trigger.description;
  trigger.active = given.active ?? trigger.active;
  trigger.position = given.position ?? trigger.position;
  trigger.category_id = given.category_id ?? trigger.category_id;
  Object.assign(trigger, rule, { updated_at: account.clock.iso() });
}

/** https://support.zendesk.com/hc/en-us/articles/4408886797466; the answer's text is UNVERIFIED. */
function refuseTooMany({ store, switches }: Account): void {
  const most = switches.ruleLimits.activeTriggers;
  const active = [...store.triggers.values()].filter((trigger) => trigger.active);
  if (active.length >= most) throw invalidBase(`There may be ${most} active triggers`);
}

function conditionsOf({ conditions, all, any }: GivenTrigger): Conditions | undefined {
  if (conditions) return { all: conditions.all ?? [], any: conditions.any ?? [] };
  return all || any ? { all: all ?? [], any: any ?? [] } : undefined;
}

/** Via ids come back as numbers. */
export function presentTrigger(account: Account, trigger: Trigger): Record<string, unknown> {
  const withNumbers = (conditions: Condition[]) =>
    conditions.map((condition) =>
      condition.field.endsWith('via_id')
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
