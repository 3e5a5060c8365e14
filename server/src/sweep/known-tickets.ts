import type { Conversation } from '../conversation/conversation.ts';
import type { Queryable } from '../db/database.ts';
import type { TicketComment } from '../zendesk/schemas.ts';

/** What we know of a ticket without asking Zendesk. */
export interface KnownTicket {
  /** `due`: a turn will read it anyway. `dead`: its work failed for good, and somebody was told. */
  work?: 'due' | 'dead' | undefined;
  conversation?: Conversation | undefined;
}

/** What we know of some of a tenant's tickets, by id; two statements, however many they are. */
export async function readKnownTickets(
  db: Queryable,
  tenant: string,
  ticketIds: readonly string[],
): Promise<Map<string, KnownTicket>> {
  const known = new Map<string, KnownTicket>(ticketIds.map((id) => [id, {}]));
  if (ticketIds.length === 0) return known;
  const list = ticketIds.map(() => '?').join(', ');

  const work = await db.query<{ ticket_id: string; dead_at: number | null }>(
    `SELECT ticket_id, dead_at FROM due_tickets WHERE tenant = ? AND ticket_id IN (${list})`,
    [tenant, ...ticketIds],
  );
  for (const { ticket_id, dead_at } of work) {
    known.get(ticket_id)!.work = dead_at === null ? 'due' : 'dead';
  }
  const conversations = await db.query<{ ticket_id: string; record: string }>(
    `SELECT ticket_id, record FROM conversations WHERE tenant = ? AND ticket_id IN (${list})`,
    [tenant, ...ticketIds],
  );
  for (const { ticket_id, record } of conversations) {
    known.get(ticket_id)!.conversation = JSON.parse(record) as Conversation;
  }
  return known;
}

/**
 * Whether a webhook about this ticket left Zendesk at or after a time. The digest begins with the signed time, which
 * is Zendesk's own clock; a body that names a comment counts for that comment only, and one that names an author for
 * that author's: the late echo of our reply tells of nobody else's comment.
 */
export async function wasTold(
  db: Queryable,
  tenant: string,
  {
    ticketId,
    comment,
    at,
  }: { ticketId: string; comment: Pick<TicketComment, 'id' | 'authorId'>; at: number },
): Promise<boolean> {
  const rows = await db.query(
    `SELECT digest FROM invocations
     WHERE tenant = ? AND digest >= ? AND ticket_id = ?
       AND COALESCE(comment_id, ?) = ? AND COALESCE(comment_author_id, ?) = ?
     LIMIT 1`,
    [
      ...[tenant, String(at), ticketId],
      ...[comment.id, comment.id, comment.authorId, comment.authorId],
    ],
  );
  return rows.length > 0;
}

/** Whether a webhook of the last week told of this ticket. */
export async function hasInvocation(
  db: Queryable,
  tenant: string,
  ticketId: string,
): Promise<boolean> {
  const rows = await db.query(
    'SELECT digest FROM invocations WHERE tenant = ? AND ticket_id = ? LIMIT 1',
    [tenant, ticketId],
  );
  return rows.length > 0;
}
