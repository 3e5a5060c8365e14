import type { Database } from '../db/database.ts';
import type { Steps } from '../db/steps.ts';
import { nudgeTicket, type Debounce } from './due-ticket-rows.ts';
import type { Invocation } from './inbox.ts';

/** Takes everything of a redelivery back. */
class Redelivery extends Error {
  override readonly name = 'Redelivery';
}

/** Stores an invocation and makes its ticket due in one transaction; false when we have it already. */
export async function storeInvocation(
  db: Database,
  invocation: Invocation,
  debounce: Debounce,
  now: number,
): Promise<boolean> {
  try {
    await db.steps(() => storingSteps(invocation, debounce, now));
    return true;
  } catch (error) {
    if (error instanceof Redelivery) return false;
    throw error;
  }
}

function* storingSteps(invocation: Invocation, debounce: Debounce, now: number): Steps<void> {
  const { tenant, digest, invocationId, body, receivedAt, event } = invocation;
  // The ticket's row first: whoever works on a ticket locks it first, so nobody waits in a circle.
  const nudge = event ? yield* nudgeTicket({ tenant, ticketId: event.ticketId }, debounce, now) : 0;
  const stored = yield {
    sql: `INSERT INTO invocations (tenant, digest, invocation_id, body, ticket_id, kind,
        comment_id, comment_author_id, field_value, nudge, received_at, handled_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (tenant, digest) DO NOTHING RETURNING digest`,
    params: [
      ...[tenant, digest, invocationId ?? null, body],
      ...[event?.ticketId ?? null, event?.kind ?? null],
      ...[event?.commentId ?? null, event?.commentAuthorId ?? null],
      ...[event?.fieldValue ?? null, nudge, receivedAt],
      // Without a ticket there is nothing to do.
      event ? null : receivedAt,
    ],
  };
  if (stored.length === 0) throw new Redelivery();
}
