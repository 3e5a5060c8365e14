import type { SqlValue } from './database.ts';

/** String literals and quoted names are stepped over: a question mark inside them is text. */
const placeholderOrQuoted = /'(?:[^']|'')*'|"[^"]*"|\?/g;

/** `WHERE a = ? AND b = ?` as PostgreSQL wants it: `WHERE a = $1 AND b = $2`. */
export function numberPlaceholders(sql: string): string {
  let count = 0;
  return sql.replaceAll(placeholderOrQuoted, (found) => (found === '?' ? `$${++count}` : found));
}

/**
 * Text as both databases can store it: PostgreSQL knows no NUL character, and half a surrogate pair has
 * no UTF-8 form. Both become the replacement character.
 */
export function storable(value: SqlValue): SqlValue {
  return typeof value === 'string' ? value.replaceAll('\0', '\uFFFD').toWellFormed() : value;
}
