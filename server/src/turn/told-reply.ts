import { isNewer } from '../assistant/thread.ts';
import { HANDBACK_TAG } from '@smart-assistant/shared/control-tags.ts';
import type { CommentFacts } from '../assistant/facts.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { DueTicket } from '../inbox/inbox.ts';
import type { ZendeskTicket } from '../zendesk/schemas.ts';

/** The newest comment that webhooks told of, when nothing but new comments is to be looked at. */
export interface ToldComment {
  id: string;
  authorId: string;
}

/**
 * What lean webhooks, signed by Zendesk, say of the newest comment. Nothing when they leave anything open: a closing,
 * a body without ids, a comment handled before, a write of ours whose fate is unknown, a nudge that no webhook made.
 * A manual body names no comment: one that arrives late would silence us after a handback.
 */
export function toldComment(
  { state, pendingTurns = [] }: Conversation,
  { events, nudgedBy }: DueTicket,
): ToldComment | undefined {
  if (pendingTurns.length > 0 || nudgedBy) return undefined;
  let newest: ToldComment | undefined;
  for (const { kind, commentId, commentAuthorId } of events) {
    if (kind !== 'comment' || !commentId || !commentAuthorId) return undefined;
    if (isNewer(commentId, newest?.id)) newest = { id: commentId, authorId: commentAuthorId };
  }
  return newest && isNewer(newest.id, state?.last?.comment) ? newest : undefined;
}

/**
 * The whole thread as the decision needs it when an agent has the last word: whatever came before, we stay silent,
 * and need not read it. Who is an agent Zendesk's API has told us. Nothing when the ticket says anything else.
 */
export function agentsLastWord(
  { id, authorId }: ToldComment,
  ticket: Pick<ZendeskTicket, 'tags'>,
  isAgent: (userId: string) => boolean,
): CommentFacts[] | undefined {
  // A handback may be newer than the reply: the thread has to be looked at.
  if (ticket.tags.includes(HANDBACK_TAG) || !isAgent(authorId)) return undefined;
  return [{ id, author: 'agent', isPublic: true, text: '', hasAttachments: false }];
}
