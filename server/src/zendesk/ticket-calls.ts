import { findTurn } from './find-turn.ts';
import type { KnownAgents } from './known-agents.ts';
import { MAX_PAGE, nextCursor } from './page.ts';
import type { Request } from './request.ts';
import {
  auditsAnswer,
  changedTicketsAnswer,
  commentsAnswer,
  ticketAnswer,
  updateAnswer,
} from './schemas.ts';
import type {
  ChangedTicket,
  TicketAudit,
  TicketComment,
  ZendeskTicket,
  ZendeskUser,
} from './schemas.ts';
import { ticketUpdateBody } from './ticket-update.ts';
import type { TicketChange } from './ticket-update.ts';
import { isTooLarge } from './zendesk-error.ts';

export interface CommentPage {
  /** Newest first. */
  comments: TicketComment[];
  /** Their authors and others involved, by id. */
  users: Map<string, ZendeskUser>;
  /** Whether older comments exist. */
  hasMore: boolean;
}

export type WrittenUpdate = { ticket: ZendeskTicket; audit?: TicketAudit | undefined } & (
  | {
      /** Of the comment that was written. */
      commentId: string;
      /** The user Zendesk wrote it as: ours. */
      authorId: string;
    }
  /** No comment was written, or Zendesk did not say which. */
  | { commentId?: undefined; authorId?: undefined }
);

export interface ChangedTickets {
  tickets: ChangedTicket[];
  /** Where the next listing goes on; stays valid after the end. */
  cursor?: string | undefined;
  isAtEnd: boolean;
}

/** Each comes in three forms, one of them HTML: a hundred long ones may be more than we read at once. */
const FEWER_COMMENTS = 10;

export function ticketCalls(request: Request, agents: KnownAgents) {
  const commentPage = (ticketId: string, size: number) => {
    const query = { 'page[size]': size, sort: '-created_at', include: 'users' };
    const path = `/api/v2/tickets/${ticketId}/comments`;
    return request({ method: 'GET', path, query }, commentsAnswer);
  };

  const audits = async (
    ticketId: string,
    { limit = MAX_PAGE, cursor = undefined as string | undefined } = {},
  ) => {
    const query = {
      'page[size]': Math.min(limit, MAX_PAGE),
      sort: '-created_at',
      'page[after]': cursor,
    };
    const call = { method: 'GET', path: `/api/v2/tickets/${ticketId}/audits`, query } as const;
    const { audits: found, meta } = await request(call, auditsAnswer);
    return { audits: found, cursor: nextCursor(meta) };
  };

  return {
    async getTicket(ticketId: string): Promise<ZendeskTicket> {
      const path = `/api/v2/tickets/${ticketId}`;
      const call = { method: 'GET', path, query: { include: 'users' } } as const;
      const { ticket, users } = await request(call, ticketAnswer);
      agents.learn(users);
      return ticket;
    },

    /** Whether a user is an agent or admin, from what Zendesk told within the last hour; false when it did not. */
    isKnownAgent: (userId: string): boolean => agents.has(userId),

    /**
     * Up to 100 of the newest comments, public and internal, newest first, with the users they name; up to ten
     * where more are too large.
     */
    async newestComments(ticketId: string, limit = MAX_PAGE): Promise<CommentPage> {
      const size = Math.min(limit, MAX_PAGE);
      const answer = await commentPage(ticketId, size).catch((error: unknown) => {
        if (isTooLarge(error) && size > FEWER_COMMENTS)
          return commentPage(ticketId, FEWER_COMMENTS);
        throw error;
      });
      agents.learn(answer.users);
      return {
        comments: answer.comments,
        users: new Map(answer.users.map((user) => [user.id, user])),
        hasMore: answer.meta?.has_more ?? false,
      };
    },

    /**
     * Everything in one update, sent once. On an error with fate `unknown`, ask `findTurn` before another try;
     * `isConflict` and `isClosedTicket` tell the expected refusals.
     */
    async updateTicket(ticketId: string, change: TicketChange): Promise<WrittenUpdate> {
      const path = `/api/v2/tickets/${ticketId}`;
      const body = ticketUpdateBody(change);
      const { ticket, audit } = await request({ method: 'PUT', path, body }, updateAnswer);
      const written = { ticket, audit };
      if (audit?.commentId === undefined) return written;
      return { ...written, commentId: audit.commentId, authorId: audit.authorId };
    },

    /** A page of what happened to a ticket. Asked for newest first; Zendesk does not promise an order. */
    audits,

    /** The update that carried this turn id, if it landed; sent at `since` (epoch milliseconds) or later. */
    findTurn: (
      ticketId: string,
      turnId: string,
      since?: number,
    ): Promise<TicketAudit | undefined> =>
      findTurn((cursor) => audits(ticketId, { cursor }), { ticketId, turnId, since }),

    /** Tickets changed since a cursor, or since a time in epoch seconds (over a minute ago), oldest first. 10 calls a minute. */
    async changedTickets(
      since: { cursor: string } | { startTime: number },
      limit = MAX_PAGE,
    ): Promise<ChangedTickets> {
      const place = 'cursor' in since ? { cursor: since.cursor } : { start_time: since.startTime };
      const query = { ...place, per_page: limit };
      const path = '/api/v2/incremental/tickets/cursor';
      const answer = await request({ method: 'GET', path, query }, changedTicketsAnswer);
      return {
        tickets: answer.tickets,
        cursor: answer.after_cursor ?? undefined,
        isAtEnd: answer.end_of_stream,
      };
    },
  };
}
