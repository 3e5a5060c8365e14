/** Operators and their titles: https://developer.zendesk.com/documentation/ticketing/reference-guides/conditions-reference/ */
export const OPERATOR_TITLES: Record<string, string> = {
  is: 'Is',
  is_not: 'Is not',
  less_than: 'Less than',
  greater_than: 'Greater than',
  changed: 'Changed',
  not_changed: 'Not changed',
  value: 'Changed to',
  value_previous: 'Changed from',
  not_value: 'Not changed to',
  not_value_previous: 'Not changed from',
  includes: 'Contains at least one of the following',
  not_includes: 'Contains none of the following',
  present: 'Present',
  not_present: 'Not present',
};

/** Operators that need no value. */
export const TERMINAL = new Set(['changed', 'not_changed', 'present', 'not_present']);

/** Applies a value operator to what the field was and is; undefined for an unknown operator. */
export function compare(
  operator: string,
  pair: { was: unknown; is: unknown; existed: boolean },
  wanted: string,
): boolean | undefined {
  const was = text(pair.was);
  const is = text(pair.is);
  const changed = was !== is;
  switch (operator) {
    case '':
    case 'is':
      return is === wanted;
    case 'is_not':
      return is !== wanted;
    case 'changed':
      return changed;
    case 'not_changed':
      return !changed;
    case 'value':
      return changed && is === wanted;
    case 'not_value':
      return !(changed && is === wanted);
    case 'value_previous':
      return changed && pair.existed && was === wanted;
    case 'not_value_previous':
      return !(changed && pair.existed && was === wanted);
    case 'present':
      return is !== '';
    case 'not_present':
      return is === '';
    default:
      return undefined;
  }
}

/** `includes` over a set of words: at least one of the wanted ones. */
export function includesAny(have: readonly string[], wanted: unknown): boolean {
  const words = Array.isArray(wanted) ? wanted.map(String) : String(wanted).split(/[\s,]+/);
  return words.filter(Boolean).some((word) => have.includes(word.toLowerCase()));
}

function text(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}
