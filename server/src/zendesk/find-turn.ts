import type { TicketAudit } from './schemas.ts';
import { ZendeskError } from './zendesk-error.ts';

export type AuditPage = (cursor: string | undefined) => Promise<{
  audits: TicketAudit[];
  cursor?: string | undefined;
}>;

/** 3,000 updates. A ticket takes 5,000 comments at most, and Zendesk gives a hundred audits a page. */
const MAX_PAGES = 30;

/** Zendesk's clock and ours differ by less; a delivery's signed time is allowed a quarter of an hour as well. */
const CLOCKS_APART_MS = 15 * 60_000;

/**
 * Searches a ticket's audits for the update of a turn, whatever order they come in; where they come newest first,
 * back to when it was sent. Saying "it never landed" leads to a second reply, so it throws rather than guess when a
 * ticket has more than it can read.
 */
export async function findTurn(
  readPage: AuditPage,
  { ticketId, turnId, since }: { ticketId: string; turnId: string; since?: number | undefined },
): Promise<TicketAudit | undefined> {
  let cursor: string | undefined;
  for (let pages = 0; pages < MAX_PAGES; pages += 1) {
    const page = await readPage(cursor);
    const found = page.audits.find((audit) => audit.turnId === turnId);
    if (found || page.cursor === undefined || isBefore(page.audits, since)) return found;
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

/** Whether these come newest first and reach back to before a time. */
function isBefore(audits: readonly TicketAudit[], since: number | undefined): boolean {
  const [newest, oldest] = [audits[0], audits.at(-1)];
  if (!newest || !oldest || since === undefined) return false;
  const oldestAt = Date.parse(oldest.createdAt);
  return oldestAt < Date.parse(newest.createdAt) && oldestAt < since - CLOCKS_APART_MS;
}
