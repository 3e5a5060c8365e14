import type { AnswerMode } from '@smart-assistant/shared/answer-mode.ts';
import { isHandbackOvertaken } from './handback-order.ts';
import type { CommentAuthor, CommentFacts, Facts } from '../assistant/facts.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { ZendeskClient } from '../zendesk/client.ts';
import type { TicketComment, ZendeskTicket, ZendeskUser } from '../zendesk/schemas.ts';

/**
 * How far back a turn reads: one page. A conversation that grew by more than this between two turns has had
 * an agent in it.
 */
const COMMENTS_READ = 100;

export interface ReadTicketPorts {
  zendesk: Pick<ZendeskClient, 'me' | 'getTicket' | 'newestComments' | 'audits'>;
  now: () => number;
}

/** What a turn read from Zendesk: the facts for the core, and what the write needs. */
export interface TicketReading {
  ticket: ZendeskTicket;
  /** When the reading began, epoch milliseconds: what came later may be missing. */
  readAt: number;
  facts: Facts;
  requesterLocale?: string | undefined;
  /** Id of the user we sign in as. */
  ourId: string;
  /** Turn ids found on the comments we wrote, with the comment's id. */
  ourTurns: ReadonlyMap<string, string>;
}

/** What the ticket's state field holds; nothing where the shop has no such field yet. */
export function fieldValueOf(
  { ticket }: TicketReading,
  { stateFieldId }: Pick<Tenant, 'stateFieldId'>,
): string | undefined {
  return stateFieldId === undefined
    ? undefined
    : (ticket.customFields.get(stateFieldId) ?? undefined);
}

/** Two GETs: the ticket, then its newest comments with their authors. A third for a contested handback. */
export async function readTicket(
  { zendesk, now }: ReadTicketPorts,
  ticketId: string,
  answerMode: AnswerMode,
): Promise<TicketReading> {
  const ourselves = await zendesk.me();
  const readAt = now();
  const ticket = await zendesk.getTicket(ticketId);
  const { comments, users } = await zendesk.newestComments(ticketId, COMMENTS_READ);

  const factsOf = (comment: TicketComment): CommentFacts => ({
    id: comment.id,
    author: authorOf(comment, users, ourselves.id),
    isPublic: comment.isPublic,
    text: comment.text,
    hasAttachments: comment.attachmentCount > 0,
  });
  const thread = comments.map(factsOf).reverse();

  return {
    ticket,
    readAt,
    facts: {
      ticket: {
        id: ticket.id,
        requesterId: ticket.requesterId,
        status: ticket.status,
        tags: ticket.tags,
        subject: ticket.subject,
        isMessaging: ticket.isMessaging,
      },
      comments: thread,
      answerMode,
      isHandbackOvertaken: await isHandbackOvertaken(zendesk, {
        ticketId,
        tags: ticket.tags,
        comments: thread,
      }),
    },
    requesterLocale: users.get(ticket.requesterId)?.locale,
    ourId: ourselves.id,
    ourTurns: new Map(
      comments.flatMap(({ id, turnId }) => (turnId ? [[turnId, id] as const] : [])),
    ),
  };
}

/**
 * A comment is ours when it carries one of our turns. Everybody else who is no customer counts as an agent: a person
 * in the workspace, our own API user typing by hand, another vendor's software. Two assistants on one ticket are one
 * too many, so we fall silent for each of them.
 */
function authorOf(
  comment: TicketComment,
  users: ReadonlyMap<string, ZendeskUser>,
  ourId: string,
): CommentAuthor {
  if (comment.turnId !== undefined) return 'assistant';
  // Only where the account shows no metadata do our user and the channel have to do.
  const mayBeOurs = comment.authorId === ourId && comment.viaChannel === 'api';
  if (mayBeOurs && !comment.showsMetadata) return 'assistant';
  return users.get(comment.authorId)?.role === 'end-user' ? 'customer' : 'agent';
}
