import { TRIGGERS } from '../setup-spec.ts';
import type { Condition, Conditions } from './account-schemas.ts';
import type { ConditionFault } from './condition-fault.ts';
import { narrowedBy, narrowedByAny } from './condition-fault.ts';
import { conditionsText, valueText } from './conditions.ts';

const CLOSED = TRIGGERS.find(({ key }) => key === 'closed')!;
/** In Zendesk's order, which `less_than` and `greater_than` follow. */
const STATUSES = ['new', 'open', 'pending', 'hold', 'solved', 'closed'] as const;
type Status = (typeof STATUSES)[number];
const ENDINGS: readonly Status[] = ['solved', 'closed'];

/** The conditions of "solved or closed": both, at the moment of the change, and nothing else. */
export function checkClosedConditions({ all, any }: Conditions): ConditionFault[] {
  const own = { all: all.filter(isOfStatus), any: any.filter(isOfStatus) };
  const expected = conditionsText(CLOSED.conditions.any);
  const actual = conditionsText([...own.all, ...own.any]);
  const fault = (code: ConditionFault['code'], missed?: string): ConditionFault => ({
    ...{ code, expected, actual, mend: withOwnStatuses },
    ...(missed !== undefined && { params: { missed } }),
  });
  const fires = (status: Status) =>
    own.all.every((each) => allows(each, status)) &&
    (any.length === 0 || any.some((each) => !isOfStatus(each) || allows(each, status)));

  const missed = ENDINGS.filter((status) => !fires(status));
  const namesNone = own.all.length + own.any.length === 0;
  const others = narrowings(all, any);
  if (namesNone || missed.length === ENDINGS.length) {
    return [fault('trigger_status_missing', 'solved or closed'), ...others];
  }
  const faults: ConditionFault[] = [];
  if (missed.length > 0) faults.push(fault('trigger_status_incomplete', missed[0]));
  const found = ENDINGS.filter(fires);
  if (!found.every((status) => isAtChange(own, any, status))) {
    faults.push(fault('trigger_status_not_changed_to'));
  } else if (STATUSES.some((status) => !ENDINGS.includes(status) && fires(status))) {
    faults.push(fault('trigger_too_wide'));
  }
  return [...faults, ...others];
}

/** Everything under "all" that is not about the status keeps some endings from us. */
function narrowings(all: readonly Condition[], any: readonly Condition[]): ConditionFault[] {
  const faults = all.filter((each) => !isOfStatus(each) && !isAlwaysMet(each)).map(narrowedBy);
  const hasOwn = any.length === 0 || any.some(isOfStatus);
  return hasOwn ? faults : [...faults, narrowedByAny(any, isOfStatus)];
}

/** A status changes on an update. */
function isAlwaysMet({ field, operator, value }: Condition): boolean {
  return field === 'update_type' && operator !== 'is_not' && valueText(value) === 'Change';
}

function isOfStatus({ field }: Condition): boolean {
  return field === 'status';
}

/** Whether the condition holds when the status becomes `status`. */
function allows({ operator, value }: Condition, status: Status): boolean {
  const wanted = valueText(value) as Status;
  const rank = (each: Status) => STATUSES.indexOf(each);
  switch (operator) {
    case 'is_not':
    case 'not_value':
      return status !== wanted;
    case 'less_than':
      return rank(status) < rank(wanted);
    case 'greater_than':
      return rank(status) > rank(wanted);
    case 'changed':
    case 'not_value_previous':
      return true;
    case 'not_changed':
    case 'value_previous':
      return operator === 'value_previous' && status !== wanted;
    default:
      return status === wanted;
  }
}

/** Whether the trigger fires for `status` only at the moment when the ticket gets it. */
function isAtChange(own: Conditions, any: readonly Condition[], status: Status): boolean {
  const isChange = ({ operator }: Condition) => ['value', 'changed'].includes(operator);
  if (own.all.some(isChange)) return true;
  const holding = any.filter((each) => !isOfStatus(each) || allows(each, status));
  return holding.length > 0 && holding.every((each) => isOfStatus(each) && isChange(each));
}

/** Our own status conditions in place of whatever was said about the status. */
function withOwnStatuses(now: Conditions): Conditions {
  const others = now.all.filter((each) => !isOfStatus(each));
  return { all: others, any: [...CLOSED.conditions.any] };
}
