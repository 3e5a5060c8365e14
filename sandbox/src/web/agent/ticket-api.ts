import { call, read } from '../api.ts';
import type { User } from '../session.ts';
import type { Comment, Draft, Ticket, TicketField } from './ticket.ts';

interface CommentPage {
  comments: Comment[];
  users?: User[];
  meta?: { has_more: boolean; after_cursor: string | null };
}

interface TicketForm {
  id: number;
  ticket_field_ids: number[];
}

/** Pages of 100: more than this is a runaway, not a conversation. */
const MAX_PAGES = 20;

export async function readTicket(id: number): Promise<{ ticket: Ticket; users: User[] }> {
  return read(`/api/v2/tickets/${id}.json?include=users`);
}

/** All comments, oldest first, with their authors. */
export async function readComments(
  ticketId: number,
): Promise<{ comments: Comment[]; users: User[] }> {
  const comments: Comment[] = [];
  const users: User[] = [];
  let after = '';
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const path = `/api/v2/tickets/${ticketId}/comments.json?include=users&page[size]=100${after}`;
    const answer = await read<CommentPage>(path);
    comments.push(...answer.comments);
    users.push(...(answer.users ?? []));
    if (!answer.meta?.has_more || !answer.meta.after_cursor) break;
    after = `&page[after]=${encodeURIComponent(answer.meta.after_cursor)}`;
  }
  return { comments, users };
}

export async function readTicketFields(): Promise<TicketField[]> {
  const answer = await read<{ ticket_fields: TicketField[] }>('/api/v2/ticket_fields.json');
  return answer.ticket_fields.filter(({ active }) => active);
}

/** The ids of the fields on each form, by the form's id. */
export async function readFormFields(): Promise<Map<number, Set<number>>> {
  const { ticket_forms: forms } = await read<{ ticket_forms: TicketForm[] }>(
    '/api/v2/ticket_forms.json',
  );
  return new Map(forms.map(({ id, ticket_field_ids: fieldIds }) => [id, new Set(fieldIds)]));
}

/**
 * Saves what the agent changed, with Zendesk's collision protection against `seen`: rejects with an ApiError of
 * status 409 when the ticket was changed since.
 */
export async function saveTicket(seen: Ticket, draft: Draft): Promise<Ticket> {
  const text = draft.text.trim();
  const fields = Object.entries(draft.fields).map(([id, value]) => ({ id: Number(id), value }));
  const answer = await call<{ ticket: Ticket }>('PUT', `/api/v2/tickets/${seen.id}.json`, {
    ticket: {
      ...draft.changes,
      ...(text ? { comment: { body: text, public: draft.isPublic } } : {}),
      ...(fields.length ? { custom_fields: fields } : {}),
      safe_update: true,
      updated_stamp: seen.updated_at,
    },
  });
  return answer.ticket;
}
