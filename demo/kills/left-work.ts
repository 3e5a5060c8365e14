import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '@smart-assistant/server/db/open-database.ts';

const LOOK_EVERY_MS = 50;

/** Until the echoes of the last answers are dealt with too, and for a time if they never are. */
export async function workDone(databaseUrl: string, patienceMs: number): Promise<void> {
  const db = await openDatabase({ url: databaseUrl });
  const giveUpAt = performance.now() + patienceMs;
  try {
    while (performance.now() < giveUpAt) {
      const due = await db.query('SELECT 1 AS due FROM due_tickets WHERE dead_at IS NULL LIMIT 1');
      if (due.length === 0) return;
      await wait(LOOK_EVERY_MS);
    }
  } finally {
    await db.close();
  }
}

/** What was acknowledged and never handled, and how many tickets still have work. */
export async function leftWork(databaseUrl: string, acknowledged: ReadonlySet<string>) {
  const db = await openDatabase({ url: databaseUrl });
  try {
    const handled = await db.query<{ invocation_id: string }>(
      'SELECT invocation_id FROM invocations WHERE handled_at IS NOT NULL',
    );
    const ids = new Set(handled.map(({ invocation_id }) => invocation_id));
    const left = await db.query('SELECT ticket_id FROM due_tickets');
    return {
      acknowledged: acknowledged.size,
      unhandled: [...acknowledged].filter((id) => !ids.has(id)),
      leftWork: left.length,
    };
  } finally {
    await db.close();
  }
}
