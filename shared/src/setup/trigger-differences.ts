import { conditionText } from './conditions.ts';
import type { Condition } from './account-schemas.ts';
import type { Difference } from './finding.ts';
import type { TriggerDraft } from './judged.ts';
import { notifications } from './trigger-actions.ts';

/** What a rewrite changes in a trigger, field by field, for people. */
export function triggerDifferences(before: TriggerDraft, after: TriggerDraft): Difference[] {
  const [was, is] = [told(before), told(after)];
  const pairs: Array<[field: string, before: string, after: string]> = [
    ['active', String(before.active), String(after.active)],
    ['conditions.all', lines(before.conditions.all), lines(after.conditions.all)],
    ['conditions.any', lines(before.conditions.any), lines(after.conditions.any)],
    ['webhook', was.webhooks, is.webhooks],
    ['body', was.bodies, is.bodies],
  ];
  return pairs
    .filter(([, old, now]) => old !== now)
    .map(([field, old, now]) => ({ field, before: old, after: now }));
}

function told(draft: TriggerDraft): { webhooks: string; bodies: string } {
  const all = notifications(draft);
  return {
    webhooks: all.map(({ webhookId }) => webhookId).join('\n'),
    bodies: all.map(({ body }) => body ?? '').join('\n'),
  };
}

function lines(conditions: readonly Condition[]): string {
  return conditions.map(conditionText).join('\n');
}
