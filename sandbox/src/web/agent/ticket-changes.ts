import { TICKET_PROPERTIES } from '../zaf/ticket-values.ts';
import { shownField } from './ticket.ts';
import type { TicketView } from './ticket.ts';

/**
 * What differs between two views of a ticket, in ZAF's names: `status`, `comments`, `custom_field_99`, and
 * `comment.text` for what is not saved; `updated` when the account's copy is a newer one.
 */
export function ticketChanges(before: TicketView, after: TicketView): string[] {
  const changed = Object.entries(TICKET_PROPERTIES)
    .filter(([, read]) => differs(read(before), read(after)))
    .map(([name]) => name);
  for (const { id } of after.fields) {
    if (differs(shownField(before, id), shownField(after, id))) changed.push(`custom_field_${id}`);
  }
  if (before.comments.at(-1)?.id !== after.comments.at(-1)?.id) changed.push('comments');
  if (before.draft.text !== after.draft.text) changed.push('comment.text');
  if (before.draft.isPublic !== after.draft.isPublic) changed.push('comment.type');
  if (isNewer(before, after)) changed.push('updated');
  return changed;
}

/** `updated_at` has whole seconds, so two changes within one second are told apart by the rest. */
function isNewer(before: TicketView, after: TicketView): boolean {
  return (
    before.ticket.updated_at !== after.ticket.updated_at ||
    before.comments.length !== after.comments.length ||
    differs(before.ticket.custom_fields, after.ticket.custom_fields) ||
    differs(before.ticket.tags, after.ticket.tags)
  );
}

function differs(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) !== JSON.stringify(b ?? null);
}
