import pg from 'pg';
import { DatabaseError, nameOf, type DatabaseErrorCode } from './database-error.ts';

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const codes: Record<string, DatabaseErrorCode> = {
  '23505': 'unique_violation',
  '40P01': 'transaction_conflict',
  '40001': 'transaction_conflict',
  '57014': 'database_timeout',
  '25P03': 'database_timeout',
  '28P01': 'database_misconfigured',
  '28000': 'database_misconfigured',
  '3D000': 'database_misconfigured',
  '3F000': 'database_misconfigured',
  '42501': 'database_misconfigured',
  '57P01': 'database_unreachable',
  '57P02': 'database_unreachable',
  '57P03': 'database_unreachable',
  '53300': 'database_unreachable',
};

const waysOut: Record<string, string> = {
  '3F000': '. The schema in its search_path does not exist: create it, or correct DATABASE_URL',
  '42501':
    '. Make the user in DATABASE_URL the owner of the database, or run GRANT USAGE, CREATE ON SCHEMA public TO <user>',
};

/** PostgreSQL's own messages and details quote values, so only its code and the names in it go on. */
export function toDatabaseError(error: unknown, sql: string): DatabaseError {
  if (error instanceof DatabaseError) return error;
  if (error instanceof pg.DatabaseError) {
    const facts = [error.code, error.table, error.column, error.constraint].filter(Boolean);
    return new DatabaseError(
      codes[error.code ?? ''] ?? 'statement_failed',
      `PostgreSQL refused a statement (${facts.join(' ')}): ${nameOf(sql)}${waysOut[error.code ?? ''] ?? ''}`,
    );
  }
  // What is not from the server is about the connection, and holds no values.
  const message = error instanceof Error ? error.message : String(error);
  const code = message === 'Query read timeout' ? 'database_timeout' : 'database_unreachable';
  return new DatabaseError(code, `PostgreSQL did not answer (${message}): ${nameOf(sql)}`, {
    cause: error,
  });
}

export function isConflict(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === 'transaction_conflict';
}
