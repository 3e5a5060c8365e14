import type { Conversation } from '../conversation/conversation.ts';
import type { ChangedTickets } from '../zendesk/ticket-calls.ts';
import type { TicketComment } from '../zendesk/schemas.ts';
import type { KnownTicket } from './known-tickets.ts';

export type ChangedTicket = ChangedTickets['tickets'][number];

/**
 * What a changed ticket is to the sweep. `handled`: nothing can be missing. `ending`: it ended, and nobody told us.
 * `look`: only its comments can tell.
 */
export function firstLook(
  { status }: ChangedTicket,
  { work, conversation }: KnownTicket,
): 'handled' | 'ending' | 'look' {
  if (work === 'due') return 'handled';
  const isOver = status === 'solved' || status === 'closed';
  if (!isOver) return 'look';
  if (conversation?.state?.mode === 'ended') return 'handled';
  // A customer's comment reopens a solved ticket, so what is over and was never ours holds no question.
  if (!conversation?.state) return status === 'closed' ? 'handled' : 'look';
  return work === 'dead' ? 'handled' : 'ending';
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
  const handledUpTo = BigInt(conversation?.state?.last?.comment ?? 0);
  return comments.find(
    (comment) =>
      comment.isPublic &&
      comment.turnId === undefined &&
      comment.id !== conversation?.lastReply?.commentId &&
      BigInt(comment.id) > handledUpTo &&
      Date.parse(comment.createdAt) >= since,
  );
}
