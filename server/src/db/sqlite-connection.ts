import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { SqlValue } from './database.ts';
import { DatabaseError, nameOf } from './database-error.ts';
import { storable } from './statement.ts';

/** How long opening may wait for another process, milliseconds; nothing else runs meanwhile. */
const openTimeoutMs = 5_000;
/** Kibibytes. SQLite's own 2 MB reads pages again and again: receives took a quarter more processor time. */
const cacheKib = 16_384;
/** The code holds some tens of statements; IN lists of all lengths are what could make more. */
const cachedStatements = 300;

export interface SqliteConnection {
  run(sql: string, params?: readonly SqlValue[]): object[];
  inTransaction(): boolean;
  close(): void;
}

/** Opens or creates the file and its folder, and makes sure that a commit survives a power cut. */
export function openSqlite(path: string): SqliteConnection {
  const database = openFile(path);
  const statements = new Map<string, StatementSync>();

  function prepare(sql: string): StatementSync {
    const known = statements.get(sql);
    if (known) return known;

    const oldest = statements.size >= cachedStatements ? statements.keys().next().value : undefined;
    if (oldest !== undefined) statements.delete(oldest);
    const statement = database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  }

  return {
    run(sql, params = []) {
      try {
        return prepare(sql)
          .all(...params.map(storable))
          .map((row) => ({ ...row }));
      } catch (error) {
        throw toDatabaseError(error, sql);
      }
    },
    inTransaction: () => database.isTransaction,
    close: () => database.close(),
  };
}

function openFile(path: string): DatabaseSync {
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
    const database = new DatabaseSync(path, { timeout: openTimeoutMs });
    try {
      makeDurable(database, path);
    } catch (error) {
      database.close();
      throw error;
    }
    return database;
  } catch (error) {
    if (error instanceof DatabaseError) throw error;
    throw new DatabaseError(
      'database_misconfigured',
      `Cannot open the database file ${path}: ${messageOf(error)}. ` +
        'Set DATABASE_URL to a file in a folder on a local disk that this user may write, or to a postgres:// address',
      { cause: error },
    );
  }
}

/** A WAL file reopens with synchronous=NORMAL unless told, and NORMAL loses its tail in a power cut: set and checked. */
function makeDurable(database: DatabaseSync, path: string): void {
  const read = (pragma: string) =>
    Object.values(database.prepare(`PRAGMA ${pragma}`).get() ?? {})[0];
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');

  const journal = read('journal_mode');
  const synchronous = read('synchronous');
  const wanted = path === ':memory:' ? 'memory' : 'wal';
  if (journal !== wanted || synchronous !== 2) {
    throw new Error(`it stays at journal_mode=${journal}, synchronous=${synchronous}`);
  }
  // From here on waiting for another process is done by trying again, so that everything else goes on.
  database.exec(`PRAGMA busy_timeout = 0; PRAGMA cache_size = -${cacheKib};`);
}

/** SQLite's extended result codes: https://www.sqlite.org/rescode.html */
const uniqueViolations = [1555, 2067];
const busyCodes = [5, 6];

function toDatabaseError(error: unknown, sql: string): DatabaseError {
  const code = errorCodeOf(error);
  const message = `SQLite refused a statement (${messageOf(error)}): ${nameOf(sql)}`;
  if (uniqueViolations.includes(code)) return new DatabaseError('unique_violation', message);
  // The low byte is the primary code.
  if (busyCodes.includes(code & 0xff)) return new DatabaseError('database_busy', message);
  return new DatabaseError('statement_failed', message);
}

function errorCodeOf(error: unknown): number {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined;
  return typeof code === 'number' ? code : 0;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
