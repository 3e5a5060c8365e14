import type { Database, DatabaseLogger } from './database.ts';
import { DatabaseError } from './database-error.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/migrations.ts';
import { openSqliteDatabase } from './sqlite-database.ts';
import { fileLocked } from './sqlite-opening.ts';

export interface DatabaseOptions {
  /** `postgres://…`, the path of an SQLite file (`sqlite:` before it is allowed), or `:memory:`. */
  url?: string | undefined;
  logger?: DatabaseLogger | undefined;
}

const defaultFile = 'data/smart-assistant.db';
/** A start that takes longer than this says what it waits for. */
const longestSilenceMs = 2_000;

/** Opens the database and brings its tables up to date. Fails with a `DatabaseError` that names the way out. */
export async function openDatabase({ url, logger }: DatabaseOptions = {}): Promise<Database> {
  const address = url ?? defaultFile;
  const log = logger ?? { info: () => undefined, warn: () => undefined };
  const db = await connect(address, log);
  const silence = setTimeout(() => {
    log.warn({}, 'waiting for the database: another process holds or migrates it');
  }, longestSilenceMs);
  try {
    if (db.dialect === 'postgres') await assertDurable(db);
    const { from, to } = await migrate(db, migrations);
    if (from < to) log.info({ from, to }, 'database migrated');
    return db;
  } catch (error) {
    await db.close();
    const isBusy = error instanceof DatabaseError && error.code === 'database_busy';
    throw isBusy ? fileLocked(pathOf(address), error) : error;
  } finally {
    clearTimeout(silence);
  }
}

async function connect(url: string, logger: DatabaseLogger): Promise<Database> {
  if (/^postgres(ql)?:\/\//.test(url)) {
    // Who runs on SQLite starts without the driver.
    const { openPostgresDatabase } = await import('./postgres-database.ts');
    const { assertReachable } = await import('./postgres-opening.ts');
    await assertReachable(url);
    return openPostgresDatabase(url, logger);
  }

  const scheme = /^([a-z][a-z0-9+]+):\/\//i.exec(url)?.[1];
  if (scheme && scheme !== 'sqlite' && scheme !== 'file') {
    throw new DatabaseError(
      'database_misconfigured',
      `There is no database for ${scheme}:// addresses. Set DATABASE_URL to postgres://… or to the path of an SQLite file`,
    );
  }
  return openSqliteDatabase(pathOf(url));
}

function pathOf(url: string): string {
  return url.replace(/^(sqlite|file):(\/\/)?/, '');
}

/** An acknowledged webhook must survive a crash of the database server. */
async function assertDurable(db: Database): Promise<void> {
  const [row] = await db.query<{ setting: string }>(
    `SELECT current_setting('synchronous_commit') AS setting`,
  );
  if (row?.setting !== 'off') return;
  throw new DatabaseError(
    'database_misconfigured',
    'PostgreSQL has synchronous_commit off for this user and would lose acknowledged webhooks in a crash. ' +
      'Run: ALTER ROLE <user> SET synchronous_commit = on',
  );
}
