import type { TicketAudit } from './schemas.ts';
import { ZendeskError } from './zendesk-error.ts';

export type AuditPage = (cursor: string | undefined) => Promise<{
  audits: TicketAudit[];
  cursor?: string | undefined;
}>;

/** 3,000 updates. A ticket takes 5,000 comments at most, and Zendesk gives a hundred audits a page. */
const MAX_PAGES = 30;

/**
 * Searches all of a ticket's audits for the update of a turn, whatever order they come in. Saying "it never
 * landed" leads to a second reply, so it throws rather than guess when a ticket has more than it can read.
 */
export async function findTurn(
  readPage: AuditPage,
  { ticketId, turnId }: { ticketId: string; turnId: string },
): Promise<TicketAudit | undefined> {
  let cursor: string | undefined;
  for (let pages = 0; pages < MAX_PAGES; pages += 1) {
    const page = await readPage(cursor);
    const found = page.audits.find((audit) => audit.turnId === turnId);
    if (found || page.cursor === undefined) return found;
    cursor = page.cursor;
  }
  throw new ZendeskError(
    {
      code: 'unexpected_answer',
      method: 'GET',
      path: `/api/v2/tickets/${ticketId}/audits`,
      fate: 'refused',
    },
    `Ticket ${ticketId} has more than ${MAX_PAGES} pages of audits; whether turn ${turnId} landed cannot be told`,
  );
}
