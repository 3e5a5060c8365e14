import type { Zendesk } from '../zaf/zendesk.ts';

/** What the glance needs of a ticket, from wherever it came. */
export interface TicketSnapshot {
  ticketId: string;
  requesterId: string | undefined;
  /** null: nobody's, as far as Zendesk said. */
  assigneeId: string | null;
  tags: string[];
  /** The state field's value; empty when there is none. */
  fieldValue: string;
}

/**
 * `shown`: what the open ticket shows, at once and without a request. `saved`: what Zendesk has saved, which
 * the open ticket does not always follow.
 */
export type TicketSource = 'shown' | 'saved';

/**
 * Reads the ticket. What is shown without the field (it is not on the ticket's form) or with an empty one is
 * looked up among the saved values; when those cannot be had, an empty field that is shown counts as empty.
 * Rejects when nothing answers.
 */
export async function readTicket(
  zendesk: Zendesk,
  fieldId: string,
  source: TicketSource,
): Promise<TicketSnapshot> {
  const shown = await readShown(zendesk, fieldId);
  if (source === 'shown' && shown.fieldValue) return shown;
  try {
    return await readSaved(zendesk, fieldId, shown.ticketId);
  } catch (error) {
    if (source === 'saved' || !shown.fieldIsKnown) throw error;
    return shown;
  }
}

interface ShownTicket extends TicketSnapshot {
  fieldIsKnown: boolean;
}

async function readShown(zendesk: Zendesk, fieldId: string): Promise<ShownTicket> {
  const fieldPath = `ticket.customField:custom_field_${fieldId}`;
  const values = await zendesk.get([
    'ticket.id',
    'ticket.requester.id',
    'ticket.assignee.user.id',
    'ticket.tags',
    fieldPath,
  ]);
  const ticketId = idFrom(values['ticket.id']);
  if (!ticketId) throw new Error('Zendesk did not say which ticket is open');
  return {
    ticketId,
    requesterId: idFrom(values['ticket.requester.id']),
    assigneeId: idFrom(values['ticket.assignee.user.id']) ?? null,
    tags: tagsFrom(values['ticket.tags']),
    fieldValue: textFrom(values[fieldPath]),
    fieldIsKnown: values[fieldPath] !== undefined,
  };
}

interface TicketResponse {
  ticket: {
    id: number;
    requester_id?: number;
    assignee_id?: number | null;
    updated_at?: string;
    tags?: string[];
    custom_fields?: { id: number; value: unknown }[];
  };
}

async function readSaved(
  zendesk: Zendesk,
  fieldId: string,
  ticketId: string,
): Promise<TicketSnapshot> {
  const ticket = await getTicket(zendesk, ticketId);
  const field = ticket.custom_fields?.find(({ id }) => String(id) === fieldId);
  return {
    ticketId,
    requesterId: idFrom(ticket.requester_id),
    assigneeId: idFrom(ticket.assignee_id) ?? null,
    tags: tagsFrom(ticket.tags),
    fieldValue: textFrom(field?.value),
  };
}

/** Whose the saved ticket is, with the stamp a safe update needs. Rejects as `request` does. */
export async function readAssignment(
  zendesk: Zendesk,
  ticketId: string,
): Promise<{ assigneeId: string | null; updatedAt: string }> {
  const ticket = await getTicket(zendesk, ticketId);
  return { assigneeId: idFrom(ticket.assignee_id) ?? null, updatedAt: ticket.updated_at ?? '' };
}

async function getTicket(zendesk: Zendesk, ticketId: string): Promise<TicketResponse['ticket']> {
  const response = await zendesk.request('GET', `/api/v2/tickets/${ticketId}.json`);
  return (response as TicketResponse).ticket;
}

const idFrom = (value: unknown) =>
  typeof value === 'number' || (typeof value === 'string' && value) ? String(value) : undefined;

const textFrom = (value: unknown) => (typeof value === 'string' ? value.trim() : '');

const tagsFrom = (value: unknown) =>
  Array.isArray(value) ? value.filter((tag) => typeof tag === 'string') : [];
