import type { Database } from '../db/database.ts';
import type { Steps } from '../db/steps.ts';
import { isFree } from './due-ticket-rows.ts';

interface Replaying {
  tenant: string;
  /** All of the shop when left out. */
  ticketId?: string | undefined;
  now: number;
}

/** Makes dead tickets due again, and now those that wait for a later attempt; answers how many. */
export function replayWork(db: Database, replaying: Replaying): Promise<number> {
  return db.steps(function* () {
    return (yield* replayDead(replaying)) + (yield* bringForward(replaying));
  });
}

function* replayDead({ tenant, ticketId, now }: Replaying): Steps<number> {
  const rows = yield {
    sql: `UPDATE due_tickets SET dead_at = NULL, attempts = 0, nudged_at = ?, due_at = ?, nudged_by = 'replay'
      WHERE tenant = ? AND dead_at IS NOT NULL ${onlyTicket(ticketId)} RETURNING ticket_id`,
    params: [now, now, tenant, ...(ticketId === undefined ? [] : [ticketId])],
  };
  return rows.length;
}

/** The attempts so far still count: should the cause not be mended after all, a human gets the ticket no later. */
function* bringForward({ tenant, ticketId, now }: Replaying): Steps<number> {
  const rows = yield {
    sql: `UPDATE due_tickets SET due_at = ?, nudged_by = COALESCE(nudged_by, 'replay')
      WHERE tenant = ? AND dead_at IS NULL AND attempts > 0 AND due_at > ? AND ${isFree}
        ${onlyTicket(ticketId)} RETURNING ticket_id`,
    params: [now, tenant, now, now, ...(ticketId === undefined ? [] : [ticketId])],
  };
  return rows.length;
}

const onlyTicket = (ticketId: string | undefined): string =>
  ticketId === undefined ? '' : 'AND ticket_id = ?';
