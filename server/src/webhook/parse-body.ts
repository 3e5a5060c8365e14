import { ticketEvent } from '@smart-assistant/shared/ticket-event.ts';
import type { TicketEvent } from '@smart-assistant/shared/ticket-event.ts';
import { topLevelFields } from './top-level-fields.ts';
import type { TopLevelFields } from './top-level-fields.ts';

export interface ParsedBody {
  /** Absent when no ticket id could be read. */
  event: TicketEvent | undefined;
  /** The body is not what a trigger of ours renders; the event then says no more than which ticket. */
  isGarbled: boolean;
}

const TICKET_ID = /^\d{1,20}$/;
/** For text whose structure is lost; the first match, since a comment can only add text behind the id. */
const ID_ANYWHERE = /"(?:ticket_id|id)"\s*:\s*(?:"(\d{1,20})"|(\d{1,20})\s*[,}])/;
/** The manual closed body ends like this. In the comment body the comment is never last, so no customer can. */
const CLOSED_AT_END = /"ticket_status"\s*:\s*"closed"\s*\}\s*$/;

/**
 * Reads a verified body. A comment with bare quotes can break the manual bodies or smuggle keys into them,
 * so JSON is believed only when no key repeats and it is about the ticket that the text names first.
 */
export function parseBody(text: string): ParsedBody {
  const fields = topLevelFields(text);
  const ticketId = ticketIdOf(fields, text);
  if (ticketId === undefined) return { event: undefined, isGarbled: true };

  const parsed = ticketEvent.safeParse(jsonOrUndefined(text));
  if (parsed.data?.ticketId === ticketId && !fields.hasRepeats) {
    return { event: parsed.data, isGarbled: false };
  }
  const kind = CLOSED_AT_END.test(text) ? 'closed' : 'comment';
  return { event: { kind, ticketId }, isGarbled: true };
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function ticketIdOf({ first }: TopLevelFields, text: string): string | undefined {
  for (const [key, value] of first) {
    if ((key === 'id' || key === 'ticket_id') && TICKET_ID.test(value)) return value;
  }
  const match = ID_ANYWHERE.exec(text);
  return match?.[1] ?? match?.[2];
}
