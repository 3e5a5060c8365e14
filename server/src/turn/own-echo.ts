import type { TicketEvent } from '@smart-assistant/shared/ticket-event.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { DueTicket } from '../inbox/inbox.ts';
import { turnId } from './turn-id.ts';
import { nudgesOf } from './turn-record.ts';
import type { TurnResult } from './turn-record.ts';

/**
 * The turn for nothing but the echo of our own reply: Zendesk's trigger fires on it like on any comment.
 * The signed webhook proves it, so Zendesk is not asked. Answers nothing when it might be anything else.
 */
export function ownEcho(
  conversation: Conversation,
  due: DueTicket,
  now: number,
): TurnResult | undefined {
  const { lastReply, state, pendingTurns = [] } = conversation;
  if (!lastReply || !state || pendingTurns.length > 0) return undefined;
  // Whoever else asks for a look has seen more than our reply.
  if (due.events.length !== 1 || due.nudgedBy) return undefined;
  if (!isEcho(due.events[0]!, lastReply)) return undefined;

  const n = conversation.turnCount + 1;
  return {
    conversation: { ...conversation, turnCount: n, lastReply: { ...lastReply, isEchoed: true } },
    recovered: [],
    record: {
      id: turnId(conversation.tenant, conversation.ticketId, {
        newestComment: lastReply.commentId,
        n,
        stateN: state.n,
      }),
      n,
      at: now,
      action: 'stayed_silent',
      reason: 'own_comment_echo',
      mode: state.mode,
      sources: [],
      rules: [{ rule: 'own_comment_echo', verdict: 'decided' }],
      nudges: nudgesOf(due),
      tookMs: Math.max(0, now - due.nudgedAt),
    },
  };
}

/**
 * A lean body names the comment. A manual one names only its author, and an API token's person may also
 * write by hand: so the author is proof once, for the one echo that is still to come.
 */
function isEcho(event: TicketEvent, lastReply: NonNullable<Conversation['lastReply']>): boolean {
  if (event.kind !== 'comment') return false;
  if (event.commentId !== undefined) return event.commentId === lastReply.commentId;
  return !lastReply.isEchoed && event.commentAuthorId === lastReply.authorId;
}
