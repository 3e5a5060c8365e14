/** What one update of a ticket changes; whatever is left out stays. */
export interface TicketChange {
  /** `htmlBody` or `body`, not both. Visibility is always said: Zendesk's default depends on the ticket. */
  comment?:
    { body?: string | undefined; htmlBody?: string | undefined; isPublic: boolean } | undefined;
  status?: string | undefined;
  /** Replaces the whole set. */
  tags?: readonly string[] | undefined;
  /** Value by field id. */
  customFields?: Readonly<Record<string, string | null>> | undefined;
  /** Travels in the update's metadata, so that it can be found in the audits. */
  turnId: string;
  /** The ticket's `updatedAt` as last read: the update is a conflict when the ticket changed since. */
  updatedStamp?: string | undefined;
}

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
