import type { Database, SqlValue } from '../../src/db/database.ts';
import { dialect } from './test-database.ts';

interface Column {
  table: string;
  name: string;
  type: string;
}

/** Holds no more than the account that a removed shop's slug was of, and stays: that is its purpose. */
const OUTLIVES_THE_SHOP = 'removed_tenants';

/** Every column of every table that keeps something of a shop, until it is removed. */
async function columnsOfShops(db: Database): Promise<Column[]> {
  const columns = await db.query<Column & object>(
    dialect === 'postgres'
      ? `SELECT table_name AS "table", column_name AS name, data_type AS type
         FROM information_schema.columns WHERE table_schema = current_schema()`
      : `SELECT tables.name AS "table", columns.name AS name, columns.type AS type
         FROM sqlite_master AS tables JOIN pragma_table_info(tables.name) AS columns
         WHERE tables.type = 'table'`,
  );
  const tables = new Set(columns.filter(({ name }) => name === 'tenant').map((c) => c.table));
  tables.delete(OUTLIVES_THE_SHOP);
  return columns.filter(({ table }) => tables.has(table));
}

/** The tables that keep something of a shop; the one of the shops themselves has its own name for a slug. */
async function tablesOfShops(db: Database): Promise<Map<string, Column[]>> {
  return Map.groupBy(await columnsOfShops(db), ({ table }) => table);
}

/** Puts as many rows of a shop into each table as are asked for, where its key allows more than one. */
export async function fillRecords(db: Database, slug: string, rows = 1): Promise<void> {
  const numbers = Array.from({ length: rows }, (_, n) => n);
  for (const [table, columns] of await tablesOfShops(db)) {
    const names = columns.map(({ name }) => name).join(', ');
    const marks = numbers.map(() => `(${columns.map(() => '?').join(', ')})`).join(', ');
    await db.query(
      `INSERT INTO ${table} (${names}) VALUES ${marks} ON CONFLICT DO NOTHING`,
      numbers.flatMap((n) => columns.map((column) => valueFor(column, slug, n))),
    );
  }
}

function valueFor({ name, type }: Column, slug: string, n: number): SqlValue {
  if (name === 'tenant') return slug;
  return type.toLowerCase() === 'text' ? `${slug} ${n}` : n;
}

/** How many rows of a shop each table has, those without left out. */
export async function countRecords(db: Database, slug: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of (await tablesOfShops(db)).keys()) {
    const sql = `SELECT COUNT(*) AS count FROM ${table} WHERE tenant = ?`;
    const [row] = await db.query<{ count: number }>(sql, [slug]);
    if (row!.count > 0) counts[table] = row!.count;
  }
  return counts;
}
