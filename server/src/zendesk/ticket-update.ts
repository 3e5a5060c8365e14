import type { TicketChange } from './schemas.ts';

/**
 * The body of a ticket update. `safe_update` is left out, never false: Zendesk takes false for true.
 * https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#update-ticket
 */
export function ticketUpdateBody(change: TicketChange): { ticket: Record<string, unknown> } {
  const { comment, status, tags, customFields, turnId, updatedStamp } = change;
  return {
    ticket: {
      ...(comment && {
        comment: {
          ...(comment.htmlBody === undefined
            ? { body: comment.body }
            : { html_body: comment.htmlBody }),
          public: comment.isPublic,
        },
      }),
      ...(status !== undefined && { status }),
      ...(tags && { tags }),
      ...(customFields && {
        custom_fields: Object.entries(customFields).map(([id, value]) => ({
          id: Number(id),
          value,
        })),
      }),
      metadata: { smart_assistant: { turn: turnId } },
      ...(updatedStamp !== undefined && { safe_update: true, updated_stamp: updatedStamp }),
    },
  };
}
