import { isNewer } from '../assistant/thread.ts';
import { HANDBACK_TAG, PAUSED_TAG, TAKEOVER_TAG } from '@smart-assistant/shared/control-tags.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { ChangedTicket, TicketComment } from '../zendesk/schemas.ts';
import type { KnownTicket } from './known-tickets.ts';

/**
 * What a changed ticket is to the sweep. `handled`: nothing can be missing. `ending`: it ended, and nobody told us.
 * `retagged`: an agent handed it back or resumed it, which no webhook tells. `look`: only its comments can tell.
 */
export function firstLook(
  ticket: ChangedTicket,
  { work, conversation }: KnownTicket,
): 'handled' | 'ending' | 'retagged' | 'look' {
  const { status } = ticket;
  const isOver = status === 'solved' || status === 'closed';
  if (!isOver && isRetagged(ticket, { work, conversation })) return 'retagged';
  // Work that is due reads the thread, unless it takes a delivery for the echo of our last reply.
  if (work === 'due') return conversation?.lastReply ? 'look' : 'handled';
  if (!isOver) return 'look';
  if (conversation?.state?.mode === 'ended') return 'handled';
  // A customer's comment reopens a solved ticket, so what is over and was never ours holds no question.
  if (!conversation?.state) return status === 'closed' ? 'handled' : 'look';
  return work === 'dead' ? 'handled' : 'ending';
}

/**
 * A handback waits for the end of a pause, and means nothing where the assistant has the ticket and its work has not
 * failed: a trigger that sets the tag each time would keep us busy for ever.
 */
function isRetagged({ tags }: ChangedTicket, { work, conversation }: KnownTicket): boolean {
  const mode = conversation?.state?.mode;
  if (tags.includes(PAUSED_TAG)) return false;
  if (!tags.includes(HANDBACK_TAG)) return mode === 'paused';
  return mode !== 'assistant' || tags.includes(TAKEOVER_TAG) || work === 'dead';
}

/**
 * The newest public comment that no turn has handled, of those written at or after `since` (epoch milliseconds):
 * what is older was there before we looked for the first time, or was looked at by the sweep before.
 */
export function unhandledComment(
  comments: readonly TicketComment[],
  conversation: Conversation | undefined,
  since: number,
): TicketComment | undefined {
  const handled = conversation?.state?.last?.comment;
  const place = comments.findIndex(({ id }) => id === handled);
  const newer =
    place < 0 ? comments.filter(({ id }) => isNewer(id, handled)) : comments.slice(0, place);
  return newer.find(
    (comment) =>
      comment.isPublic &&
      comment.turnId === undefined &&
      comment.id !== conversation?.lastReply?.commentId &&
      Date.parse(comment.createdAt) >= since,
  );
}

/**
 * Whether a turn should have seen a comment that a webhook told of: there is no work left, and a turn notes down what
 * it reads. Not where an agent has the ticket or it is paused: there a body that names no comment is enough to stay
 * silent, and nothing is read or missed.
 */
export function isOverlooked({ work, conversation }: KnownTicket): boolean {
  const mode = conversation?.state?.mode;
  return work === undefined && mode !== 'agent' && mode !== 'paused';
}
