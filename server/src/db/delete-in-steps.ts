import { setTimeout } from 'node:timers/promises';
import type { Database, SqlValue } from './database.ts';

export interface Deletion {
  table: string;
  /** Its key, as in the table's definition. */
  key: string;
  where: string;
  params: readonly SqlValue[];
}

/** Small enough that nobody waits for it noticeably. */
const ROWS_PER_STEP = 500;

/**
 * Deletes rows step by step, each a transaction of its own, and rests after each for as long as it took: another
 * process waits for SQLite's lock meanwhile. Answers how many rows.
 */
export async function deleteInSteps(
  db: Database,
  { table, key, where, params }: Deletion,
): Promise<number> {
  let deleted = 0;
  for (;;) {
    const began = performance.now();
    // Asked twice: a row that was changed since it was found may have become one to keep.
    const rows = await db.query(
      `DELETE FROM ${table}
       WHERE (${key}) IN (SELECT ${key} FROM ${table} WHERE ${where} LIMIT ${ROWS_PER_STEP}) AND ${where}
       RETURNING ${key}`,
      [...params, ...params],
    );
    deleted += rows.length;
    if (rows.length === 0) return deleted;
    await setTimeout(performance.now() - began);
  }
}
