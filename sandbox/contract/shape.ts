/** What kind of JSON value stands at a key; `a|b` allows either. */
type Kind = 'string' | 'number' | 'boolean' | 'null' | 'object' | 'array' | 'time' | 'ulid';
export type Shape = Record<string, Kind | `${Kind}|${Kind}`>;

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const ULID = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** Which keys of `shape` are missing or of another kind. Keys beyond the shape are no fault: APIs grow. */
export function faultsIn(value: unknown, shape: Shape): string[] {
  const record = (value ?? {}) as Record<string, unknown>;
  return Object.entries(shape).flatMap(([key, kinds]) => {
    if (!(key in record)) return [`${key} is missing`];
    const fits = kinds.split('|').some((kind) => isOf(record[key], kind as Kind));
    return fits ? [] : [`${key} is not ${kinds}: ${JSON.stringify(record[key])}`];
  });
}

function isOf(value: unknown, kind: Kind): boolean {
  switch (kind) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'time':
      return typeof value === 'string' && TIME.test(value);
    case 'ulid':
      return typeof value === 'string' && ULID.test(value);
    default:
      return typeof value === kind;
  }
}

/** Pages by cursor and by offset: https://developer.zendesk.com/api-reference/introduction/pagination/ */
export const META: Shape = {
  has_more: 'boolean',
  after_cursor: 'string|null',
  before_cursor: 'string|null',
};
export const LINKS: Shape = { next: 'string|null', prev: 'string|null' };
export const OFFSET: Shape = {
  next_page: 'string|null',
  previous_page: 'string|null',
  count: 'number',
};
