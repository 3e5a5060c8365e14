import type { TriggerSpec } from '../setup-spec.ts';
import { valueOr } from './account.ts';
import type { Trigger } from './account-schemas.ts';
import { valueText } from './conditions.ts';
import { newFinding } from './finding.ts';
import type { CheckInput, Judged } from './judged.ts';
import { personDoes } from './places.ts';

/**
 * No trigger runs on a ticket once it is closed, so one that closes tickets must not come before ours. Moving a
 * trigger moves those of others, too: a person does it. https://support.zendesk.com/hc/en-us/articles/4408822236058
 */
export function checkOrder(
  { account, own }: CheckInput,
  spec: TriggerSpec,
  trigger: Trigger,
): Judged[] {
  const ours = new Set([own.triggers.comment.kept?.id, own.triggers.closed.kept?.id]);
  const before = valueOr(account.triggers, []).find(
    (other) =>
      other.active &&
      !ours.has(other.id) &&
      other.category_id === trigger.category_id &&
      other.position < trigger.position &&
      other.actions.some(({ field, value }) => field === 'status' && valueText(value) === 'closed'),
  );
  if (!before) return [];
  const finding = newFinding({
    code: 'trigger_order',
    object: { kind: `${spec.key}_trigger`, id: trigger.id, name: trigger.title },
    field: 'position',
    expected: `before "${before.title}"`,
    actual: String(trigger.position),
    params: { other: before.title },
    fix: personDoes('triggers', 'Edit order'),
  });
  return [{ finding }];
}
