import type { Zendesk } from '../zaf/zendesk.ts';

/** A way in which people see the field that nobody should have to see. */
export type FieldShows = 'portal' | 'portal_editable' | 'not_hidden';

interface TicketField {
  visible_in_portal?: boolean;
  editable_in_portal?: boolean;
}

/**
 * Where the state field still shows. Hiding it on the open ticket is the app's doing and only skin deep;
 * whether customers see it is a property of the field. Asks with the admin's own rights; what cannot be read
 * is not reported.
 * https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_fields/
 */
export async function findFieldShows(zendesk: Zendesk, fieldId: string): Promise<FieldShows[]> {
  const [field, isVisible] = await Promise.all([
    readField(zendesk, fieldId),
    isShownOnTicket(zendesk, fieldId),
  ]);
  const shows: FieldShows[] = [];
  if (field.editable_in_portal) shows.push('portal_editable');
  else if (field.visible_in_portal) shows.push('portal');
  if (isVisible) shows.push('not_hidden');
  return shows;
}

async function readField(zendesk: Zendesk, fieldId: string): Promise<TicketField> {
  try {
    const answer = await zendesk.request('GET', `/api/v2/ticket_fields/${fieldId}.json`);
    return (answer as { ticket_field: TicketField }).ticket_field;
  } catch {
    return {};
  }
}

async function isShownOnTicket(zendesk: Zendesk, fieldId: string): Promise<boolean> {
  const path = `ticketFields:custom_field_${fieldId}.isVisible`;
  try {
    return (await zendesk.get([path]))[path] === true;
  } catch {
    return false;
  }
}
