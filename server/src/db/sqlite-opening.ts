import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DatabaseError } from './database-error.ts';
import { isBusyCode, messageOf, resultCodeOf } from './sqlite-error.ts';

/** How long opening may wait for another process, milliseconds; nothing else runs meanwhile. */
const openTimeoutMs = 5_000;
/** Kibibytes. SQLite's own 2 MB reads pages again and again: receives took a quarter more processor time. */
const cacheKib = 16_384;

/** Opens or creates the file and its folder, durable. Fails with one sentence that names the file and the way out. */
export function openFile(path: string): DatabaseSync {
  try {
    if (path !== ':memory:') makeForOurEyes(path);
    const database = new DatabaseSync(path, { timeout: openTimeoutMs });
    try {
      makeDurable(database, path);
    } catch (error) {
      database.close();
      throw error;
    }
    return database;
  } catch (error) {
    throw toOpeningError(error, path);
  }
}

/**
 * Customers' words are in it. What is there already keeps the rights that somebody gave it; SQLite makes the files
 * beside it with the rights of the first.
 */
function makeForOurEyes(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
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

/** What is said at the start when another process does not let go of the file. */
export function fileLocked(path: string, cause: unknown): DatabaseError {
  return new DatabaseError(
    'database_busy',
    `The database file ${path} stays locked by another process: a second server on the same file ` +
      '(several need PostgreSQL), a backup, or an open sqlite3 or database browser. End that one and start again',
    { cause },
  );
}

/** SQLite's primary result codes: https://www.sqlite.org/rescode.html */
const READONLY = 8;
const CORRUPT = 11;
const CANTOPEN = 14;
const NOTADB = 26;

function toOpeningError(error: unknown, path: string): DatabaseError {
  const code = resultCodeOf(error);
  if (isBusyCode(code)) return fileLocked(path, error);
  return new DatabaseError('database_misconfigured', whyNot(error, code & 0xff, path), {
    cause: error,
  });
}

function whyNot(error: unknown, code: number, path: string): string {
  if (code === NOTADB) {
    return `${path} is not an SQLite database: set DATABASE_URL to another file, or restore this one from a backup`;
  }
  if (code === CORRUPT) {
    return `The database file ${path} is damaged (${messageOf(error)}): restore it from a backup`;
  }
  const isRefused = error instanceof Error && 'code' in error && isAccessCode(error.code);
  if (isRefused || code === READONLY || code === CANTOPEN) {
    return (
      `The database file ${path} cannot be written (${messageOf(error)}): let the user who runs this write to the ` +
      `folder ${dirname(path)} and to the files in it, or set DATABASE_URL to a file elsewhere`
    );
  }
  return (
    `The database file ${path} cannot be opened (${messageOf(error)}): ` +
    'set DATABASE_URL to a file in a folder on a local disk that this user may write, or to a postgres:// address'
  );
}

function isAccessCode(code: unknown): boolean {
  return code === 'EACCES' || code === 'EPERM' || code === 'EROFS';
}
