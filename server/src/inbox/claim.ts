import type { Database, Queryable } from '../db/database.ts';
import { exceptShops, isClaimable, type TicketKey } from './due-ticket-rows.ts';
import type { DueTicket, NudgeSource } from './inbox.ts';

/** Tickets that were taken by somebody between our look and our lock; after so many the next poll will do. */
const looksPerClaim = 5;

export interface Claimant {
  processId: string;
  /** New for every claim. */
  lease: string;
  now: number;
  /** Shops whose tickets have to wait. */
  passedOver: readonly string[];
}

/** Claims the ticket that is due longest, those passed over left out, for the process with a committed heartbeat. */
export async function claimTicket(
  db: Database,
  claimant: Claimant,
): Promise<DueTicket | undefined> {
  return db.transaction(async (tx) => {
    for (let look = 0; look < looksPerClaim; look++) {
      const key = await lockDueTicket(tx, db.dialect, claimant);
      if (!key) return undefined;
      const claimed = await markClaimed(tx, key, claimant);
      if (claimed) return withEvents(tx, key, claimed, claimant.lease);
    }
    return undefined;
  });
}

async function lockDueTicket(
  tx: Queryable,
  dialect: Database['dialect'],
  { now, passedOver }: Claimant,
): Promise<TicketKey | undefined> {
  const lock = dialect === 'postgres' ? 'FOR UPDATE SKIP LOCKED' : '';
  const [row] = await tx.query<{ tenant: string; ticket_id: string }>(
    `SELECT tenant, ticket_id FROM due_tickets
     WHERE ${isClaimable} ${exceptShops(passedOver)} ORDER BY due_at LIMIT 1 ${lock}`,
    [now, now, ...passedOver],
  );
  return row && { tenant: row.tenant, ticketId: row.ticket_id };
}

interface ClaimedRow {
  nudges: number;
  nudged_at: number;
  nudged_by: NudgeSource | null;
  attempts: number;
}

/** Asks again, in a statement of its own: what the lock was waited for may have changed the answer. */
async function markClaimed(
  tx: Queryable,
  { tenant, ticketId }: TicketKey,
  { processId, lease, now }: Claimant,
): Promise<ClaimedRow | undefined> {
  const [row] = await tx.query<ClaimedRow>(
    `UPDATE due_tickets SET claimed_by = ?, lease = ?, claimed_nudges = nudges
     WHERE tenant = ? AND ticket_id = ? AND ${isClaimable}
     RETURNING nudges, nudged_at, nudged_by, attempts`,
    [processId, lease, tenant, ticketId, now, now],
  );
  return row;
}

interface EventRow {
  kind: 'comment' | 'closed';
  comment_id: string | null;
  comment_author_id: string | null;
  field_value: string | null;
  received_at: number;
}

async function withEvents(
  tx: Queryable,
  { tenant, ticketId }: TicketKey,
  claimed: ClaimedRow,
  lease: string,
): Promise<DueTicket> {
  const rows = await tx.query<EventRow>(
    `SELECT kind, comment_id, comment_author_id, field_value, received_at FROM invocations
     WHERE tenant = ? AND ticket_id = ? AND handled_at IS NULL AND nudge <= ?
     ORDER BY nudge`,
    [tenant, ticketId, claimed.nudges],
  );
  return {
    tenant,
    ticketId,
    events: rows.map((row) => ({
      kind: row.kind,
      ticketId,
      commentId: row.comment_id ?? undefined,
      commentAuthorId: row.comment_author_id ?? undefined,
      fieldValue: row.field_value ?? undefined,
    })),
    nudgedBy: claimed.nudged_by ?? undefined,
    nudgedAt: Math.min(claimed.nudged_at, ...rows.map((row) => row.received_at)),
    attempts: claimed.attempts,
    lease,
  };
}
