import { createHash } from 'node:crypto';

/**
 * The id of a turn: the same for every attempt at it, another for every later one. It travels in the ticket
 * update's metadata, so that a write whose answer was lost can be found again in the ticket's audits.
 */
export function turnId(
  tenant: string,
  ticketId: string,
  turn: {
    newestComment: string | undefined;
    /** Number of the turn in our log; begins anew when the database is lost. */
    n: number;
    /** Number of the newest state we wrote; comes back from the ticket when the database is lost. */
    stateN: number;
  },
): string {
  const parts = [tenant, ticketId, turn.newestComment ?? '', turn.n, turn.stateN];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
}
