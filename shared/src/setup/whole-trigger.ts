import type { Condition, Trigger } from './account-schemas.ts';
import type { Judged, TriggerDraft } from './judged.ts';
import { valueText } from './conditions.ts';

/** A trigger as it is written: whole, because Zendesk empties what is left out of conditions and actions. */
export function wholeTrigger(trigger: Trigger, draft: TriggerDraft): Record<string, unknown> {
  const { title, description, category_id: categoryId } = trigger;
  return {
    title,
    description,
    ...(categoryId && { category_id: categoryId }),
    active: draft.active,
    conditions: {
      all: draft.conditions.all.map(writable),
      any: draft.conditions.any.map(writable),
    },
    actions: draft.actions,
  };
}

/** Via ids come back as numbers and are only taken as text. */
function writable({ field, operator, value }: Condition) {
  const isList = Array.isArray(value);
  return { field, operator, value: isList ? value.map(valueText) : valueText(value) };
}

/** All chosen rewrites of one trigger, one after another. */
export function rewriteAll(trigger: TriggerDraft, judged: readonly Judged[]): TriggerDraft {
  const { active, conditions, actions } = trigger;
  return judged.reduce<TriggerDraft>((draft, { rewrite }) => rewrite?.(draft) ?? draft, {
    ...{ active, conditions, actions },
  });
}
