import type { Queryable } from '../db/database.ts';
import { isFree } from './due-ticket-rows.ts';

/** A ticket whose work failed and waits for another attempt. Times in epoch milliseconds. */
export interface WaitingWork {
  tenant: string;
  ticketId: string;
  /** So far. */
  attempts: number;
  /** Of the newest one. */
  errorCode: string;
  /** May be past, while all workers are busy or no server runs. */
  nextAttemptAt: number;
  /** When it was first asked for a look that has not come about. */
  waitingSince: number;
}

/** One screen of them, like dead letters. */
const MOST = 200;

interface WaitingRow {
  tenant: string;
  ticket_id: string;
  attempts: number;
  error_code: string;
  due_at: number;
  nudged_at: number;
}

interface Where {
  /** All shops when left out. */
  tenant?: string | undefined;
  now: number;
}

const waits = ({ tenant, now }: Where) => ({
  sql: `dead_at IS NULL AND attempts > 0 AND ${isFree} ${tenant === undefined ? '' : 'AND tenant = ?'}`,
  params: tenant === undefined ? [now] : [now, tenant],
});

/** The work that waits for another attempt, what waits longest first. */
export async function readWaitingWork(db: Queryable, where: Where): Promise<WaitingWork[]> {
  const { sql, params } = waits(where);
  const rows = await db.query<WaitingRow>(
    `SELECT tenant, ticket_id, attempts, error_code, due_at, nudged_at FROM due_tickets
     WHERE ${sql} ORDER BY nudged_at, tenant, ticket_id LIMIT ${MOST}`,
    params,
  );
  return rows.map((row) => ({
    tenant: row.tenant,
    ticketId: row.ticket_id,
    attempts: row.attempts,
    errorCode: row.error_code,
    nextAttemptAt: row.due_at,
    waitingSince: row.nudged_at,
  }));
}

export async function countWaitingWork(db: Queryable, where: Where): Promise<number> {
  const { sql, params } = waits(where);
  const [row] = await db.query<{ count: number }>(
    `SELECT COUNT(*) AS count FROM due_tickets WHERE ${sql}`,
    params,
  );
  return row?.count ?? 0;
}
