import type { Queryable } from '../db/database.ts';

/** A ticket whose work failed for good, until it is replayed or nudged again. */
export interface DeadLetter {
  tenant: string;
  ticketId: string;
  /** Epoch milliseconds. */
  deadAt: number;
  attempts: number;
  errorCode: string;
  message: string;
}

/** One screen of them; an operator with more has one cause to look for, not many. */
const most = 200;

interface DeadRow {
  tenant: string;
  ticket_id: string;
  dead_at: number;
  attempts: number;
  error_code: string;
  error_message: string;
}

/** The newest dead letters, of one shop or of all. */
export async function readDeadLetters(db: Queryable, tenant?: string): Promise<DeadLetter[]> {
  const rows = await db.query<DeadRow>(
    `SELECT tenant, ticket_id, dead_at, attempts, error_code, error_message FROM due_tickets
     WHERE dead_at IS NOT NULL ${tenant === undefined ? '' : 'AND tenant = ?'}
     ORDER BY dead_at DESC, ticket_id LIMIT ${most}`,
    tenant === undefined ? [] : [tenant],
  );
  return rows.map((row) => ({
    tenant: row.tenant,
    ticketId: row.ticket_id,
    deadAt: row.dead_at,
    attempts: row.attempts,
    errorCode: row.error_code,
    message: row.error_message,
  }));
}
