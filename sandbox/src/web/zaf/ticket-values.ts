import { shown } from '../agent/ticket.ts';
import type { TicketView } from '../agent/ticket.ts';

/** Parts of a ticket in the shapes in which ZAF gives them to apps. */
export function wholeTicket(view: TicketView) {
  const { ticket } = view;
  return {
    id: ticket.id,
    isNew: false,
    subject: shown(view, 'subject'),
    description: ticket.description,
    status: shown(view, 'status'),
    priority: shown(view, 'priority'),
    type: shown(view, 'type'),
    tags: shown(view, 'tags'),
    requester: personOf(view, ticket.requester_id),
    assignee: assignee(view),
    brand: { id: ticket.brand_id },
    form: { id: ticket.ticket_form_id },
    organization: organisation(view),
    externalId: ticket.external_id,
    createdAt: ticket.created_at,
    updatedAt: ticket.updated_at,
    via: ticket.via,
    comments: zafComments(view),
  };
}

export function zafComments(view: TicketView) {
  return view.comments.map((comment) => ({
    id: comment.id,
    author: personOf(view, comment.author_id),
    value: comment.html_body,
    via: comment.via,
    timestamp: comment.created_at,
    isPublic: comment.public,
  }));
}

export function personOf(view: TicketView, id: number | null) {
  const user = id === null ? undefined : view.users.get(id);
  if (!user) return id === null ? null : { id };
  const { name, email, role, locale } = user;
  return { id, name, email, role, locale };
}

export const assignee = (view: TicketView) => ({
  user: personOf(view, shown(view, 'assignee_id')),
  group: group(view),
});

export const group = ({ ticket }: TicketView) => (ticket.group_id ? { id: ticket.group_id } : null);

export const organisation = ({ ticket }: TicketView) =>
  ticket.organization_id ? { id: ticket.organization_id } : null;

/** The parts of a ticket whose changes apps hear of, by the name in `ticket.<name>.changed`. */
export const TICKET_PROPERTIES: Record<string, (view: TicketView) => unknown> = {
  subject: (view) => shown(view, 'subject'),
  status: (view) => shown(view, 'status'),
  priority: (view) => shown(view, 'priority'),
  type: (view) => shown(view, 'type'),
  tags: (view) => shown(view, 'tags'),
  assignee,
  'assignee.user': (view) => assignee(view).user,
  'assignee.group': group,
  requester: (view) => personOf(view, view.ticket.requester_id),
  organization: organisation,
  brand: ({ ticket }) => ({ id: ticket.brand_id }),
  'form.id': ({ ticket }) => ticket.ticket_form_id,
  externalId: (view) => shown(view, 'external_id'),
};
