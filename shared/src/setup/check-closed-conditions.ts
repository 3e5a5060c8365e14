import { TRIGGERS } from '../setup-spec.ts';
import type { Condition, Conditions } from './account-schemas.ts';
import type { ConditionFault } from './condition-fault.ts';
import { leavesNothingOut, narrowedBy, narrowedByAny } from './condition-fault.ts';
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
  const { mustFire, mayFire } = firingOf(own, any);
  const missed = ENDINGS.filter((status) => !mustFire(status));
  const namesNone = own.all.length + own.any.length === 0;
  const others = narrowings(all, any);
  if (namesNone || missed.length === ENDINGS.length) {
    return [fault('trigger_status_missing', 'solved or closed'), ...others];
  }
  const faults: ConditionFault[] = [];
  if (missed.length > 0) faults.push(fault('trigger_status_incomplete', missed[0]));
  if (!ENDINGS.filter(mayFire).every((status) => isAtChange(own, any, status))) {
    faults.push(fault('trigger_status_not_changed_to'));
  } else if (STATUSES.some((status) => !ENDINGS.includes(status) && mayFire(status))) {
    faults.push(fault('trigger_too_wide'));
  }
  return [...faults, ...others];
}

/** Whether the trigger fires whenever, or at least sometimes when, the status becomes this one. */
function firingOf(own: Conditions, any: readonly Condition[]) {
  // A group without the status is judged as a whole elsewhere; here it is taken as met.
  const hasOwn = own.any.length > 0;
  const isMetByAny = (holds: (condition: Condition) => boolean, otherwise: boolean) =>
    any.length === 0 || any.some((each) => (isOfStatus(each) ? holds(each) : otherwise));
  return {
    mustFire: (status: Status) =>
      own.all.every((each) => holdsFor(each, status) === 'always') &&
      isMetByAny((each) => holdsFor(each, status) === 'always', !hasOwn),
    mayFire: (status: Status) =>
      own.all.every((each) => holdsFor(each, status) !== 'never') &&
      isMetByAny((each) => holdsFor(each, status) !== 'never', true),
  };
}

/** Everything under "all" that is not about the status keeps some endings from us. */
function narrowings(all: readonly Condition[], any: readonly Condition[]): ConditionFault[] {
  const faults = all.filter((each) => !isOfStatus(each) && !isAlwaysMet(each)).map(narrowedBy);
  const hasOwn = any.length === 0 || any.some(isOfStatus) || leavesNothingOut(any);
  return hasOwn ? faults : [...faults, narrowedByAny(any, isOfStatus)];
}

/** A status changes on an update. */
function isAlwaysMet({ field, operator, value }: Condition): boolean {
  return field === 'update_type' && operator !== 'is_not' && valueText(value) === 'Change';
}

function isOfStatus({ field }: Condition): boolean {
  return field === 'status';
}

type Holding = 'always' | 'sometimes' | 'never';

/** When the condition holds, given that the ticket gets this status; what it was before can be anything. */
function holdsFor({ operator, value }: Condition, status: Status): Holding {
  const wanted = valueText(value) as Status;
  const rank = (each: Status) => STATUSES.indexOf(each);
  const iff = (holds: boolean): Holding => (holds ? 'always' : 'never');
  switch (operator) {
    case 'is_not':
    case 'not_value':
      return iff(status !== wanted);
    case 'less_than':
      return iff(rank(status) < rank(wanted));
    case 'greater_than':
      return iff(rank(status) > rank(wanted));
    case 'changed':
      return 'always';
    case 'not_changed':
    case 'not_value_previous':
      return 'sometimes';
    case 'value_previous':
      // Nothing comes after closed.
      return status === wanted || wanted === 'closed' ? 'never' : 'sometimes';
    default:
      return iff(status === wanted);
  }
}

/** Whether the trigger fires for `status` only at the moment when the ticket gets it. */
function isAtChange(own: Conditions, any: readonly Condition[], status: Status): boolean {
  const isChange = ({ operator }: Condition) =>
    ['value', 'changed', 'value_previous'].includes(operator);
  if (own.all.some(isChange)) return true;
  const holding = any.filter((each) => !isOfStatus(each) || holdsFor(each, status) !== 'never');
  return holding.length > 0 && holding.every((each) => isOfStatus(each) && isChange(each));
}

/** Our own status conditions in place of whatever was said about the status. */
function withOwnStatuses(now: Conditions): Conditions {
  const others = now.all.filter((each) => !isOfStatus(each));
  return { all: others, any: [...CLOSED.conditions.any] };
}
