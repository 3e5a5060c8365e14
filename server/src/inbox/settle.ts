import type { Database, Queryable, SqlValue } from '../db/database.ts';
import type { DueTicket, Settlement } from './inbox.ts';

interface Settling {
  due: DueTicket;
  settlement: Settlement;
  also?: ((tx: Queryable) => Promise<void>) | undefined;
  now: number;
}

/** Ends a claim and runs `also`, in one transaction; false, and nothing stored, when the lease was lost. */
export async function settleTicket(db: Database, settling: Settling): Promise<boolean> {
  return db.transaction(async (tx) => {
    const claim = await lockClaim(tx, db.dialect, settling.due);
    if (!claim) return false;

    const { due, settlement, also, now } = settling;
    const isNudgedAgain = claim.nudges > claim.claimed_nudges;
    if (settlement.kind !== 'retry') {
      await markHandled(tx, due, claim.claimed_nudges, now);
      if (due.nudgedBy) await forgetWhoAsked(tx, due, claim);
    }
    await endClaim(tx, settling, isNudgedAgain);
    await also?.(tx);
    return true;
  });
}

interface ClaimRow {
  nudges: number;
  claimed_nudges: number;
}

async function lockClaim(
  tx: Queryable,
  dialect: Database['dialect'],
  { tenant, ticketId, lease }: DueTicket,
): Promise<ClaimRow | undefined> {
  const lock = dialect === 'postgres' ? 'FOR UPDATE' : '';
  const [row] = await tx.query<ClaimRow>(
    `SELECT nudges, claimed_nudges FROM due_tickets
     WHERE tenant = ? AND ticket_id = ? AND lease = ? ${lock}`,
    [tenant, ticketId, lease],
  );
  return row;
}

/** A failed ticket that was nudged again goes on with the new nudges instead of being dead. */
async function endClaim(
  tx: Queryable,
  { due, settlement, now }: Settling,
  isNudgedAgain: boolean,
): Promise<void> {
  switch (settlement.kind) {
    case 'done':
      if (isNudgedAgain) await release(tx, due, 'attempts = 0, error_code = NULL', []);
      else await remove(tx, due);
      return;
    case 'retry':
      await release(tx, due, 'attempts = attempts + 1, due_at = ?, error_code = ?', [
        settlement.at,
        settlement.errorCode,
      ]);
      return;
    case 'dead':
      await release(tx, due, 'attempts = ?, dead_at = ?, error_code = ?, error_message = ?', [
        isNudgedAgain ? 0 : due.attempts + 1,
        isNudgedAgain ? null : now,
        settlement.errorCode,
        settlement.message,
      ]);
  }
}

async function release(
  tx: Queryable,
  { tenant, ticketId, lease }: DueTicket,
  changes: string,
  values: SqlValue[],
): Promise<void> {
  await tx.query(
    `UPDATE due_tickets SET claimed_by = NULL, claimed_nudges = NULL, lease = NULL, ${changes}
     WHERE tenant = ? AND ticket_id = ? AND lease = ?`,
    [...values, tenant, ticketId, lease],
  );
}

async function remove(tx: Queryable, { tenant, ticketId, lease }: DueTicket): Promise<void> {
  await tx.query('DELETE FROM due_tickets WHERE tenant = ? AND ticket_id = ? AND lease = ?', [
    tenant,
    ticketId,
    lease,
  ]);
}

async function markHandled(
  tx: Queryable,
  { tenant, ticketId }: DueTicket,
  upToNudge: number,
  now: number,
): Promise<void> {
  await tx.query(
    `UPDATE invocations SET handled_at = ?
     WHERE tenant = ? AND ticket_id = ? AND handled_at IS NULL AND nudge <= ?`,
    [now, tenant, ticketId, upToNudge],
  );
}

/** Unless there were more nudges since the claim than webhooks: then others have asked again. */
async function forgetWhoAsked(
  tx: Queryable,
  { tenant, ticketId, lease }: DueTicket,
  { nudges, claimed_nudges }: ClaimRow,
): Promise<void> {
  await tx.query(
    `UPDATE due_tickets SET nudged_by = NULL
     WHERE tenant = ? AND ticket_id = ? AND lease = ? AND nudged_by IS NOT NULL
       AND (SELECT COUNT(*) FROM invocations
            WHERE tenant = ? AND ticket_id = ? AND handled_at IS NULL) = ?`,
    [tenant, ticketId, lease, tenant, ticketId, nudges - claimed_nudges],
  );
}
