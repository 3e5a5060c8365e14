import { DatabaseError, nameOf } from './database-error.ts';

/** SQLite's extended result codes: https://www.sqlite.org/rescode.html */
const uniqueViolations = [1555, 2067];
const busyCodes = [5, 6];

export function toDatabaseError(error: unknown, sql: string): DatabaseError {
  const code = resultCodeOf(error);
  const message = `SQLite refused a statement (${messageOf(error)}): ${nameOf(sql)}`;
  if (uniqueViolations.includes(code)) return new DatabaseError('unique_violation', message);
  if (isBusyCode(code)) return new DatabaseError('database_busy', message);
  return new DatabaseError('statement_failed', message);
}

/** The low byte is the primary code. */
export function isBusyCode(code: number): boolean {
  return busyCodes.includes(code & 0xff);
}

/** SQLite's extended result code, 0 when the error is none of SQLite's. */
export function resultCodeOf(error: unknown): number {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined;
  return typeof code === 'number' ? code : 0;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
