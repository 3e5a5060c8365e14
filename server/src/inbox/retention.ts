import type { Database } from '../db/database.ts';

/** Small enough that nobody waits for it noticeably. */
const rowsPerStep = 500;

/**
 * Deletes invocations handled before `before` (epoch milliseconds), step by step; answers how many.
 * Their bodies hold customers' words, and their digests are of no use once redeliveries are too old to verify.
 */
export async function forgetHandledInvocations(db: Database, before: number): Promise<number> {
  let forgotten = 0;
  for (;;) {
    const rows = await db.query(
      `DELETE FROM invocations WHERE (tenant, digest) IN (
         SELECT tenant, digest FROM invocations
         WHERE handled_at IS NOT NULL AND handled_at < ? LIMIT ${rowsPerStep})
       RETURNING digest`,
      [before],
    );
    forgotten += rows.length;
    if (rows.length < rowsPerStep) return forgotten;
  }
}
