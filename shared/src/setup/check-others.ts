import { valueOr } from './account.ts';
import type { Account } from './account.ts';
import type { Action, Condition, Webhook } from './account-schemas.ts';
import { slugOfEndpoint } from './endpoint.ts';
import { newFinding } from './finding.ts';
import type { FindingParts, SetupObject } from './finding.ts';
import type { CheckInput, CheckResult, Judged } from './judged.ts';
import { answersCustomer, writesField } from './other-effects.ts';
import { personDoes } from './places.ts';
import { notificationOf } from './trigger-actions.ts';
import { vendorOf } from './vendors.ts';

/** Somebody else's trigger, automation or macro. */
interface OtherRule {
  object: SetupObject;
  place: 'triggers' | 'automations' | 'macros';
  conditions: Condition[];
  actions: Action[];
  /** Every account starts with it. */
  isStock: boolean;
}

type Found = (code: FindingParts['code'], params?: Record<string, string>) => Judged;

/**
 * The radar: who else answers customers, touches our field or looks like another assistant, and what will
 * come of it. Nothing of it is ever written to: all these objects are somebody's.
 */
export function checkOthers(input: CheckInput): CheckResult {
  const { account } = input;
  const judged = [
    ...rulesOf(input).flatMap((rule) => judgeRule(input, rule)),
    ...valueOr(account.webhooks, []).flatMap(judgeEvents),
    ...judgeApps(account),
    ...input.own.unknownTriggers
      .filter(({ active }) => active)
      .map(({ id, title }) =>
        finder({ kind: 'trigger', id, name: title }, 'triggers')('other_tells_webhook'),
      ),
  ];
  const isClean = judged.length === 0 && account.triggers.kind === 'read';
  const object: SetupObject = { kind: 'trigger', name: 'Other rules and apps' };
  return { judged, passed: isClean ? [{ object, check: 'no_other_writers' }] : [] };
}

/** Ours as well: somebody may have added an action to them. */
function rulesOf({ account }: CheckInput): OtherRule[] {
  const active = <T extends { active: boolean }>(list: T[]) => list.filter((each) => each.active);
  const object = (kind: SetupObject['kind'], { id, title }: { id: string; title: string }) => ({
    ...{ kind, id, name: title },
  });
  const plain = ({ all, any }: { all: Condition[]; any: Condition[] }) => [...all, ...any];
  return [
    ...active(valueOr(account.triggers, [])).map((each): OtherRule => ({
      ...{ object: object('trigger', each), place: 'triggers', isStock: each.default },
      ...{ conditions: plain(each.conditions), actions: each.actions },
    })),
    ...active(valueOr(account.automations, [])).map((each): OtherRule => ({
      ...{ object: object('automation', each), place: 'automations', isStock: each.default },
      ...{ conditions: plain(each.conditions), actions: each.actions },
    })),
    ...active(valueOr(account.macros, [])).map((each): OtherRule => ({
      ...{ object: object('macro', each), place: 'macros', isStock: false },
      ...{ conditions: [], actions: each.actions },
    })),
  ];
}

function judgeRule(input: CheckInput, rule: OtherRule): Judged[] {
  const found = finder(rule.object, rule.place);
  const fieldId = input.own.field.kept?.id;
  const judged: Judged[] = [];
  const { actions, object, isStock } = rule;
  if (fieldId !== undefined && actions.some((action) => writesField(action, fieldId))) {
    judged.push(found('field_written_by_other'));
  }
  // A macro is an agent at work: that it answers and tags is what it is for.
  if (object.kind === 'macro') return judged;
  judged.push(...judgeTold(input, rule, found));
  const prediction = isStock ? undefined : answersCustomer(rule);
  if (prediction) judged.push(found('other_writer_answers', { prediction }));
  if (actions.some(({ field }) => field === 'set_tags')) judged.push(found('tags_replaced'));
  return judged;
}

/** Webhooks of others that this rule tells. */
function judgeTold({ spec, account, own }: CheckInput, rule: OtherRule, found: Found): Judged[] {
  const ours = new Set([own.webhook.kept, ...own.webhook.duplicates].map((each) => each?.id));
  const webhooks = rule.actions.flatMap((action) => {
    const id = notificationOf(action)?.webhookId;
    const told = valueOr(account.webhooks, []).find((each) => each.id === id);
    return told && !ours.has(told.id) && told.status === 'active' ? [told] : [];
  });
  const other = webhooks.find(({ endpoint }) => slugOfEndpoint(endpoint) !== undefined);
  const isOtherTenant = other && !own.unusableWebhooks.includes(other) && spec.slug !== '';
  if (isOtherTenant) return [found('other_installation', { endpoint: other.endpoint })];
  const names = webhooks.flatMap(({ name, endpoint }) => [name, endpoint]);
  const isTelling = rule.actions.some(({ field }) => field.startsWith('notification_'));
  const vendor = isTelling ? vendorOf(rule.object.name, ...names) : undefined;
  return vendor ? [found('other_assistant', { vendor })] : [];
}

/** Webhooks that hear of ticket events without any trigger. */
function judgeEvents(webhook: Webhook): Judged[] {
  const hears = webhook.subscriptions.some((name) =>
    /^zen:event-type:(?:ticket|messaging)/.test(name),
  );
  const vendor = vendorOf(webhook.name, webhook.endpoint);
  if (!hears || webhook.status !== 'active' || !vendor) return [];
  const object: SetupObject = { kind: 'webhook', id: webhook.id, name: webhook.name };
  return [finder(object, 'webhooks')('other_assistant', { vendor })];
}

function judgeApps(account: Account): Judged[] {
  return valueOr(account.installations, []).flatMap(({ id, enabled, name, settings }) => {
    const title = settings?.title || settings?.name || name || '';
    const vendor = enabled ? vendorOf(title) : undefined;
    if (!vendor) return [];
    return [finder({ kind: 'app', id, name: title }, 'apps')('other_assistant', { vendor })];
  });
}

function finder(object: SetupObject, place: Parameters<typeof personDoes>[0]): Found {
  return (code, params = {}) => ({
    finding: newFinding({
      ...{ code, object, params: { other: object.name, ...params } },
      fix: personDoes(place, object.name),
    }),
  });
}
