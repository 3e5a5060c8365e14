import type { User } from '../session.ts';

/** A ticket as the API shows it; only what the workspace uses. */
export interface Ticket {
  id: number;
  subject: string;
  description: string;
  status: string;
  priority: string | null;
  type: string | null;
  tags: string[];
  requester_id: number;
  assignee_id: number | null;
  group_id: number | null;
  brand_id: number | null;
  organization_id: number | null;
  external_id: string | null;
  ticket_form_id: number | null;
  created_at: string;
  updated_at: string;
  via: { channel: string };
  custom_fields: Array<{ id: number; value: unknown }>;
}

export interface Comment {
  id: number;
  author_id: number;
  body: string;
  html_body: string;
  public: boolean;
  created_at: string;
  via: { channel: string };
  attachments: Array<{ id: number; file_name: string; content_url: string; size: number }>;
}

export interface TicketField {
  id: number;
  type: string;
  title: string;
  active: boolean;
  removable?: boolean;
  custom_field_options?: Array<{ name: string; value: string }>;
}

/** What the agent (or an app, through ZAF) has changed and not saved yet. */
export interface Draft {
  text: string;
  isPublic: boolean;
  changes: Partial<Pick<Ticket, EditableProperty>>;
  /** Values by custom field id. */
  fields: Record<number, unknown>;
}

export type EditableProperty =
  | 'subject'
  | 'status'
  | 'priority'
  | 'type'
  | 'tags'
  | 'assignee_id'
  | 'requester_id'
  | 'external_id';

/** Everything the ticket page shows. */
export interface TicketView {
  ticket: Ticket;
  comments: Comment[];
  users: Map<number, User>;
  /** Every active field of the account. */
  fields: TicketField[];
  /** The fields on the ticket's form; the page shows the custom ones among them. */
  formFieldIds: Set<number>;
  draft: Draft;
}

export const emptyDraft = (): Draft => ({ text: '', isPublic: true, changes: {}, fields: {} });

/** The property as shown: the unsaved change, else the saved value. */
export function shown<Name extends EditableProperty>(view: TicketView, name: Name): Ticket[Name] {
  const changed = view.draft.changes[name];
  return (changed === undefined ? view.ticket[name] : changed) as Ticket[Name];
}

/** The custom fields that the page shows. */
export const fieldsOnForm = ({ fields, formFieldIds }: TicketView): TicketField[] =>
  fields.filter(({ id, removable }) => removable !== false && formFieldIds.has(id));

/** The custom field's value as shown; undefined when the ticket has no such field. */
export function shownField(view: TicketView, fieldId: number): unknown {
  if (fieldId in view.draft.fields) return view.draft.fields[fieldId];
  return view.ticket.custom_fields.find(({ id }) => id === fieldId)?.value;
}
