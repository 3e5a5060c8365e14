import type { Account } from '../account.ts';
import { recordInvalid } from '../http/errors.ts';
import type { TicketField } from '../model.ts';

const TYPES = [
  'text',
  'textarea',
  'checkbox',
  'date',
  'integer',
  'decimal',
  'regexp',
  'partialcreditcard',
  'multiselect',
  'tagger',
  'lookup',
];

/** What the API lets a client set; everything else is ignored. `type` only at creation. */
const WRITABLE = new Set([
  'title',
  'title_in_portal',
  'description',
  'agent_description',
  'position',
  'active',
  'required',
  'collapsed_for_agents',
  'regexp_for_validation',
  'visible_in_portal',
  'editable_in_portal',
  'required_in_portal',
  'tag',
  'custom_field_options',
]);

/** Adds a field. A new custom field is on the default form, as when only one form exists. */
export function newTicketField(
  account: Pick<Account, 'store' | 'ids' | 'clock'>,
  given: Partial<TicketField> & Pick<TicketField, 'type' | 'title'>,
): TicketField {
  const at = account.clock.iso();
  const title = given.title;
  const description = given.description ?? '';
  const field: TicketField = {
    id: account.ids.next(),
    raw_title: title,
    title_in_portal: title,
    raw_title_in_portal: title,
    description,
    raw_description: description,
    agent_description: null,
    position: 9999,
    active: true,
    required: false,
    collapsed_for_agents: false,
    regexp_for_validation: null,
    visible_in_portal: false,
    editable_in_portal: false,
    required_in_portal: false,
    agent_can_edit: true,
    tag: null,
    removable: true,
    creator_user_id: -1,
    creator_app_name: null,
    created_at: at,
    updated_at: at,
    ...given,
  };
  account.store.ticketFields.set(field.id, field);
  const form = [...account.store.ticketForms.values()].find((candidate) => candidate.default);
  form?.ticket_field_ids.push(field.id);
  return field;
}

/** A custom field as the API creates it. Throws the 422 of the ticket fields API. */
export function createTicketField(
  account: Account,
  given: Partial<TicketField>,
  creator: Pick<TicketField, 'creator_user_id'> & Partial<Pick<TicketField, 'creator_app_name'>>,
): TicketField {
  const type = given.type ?? 'text';
  if (!TYPES.includes(type)) {
    throw recordInvalid({ type: [{ description: `Type: ${type} is invalid` }] });
  }
  if (!given.title?.trim()) {
    throw recordInvalid({
      title: [{ description: 'Title: cannot be blank', error: 'BlankValue' }],
    });
  }
  return newTicketField(account, { ...writable(given), type, title: given.title, ...creator });
}

/** Its values on tickets and its places on forms go with it. */
export function deleteTicketField(account: Account, field: TicketField): void {
  const { ticketFields, tickets, ticketForms } = account.store;
  ticketFields.delete(field.id);
  for (const ticket of tickets.values()) {
    const kept = Object.entries(ticket.values).filter(([id]) => id !== String(field.id));
    ticket.values = Object.fromEntries(kept);
  }
  for (const form of ticketForms.values()) {
    form.ticket_field_ids = form.ticket_field_ids.filter((id) => id !== field.id);
  }
}

export function writable(given: Partial<TicketField>): Partial<TicketField> {
  const entries = Object.entries(given).filter(([key]) => WRITABLE.has(key));
  return Object.fromEntries(entries) as Partial<TicketField>;
}
