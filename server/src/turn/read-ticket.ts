import type { AnswerMode } from '@smart-assistant/shared/answer-mode.ts';
import type { CommentAuthor, CommentFacts, Facts } from '../assistant/facts.ts';
import type { ZendeskClient } from '../zendesk/client.ts';
import type { TicketComment, ZendeskTicket, ZendeskUser } from '../zendesk/schemas.ts';

/**
 * How far back a turn reads: one page. A conversation that grew by more than this between two turns has had
 * an agent in it.
 */
const COMMENTS_READ = 100;

/** What a turn read from Zendesk: the facts for the core, and what the write needs. */
export interface TicketReading {
  ticket: ZendeskTicket;
  facts: Facts;
  requesterLocale?: string | undefined;
  /** Id of the user we sign in as. */
  ourId: string;
  /** Turn ids found on the comments we wrote, with the comment's id. */
  ourTurns: ReadonlyMap<string, string>;
}

/** Two GETs: the ticket, then its newest comments with their authors. */
export async function readTicket(
  zendesk: Pick<ZendeskClient, 'me' | 'getTicket' | 'newestComments'>,
  ticketId: string,
  answerMode: AnswerMode,
): Promise<TicketReading> {
  const ourselves = await zendesk.me();
  const ticket = await zendesk.getTicket(ticketId);
  const { comments, users } = await zendesk.newestComments(ticketId, COMMENTS_READ);

  const factsOf = (comment: TicketComment): CommentFacts => ({
    id: comment.id,
    author: authorOf(comment, users, ourselves.id),
    isPublic: comment.isPublic,
    text: comment.text,
    hasAttachments: comment.attachmentCount > 0,
  });

  return {
    ticket,
    facts: {
      ticket: {
        id: ticket.id,
        requesterId: ticket.requesterId,
        status: ticket.status,
        tags: ticket.tags,
        subject: ticket.subject,
        isMessaging: ticket.isMessaging,
      },
      comments: comments.map(factsOf).reverse(),
      answerMode,
    },
    requesterLocale: users.get(ticket.requesterId)?.locale,
    ourId: ourselves.id,
    ourTurns: new Map(
      comments.flatMap(({ id, turnId }) => (turnId ? [[turnId, id] as const] : [])),
    ),
  };
}

/**
 * A comment is ours when it carries one of our turns, or when our own user wrote it through the API. The same
 * user typing in the agent workspace is a human: an API token acts for a person who may also work tickets.
 */
function authorOf(
  comment: TicketComment,
  users: ReadonlyMap<string, ZendeskUser>,
  ourId: string,
): CommentAuthor {
  if (comment.turnId !== undefined) return 'assistant';
  if (comment.authorId === ourId && comment.viaChannel === 'api') return 'assistant';
  return users.get(comment.authorId)?.role === 'end-user' ? 'customer' : 'agent';
}
