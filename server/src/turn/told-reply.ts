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
 * What webhooks, signed by Zendesk, say of the newest comment. Nothing when they leave anything open: a closing, a
 * body without an author, a comment handled before, a write of ours whose fate is unknown, a nudge that no webhook
 * made.
 */
export function toldComment(
  conversation: Conversation,
  { events, nudgedBy }: DueTicket,
): ToldComment | undefined {
  const { state, pendingTurns = [] } = conversation;
  if (pendingTurns.length > 0 || nudgedBy) return undefined;
  let newest: ToldComment | undefined;
  for (const event of events) {
    const { kind, commentId: id, commentAuthorId: authorId } = event;
    if (kind !== 'comment' || !authorId) return undefined;
    if (!id) return unnamedComment(conversation, events);
    if (isNewer(id, newest?.id)) newest = { id, authorId };
  }
  return newest?.id && isNewer(newest.id, state?.last?.comment) ? newest : undefined;
}

/** The newest comment that a body names, whatever else there is to look at. */
export function newestNamedComment({ events }: DueTicket): string | undefined {
  return events.reduce<string | undefined>(
    (newest, { commentId: id }) => (id !== undefined && isNewer(id, newest) ? id : newest),
    undefined,
  );
}

/** Manual bodies name no comment and come in any order: they tell enough when all are about one person. */
function unnamedComment(
  conversation: Conversation,
  events: readonly TicketEvent[],
): ToldComment | undefined {
  const authorId = events[0]?.commentAuthorId;
  const isClear = events.every(
    (event) =>
      event.kind === 'comment' && event.commentAuthorId === authorId && isNews(event, conversation),
  );
  return authorId && isClear ? { authorId } : undefined;
}

/**
 * Whether a body that names an agent tells of a reply that may silence us. One that arrives late, after the ticket
 * was handed back, must not: so it has to carry the state we wrote last, on a thread in which no agent had the last
 * word then. Where an agent has the ticket, or we never had it, a late one changes nothing.
 */
function isNews({ fieldValue }: TicketEvent, conversation: Conversation): boolean {
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
