import type { Database, Queryable, SqlValue } from '@smart-assistant/server/db/database.ts';

type Row = Record<string, SqlValue>;
export type Backup = Map<string, Row[]>;

/** Every table with its rows. */
export async function takeBackup(db: Database): Promise<Backup> {
  const backup: Backup = new Map();
  for (const table of await tablesOf(db)) {
    backup.set(table, await db.query<Row>(`SELECT * FROM ${table}`));
  }
  return backup;
}

/** The database as it was; what came after is gone. */
export async function restoreBackup(db: Database, backup: Backup): Promise<void> {
  await db.transaction(async (tx) => {
    for (const [table, rows] of backup) {
      await tx.query(`DELETE FROM ${table}`);
      for (const row of rows) await insert(tx, table, row);
    }
  });
}

/** A database as a new installation has it. */
export async function emptyDatabase(db: Database): Promise<void> {
  const tables = await tablesOf(db);
  await db.transaction(async (tx) => {
    for (const table of tables) await tx.query(`DELETE FROM ${table}`);
  });
}

async function tablesOf(db: Database): Promise<string[]> {
  const tables = await db.query<{ name: string }>(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%migration%'`,
  );
  return tables.map(({ name }) => name);
}

async function insert(tx: Queryable, table: string, row: Row): Promise<void> {
  const columns = Object.keys(row);
  await tx.query(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    Object.values(row),
  );
}
