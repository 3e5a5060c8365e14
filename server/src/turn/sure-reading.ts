import { setTimeout as sleepFor } from 'node:timers/promises';
import type { CommentFacts } from '../assistant/facts.ts';
import { isNewer, newestCommentId } from '../assistant/thread.ts';
import { COMMENTS_READ } from './read-ticket.ts';
import type { TicketReading } from './read-ticket.ts';

/**
 * Zendesk's stamps have whole seconds: until the second of the last change is over, another change may hide behind
 * the same stamp and pass the safe update. Half a second more for clocks that differ.
 */
export const STAMP_SETTLES_MS = 1_500;

/**
 * An answer that took longer than this is not written before the ticket was looked at once more. A reading may take
 * as long as it wants: what changes after its first answer has another stamp, and the safe update sees that.
 */
export const READING_FRESH_MS = 5_000;

/** A list of comments that lags behind the webhook is read again after this. */
const SHOWS_SOON_MS = 1_000;

export interface SureReadingPorts {
  now: () => number;
  sleep?: ((ms: number) => Promise<unknown>) | undefined;
}

/**
 * Tells whether a turn may rest on a reading. When it may not, waits as long as it takes for the next reading to
 * be a better one. Counts from its first sight of a stamp when Zendesk's clock is ahead of ours.
 */
export function createReadingCheck({ now, sleep = sleepFor }: SureReadingPorts) {
  let seen = { stamp: '', at: 0 };

  return {
    /**
     * Whether a reading holds the comment that webhooks named, if they named one, and any at all: each ticket has
     * one. When not, waits a little for the next reading.
     */
    async isComplete({ facts: { comments } }: TicketReading, namedId?: string): Promise<boolean> {
      const isLagging = namedId !== undefined && !holds(comments, namedId);
      if (comments.length > 0 && !isLagging) return true;
      await sleep(SHOWS_SOON_MS);
      return false;
    },

    async isSure({ ticket, readAt, readUntil }: TicketReading): Promise<boolean> {
      const stamp = ticket.updatedAt;
      // Not when the reading began: of a slow one, the change may be younger than that.
      if (seen.stamp !== stamp) seen = { stamp, at: now() };
      const settledAt = Math.min(Date.parse(stamp), seen.at) + STAMP_SETTLES_MS;
      if (readAt < settledAt) {
        await sleep(Math.max(0, settledAt - now()));
        return false;
      }
      return now() - readUntil <= READING_FRESH_MS;
    },
  };
}

/** A full page may lack a comment because it is older. */
function holds(comments: readonly CommentFacts[], id: string): boolean {
  const isOlder = comments.length >= COMMENTS_READ && !isNewer(id, newestCommentId(comments));
  return isOlder || comments.some((comment) => comment.id === id);
}
