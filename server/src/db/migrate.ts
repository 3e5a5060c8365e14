import type { Database, Queryable } from './database.ts';
import { DatabaseError } from './database-error.ts';

export interface Migration {
  version: number;
  name: string;
  statements: readonly string[];
}

/** Any number that no other program takes for a lock in the same PostgreSQL database. */
const migrationLock = 7_436_128;

/**
 * Brings the tables to the newest version, once: processes that start together wait for the first.
 * Refuses a database that a newer version of this software has migrated. Answers the versions before and after.
 */
export async function migrate(
  db: Database,
  migrations: readonly Migration[],
): Promise<{ from: number; to: number }> {
  return db.transaction(async (tx) => {
    if (db.dialect === 'postgres') {
      // The others wait for the first one's migrations for as long as those take.
      await tx.query('SET LOCAL statement_timeout = 0');
      await tx.query(`SELECT pg_advisory_xact_lock(${migrationLock})`);
    }
    const from = await readVersion(tx, db.dialect);
    const to = migrations.at(-1)?.version ?? 0;
    if (from > to) throw tooNew(from, to);

    for (const migration of migrations.slice(from)) await apply(tx, migration);
    return { from, to };
  });
}

async function apply(tx: Queryable, { version, name, statements }: Migration): Promise<void> {
  for (const statement of statements) await tx.query(statement);
  await tx.query('INSERT INTO schema_migrations (version, name, applied_at) VALUES (?, ?, ?)', [
    version,
    name,
    Date.now(),
  ]);
}

/** Looks before it creates: CREATE TABLE IF NOT EXISTS at every start locks horns with running traffic. */
async function readVersion(tx: Queryable, dialect: Database['dialect']): Promise<number> {
  const look =
    dialect === 'postgres'
      ? `SELECT 1 AS found WHERE to_regclass('schema_migrations') IS NOT NULL`
      : `SELECT 1 AS found FROM sqlite_master WHERE name = 'schema_migrations'`;
  const isThere = (await tx.query(look)).length > 0;
  if (!isThere) {
    await tx.query(
      'CREATE TABLE schema_migrations (version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at BIGINT NOT NULL)',
    );
  }
  const [row] = await tx.query<{ version: number | null }>(
    'SELECT MAX(version) AS version FROM schema_migrations',
  );
  return row?.version ?? 0;
}

function tooNew(version: number, newest: number): DatabaseError {
  return new DatabaseError(
    'database_too_new',
    `The database is at version ${version}, this software knows up to ${newest}. ` +
      'Start the version that migrated it, or restore a backup from before',
  );
}
