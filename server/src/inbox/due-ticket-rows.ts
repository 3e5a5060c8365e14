import type { Queryable } from '../db/database.ts';
import type { Steps } from '../db/steps.ts';
import type { NudgeSource } from './inbox.ts';

/** How long a ticket waits for more nudges before it is worked on, milliseconds. */
export interface Debounce {
  /** After the newest nudge. */
  debounceMs: number;
  /** After the first one, whatever comes later. */
  maxWaitMs: number;
}

export interface TicketKey {
  tenant: string;
  ticketId: string;
}

/** Nobody works on it: free, or claimed by a process whose heartbeat has stopped. Takes the time as parameter. */
export const isFree = `(claimed_by IS NULL
  OR claimed_by NOT IN (SELECT id FROM processes WHERE alive_until > ?))`;

/** May be claimed now. Takes the time as parameter, twice. */
export const isClaimable = `dead_at IS NULL AND due_at <= ? AND ${isFree}`;

/** Leaves the tickets of some shops out, which are its parameters. */
export function exceptShops(slugs: readonly string[]): string {
  return slugs.length === 0 ? '' : `AND tenant NOT IN (${slugs.map(() => '?').join(', ')})`;
}

/** The first nudge since the ticket was claimed, or since it died, opens a new round. */
const opensRound = `(due_tickets.dead_at IS NOT NULL
  OR due_tickets.claimed_nudges = due_tickets.nudges)`;

/**
 * Makes a ticket due, or due later when it is due already: within the cap, and never before the time a
 * failed attempt is to be repeated. `by` is left out for a webhook, whose events are stored beside. Answers the
 * count of the ticket's nudges, which orders its events.
 */
export function* nudgeTicket(
  { tenant, ticketId }: TicketKey,
  { debounceMs, maxWaitMs }: Debounce,
  now: number,
  by?: NudgeSource,
): Steps<number> {
  const [row] = yield {
    sql: `INSERT INTO due_tickets (tenant, ticket_id, nudges, nudged_at, due_at, attempts, nudged_by)
     VALUES (?, ?, 1, ?, ?, 0, ?)
     ON CONFLICT (tenant, ticket_id) DO UPDATE SET
       nudges = due_tickets.nudges + 1,
       nudged_at = CASE WHEN ${opensRound} THEN excluded.nudged_at ELSE due_tickets.nudged_at END,
       due_at = CASE
         WHEN ${opensRound} THEN excluded.due_at
         WHEN due_tickets.attempts > 0 THEN due_tickets.due_at
         WHEN excluded.due_at > due_tickets.nudged_at + ? THEN due_tickets.nudged_at + ?
         ELSE excluded.due_at
       END,
       attempts = CASE WHEN due_tickets.dead_at IS NULL THEN due_tickets.attempts ELSE 0 END,
       nudged_by = CASE WHEN due_tickets.dead_at IS NULL
         THEN COALESCE(due_tickets.nudged_by, excluded.nudged_by) ELSE excluded.nudged_by END,
       dead_at = NULL
     RETURNING nudges`,
    params: [
      ...[tenant, ticketId, now, now + Math.min(debounceMs, maxWaitMs), by ?? null],
      ...[maxWaitMs, maxWaitMs],
    ],
  };
  return Number(row!.nudges);
}

export async function hasDue(
  db: Queryable,
  now: number,
  passedOver: readonly string[] = [],
): Promise<boolean> {
  const rows = await db.query(
    `SELECT ticket_id FROM due_tickets WHERE ${isClaimable} ${exceptShops(passedOver)}
     ORDER BY due_at LIMIT 1`,
    [now, now, ...passedOver],
  );
  return rows.length > 0;
}

/** How many tickets have work that did not fail for good. */
export async function countDue(db: Queryable): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    'SELECT COUNT(*) AS count FROM due_tickets WHERE dead_at IS NULL',
  );
  return row?.count ?? 0;
}

/** When the next ticket that nobody works on is due, from `after` on; epoch milliseconds. */
export async function nextDueAt(
  db: Queryable,
  now: number,
  after = 0,
): Promise<number | undefined> {
  const [row] = await db.query<{ due_at: number }>(
    `SELECT due_at FROM due_tickets WHERE dead_at IS NULL AND due_at > ? AND ${isFree}
     ORDER BY due_at LIMIT 1`,
    [after, now],
  );
  return row?.due_at;
}
