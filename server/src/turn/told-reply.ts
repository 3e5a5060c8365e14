import { isNewer } from '../assistant/thread.ts';
import { HANDBACK_TAG } from '@smart-assistant/shared/control-tags.ts';
import type { TicketEvent } from '@smart-assistant/shared/ticket-event.ts';
import type { CommentFacts } from '../assistant/facts.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { DueTicket } from '../inbox/inbox.ts';
import type { ZendeskTicket } from '../zendesk/schemas.ts';

/** A comment that webhooks told of, when nothing but new comments is to be looked at. */
export interface ToldComment {
  /** Absent when the body names no comment. */
  id?: string | undefined;
  authorId: string;
}

/**
 * What webhooks, signed by Zendesk, say of new comments, all by one person: they come in any order. Nothing when they
 * leave anything open: a closing, a body without an author, a comment handled before, a write of ours whose fate is
 * unknown, a nudge that no webhook made.
 */
export function toldComment(conversation: Conversation, due: DueTicket): ToldComment | undefined {
  const { events, nudgedBy } = due;
  const { pendingTurns = [] } = conversation;
  if (pendingTurns.length > 0 || nudgedBy) return undefined;

  const authorId = events[0]?.commentAuthorId;
  const isClear = events.every(
    (event) =>
      event.kind === 'comment' && event.commentAuthorId === authorId && isNews(event, conversation),
  );
  return authorId && isClear ? { id: newestNamedComment(due), authorId } : undefined;
}

/** The newest comment that a body names, whatever else there is to look at. */
export function newestNamedComment({ events }: DueTicket): string | undefined {
  return events.reduce<string | undefined>(
    (newest, { commentId: id }) => (id !== undefined && isNewer(id, newest) ? id : newest),
    undefined,
  );
}

/** Whether a body tells of a comment that was not handled before. */
function isNews(event: TicketEvent, conversation: Conversation): boolean {
  return event.commentId === undefined
    ? isAgentsNews(event, conversation)
    : isNewer(event.commentId, conversation.state?.last?.comment);
}

/**
 * A manual body names no comment. Whether it may silence us when it names an agent: one that arrives late, after the
 * ticket was handed back, must not. So it has to carry the state we wrote last, on a thread in which no agent had the
 * last word then. Where an agent has the ticket, or we never had it, a late one changes nothing.
 */
function isAgentsNews({ fieldValue }: TicketEvent, conversation: Conversation): boolean {
  const { state } = conversation;
  if (!state || state.mode === 'agent') return true;
  const hadNoAgentsWord =
    state.mode === 'handoff' ||
    (state.mode === 'assistant' && state.last?.action !== 'stayed_silent');
  return hadNoAgentsWord && fieldValue !== undefined && fieldValue === conversation.fieldValue;
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
