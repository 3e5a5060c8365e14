import type { Condition, Conditions } from './account-schemas.ts';
import { conditionText, conditionsText, MISSED, missedBy } from './conditions.ts';
import type { FindingParts } from './finding.ts';

/** What is wrong with a trigger's conditions, and how it is mended. */
export type ConditionFault = Pick<
  FindingParts,
  'code' | 'expected' | 'actual' | 'params' | 'part'
> & { mend: (now: Conditions) => Conditions };

/** A condition under "all" that is not needed keeps some events from us. */
export function narrowedBy(condition: Condition): ConditionFault {
  const text = conditionText(condition);
  const missed = missedBy(condition);
  return {
    code: 'trigger_narrowed',
    part: text,
    actual: text,
    params: { missed: MISSED[missed], missedCode: missed },
    mend: (now) => ({ all: now.all.filter((each) => conditionText(each) !== text), any: now.any }),
  };
}

/** Of "any": together these leave nothing out. "Created" beside "updated" is a habit of many admins. */
const EXHAUSTIVE = [
  ['update_type is Create', 'update_type is Change'],
  ['role is end_user', 'role is agent'],
];

export function leavesNothingOut(any: readonly Condition[]): boolean {
  const texts = any.map(conditionText);
  return EXHAUSTIVE.some((pair) => pair.every((text) => texts.includes(text)));
}

/** The same of the whole group under "any", none of which is always met. */
export function narrowedByAny(
  any: readonly Condition[],
  keep: (condition: Condition) => boolean = () => false,
): ConditionFault {
  const missed = any.length === 1 ? missedBy(any[0]!) : 'others';
  return {
    code: 'trigger_narrowed',
    part: 'any',
    actual: conditionsText(any),
    params: { missed: MISSED[missed], missedCode: missed },
    mend: (now) => ({ all: now.all, any: now.any.filter(keep) }),
  };
}
