import type { CommentAuthor, CommentFacts, Facts } from '../assistant/facts.ts';
import { ownWords, quotableLines } from '../assistant/own-words.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { ZendeskClient } from '../zendesk/client.ts';
import type { TicketComment, ZendeskTicket, ZendeskUser } from '../zendesk/schemas.ts';
import { copiedTags } from './copied-tags.ts';
import { isHandbackOvertaken } from './handback-order.ts';
import { agentsLastWord } from './told-reply.ts';
import type { ToldComment } from './told-reply.ts';

/**
 * How far back a turn reads: one page. A conversation that grew by more than this between two turns has had
 * an agent in it.
 */
export const COMMENTS_READ = 100;

export interface ReadTicketPorts {
  zendesk: Pick<ZendeskClient, 'me' | 'getTicket' | 'isKnownAgent' | 'newestComments' | 'audits'>;
  now: () => number;
}

/** What a turn read from Zendesk: the facts for the core, and what the write needs. */
export interface TicketReading {
  ticket: ZendeskTicket;
  /** When the reading began, epoch milliseconds: what came later may be missing. */
  readAt: number;
  /** When it was complete. */
  readUntil: number;
  facts: Facts;
  requesterLocale?: string | undefined;
  /** Id of the user we sign in as. */
  ourId: string;
  /** Turn ids found on the comments we wrote, with the comment's id. */
  ourTurns: ReadonlyMap<string, string>;
}

/** What the ticket's state field holds; nothing where the shop has no such field yet. */
export function fieldValueOf(
  { ticket }: Pick<TicketReading, 'ticket'>,
  { stateFieldId }: Pick<Tenant, 'stateFieldId'>,
): string | undefined {
  return stateFieldId === undefined
    ? undefined
    : (ticket.customFields.get(stateFieldId) ?? undefined);
}

/**
 * One GET for the ticket, one for its newest comments with their authors, a third for a contested handback. One is
 * enough when a webhook told of a comment by an agent.
 */
export async function readTicket(
  ports: ReadTicketPorts,
  { answerMode, stateFieldId }: Pick<Tenant, 'answerMode' | 'stateFieldId'>,
  { ticketId, fieldValue, state }: Pick<Conversation, 'ticketId' | 'fieldValue' | 'state'>,
  told?: ToldComment,
): Promise<TicketReading> {
  const { zendesk, now } = ports;
  const ourselves = await zendesk.me();
  const readAt = now();
  const ticket = await zendesk.getTicket(ticketId);

  // Our own user's comments are the assistant's or a human's: only the thread tells.
  const isAgent = (id: string) => id !== ourselves.id && zendesk.isKnownAgent(id);
  const isOurField = fieldValueOf({ ticket }, { stateFieldId }) === fieldValue;
  const lastWord = told && isOurField ? agentsLastWord(told, ticket, isAgent) : undefined;
  const thread = lastWord
    ? { comments: lastWord, ourTurns: new Map<string, string>() }
    : await readThread(ports, ticketId, ourselves.id);

  const { comments } = thread;
  // At first sight of a follow-up, what was said of its closed ticket is still on it.
  const copied = state === undefined ? await copiedTags(zendesk, ticket) : [];
  const tags = ticket.tags.filter((tag) => !copied.includes(tag));
  const isOvertaken = await isHandbackOvertaken(zendesk, { ticketId, tags, comments });
  const { id, requesterId, status, subject, isMessaging } = ticket;
  return {
    ticket,
    readAt,
    readUntil: now(),
    facts: {
      ticket: { id, requesterId, status, tags, copiedTags: copied, subject, isMessaging },
      comments,
      answerMode,
      isHandbackOvertaken: isOvertaken,
    },
    requesterLocale: thread.users?.get(requesterId)?.locale,
    ourId: ourselves.id,
    ourTurns: thread.ourTurns,
  };
}

interface Thread {
  /** Oldest first. */
  comments: CommentFacts[];
  users?: ReadonlyMap<string, ZendeskUser>;
  ourTurns: ReadonlyMap<string, string>;
}

async function readThread(
  { zendesk }: Pick<ReadTicketPorts, 'zendesk'>,
  ticketId: string,
  ourId: string,
): Promise<Thread> {
  const { comments, users } = await zendesk.newestComments(ticketId, COMMENTS_READ);
  const authors = comments.map((comment) => authorOf(comment, users, ourId));
  const ours = comments.filter((_, index) => authors[index] === 'assistant');
  const quoted = quotableLines(ours.map(({ text }) => text));
  const factsOf = (comment: TicketComment, index: number): CommentFacts => ({
    id: comment.id,
    author: authors[index]!,
    isPublic: comment.isPublic,
    text: authors[index] === 'customer' ? ownWords(comment.text, quoted) : comment.text,
    hasAttachments: comment.attachmentCount > 0,
  });
  return {
    comments: comments.map(factsOf).reverse(),
    users,
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
