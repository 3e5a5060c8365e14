export const DATABASE_ERROR_CODES = [
  /** The address or file cannot be used as it is; the message names the way out. */
  'database_misconfigured',
  /** No connection, or none within the time allowed. */
  'database_unreachable',
  /** Another process kept the database locked for too long. */
  'database_busy',
  /** Migrated by a newer version of this software. */
  'database_too_new',
  /** A statement or a transaction took longer than allowed. */
  'database_timeout',
  /** A row with this key exists. */
  'unique_violation',
  /** Two transactions stood in each other's way: nothing was stored, trying again helps. */
  'transaction_conflict',
  /** The database refused a statement. */
  'statement_failed',
  /** Used after close(), outside its transaction, or from inside somebody else's. */
  'database_misused',
] as const;
export type DatabaseErrorCode = (typeof DATABASE_ERROR_CODES)[number];

/** What this room throws. Messages hold statement texts and table names, never values: those are customers' data. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly code: DatabaseErrorCode;

  constructor(code: DatabaseErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The beginning of a statement, on one line, enough to find it in the code. */
export function nameOf(sql: string): string {
  const line = sql.replaceAll(/\s+/g, ' ').trim();
  return line.length > 100 ? `${line.slice(0, 100)}…` : line;
}
