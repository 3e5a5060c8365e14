import type { Condition, Conditions } from './account-schemas.ts';
import { conditionsText, valueText } from './conditions.ts';
import type { ConditionFault } from './condition-fault.ts';
import { leavesNothingOut, narrowedBy, narrowedByAny } from './condition-fault.ts';

/** Public, or public as far as the customer is concerned. */
const PUBLIC = ['true', 'requester_can_see_comment'];
const IS_PUBLIC: Condition = { field: 'comment_is_public', operator: 'is', value: 'true' };

type Verdict = 'public' | 'always' | 'never' | 'sometimes';

/** The conditions of "new public comment": exactly the updates with a public comment, all of them. */
export function checkCommentConditions({ all, any }: Conditions): ConditionFault[] {
  const verdicts = [...all, ...any].map(verdictOf);
  const isOnlyPublic =
    all.some((each) => verdictOf(each) === 'public') ||
    (any.length > 0 && any.every((each) => verdictOf(each) === 'public'));
  const faults: ConditionFault[] = [];
  if (!isOnlyPublic || all.some((each) => verdictOf(each) === 'never')) {
    faults.push({
      code: 'trigger_misses_public_comment',
      expected: conditionsText([IS_PUBLIC]),
      actual: conditionsText([...all, ...any].filter((_, index) => verdicts[index] !== 'always')),
      mend: (now) => ({
        all: [...now.all.filter(({ field }) => field !== IS_PUBLIC.field), IS_PUBLIC],
        any: now.any,
      }),
    });
  }
  faults.push(...all.filter((each) => verdictOf(each) === 'sometimes').map(narrowedBy));
  const isAnyNarrow =
    !leavesNothingOut(any) && !any.some((each) => ['public', 'always'].includes(verdictOf(each)));
  if (any.length > 0 && isAnyNarrow) faults.push(narrowedByAny(any));
  return faults;
}

/** When the condition holds, given that somebody writes a public comment. */
function verdictOf({ field, operator, value }: Condition): Verdict {
  const wanted = valueText(value);
  const isNegated = operator === 'is_not';
  if (field === 'comment_is_public') {
    if (PUBLIC.includes(wanted)) return isNegated ? 'never' : 'public';
    // "Present" says nothing about who sees it; "not private" holds without a comment, too.
    return (wanted === 'false') === isNegated ? 'always' : 'never';
  }
  if (field === 'ticket_is_public') {
    return (wanted === 'public') !== isNegated ? 'always' : 'sometimes';
  }
  // Nobody can write on a closed ticket.
  const isNotClosed = ['is_not', 'less_than'].includes(operator) && wanted === 'closed';
  return field === 'status' && isNotClosed ? 'always' : 'sometimes';
}
