import type { Account } from '../account.ts';
import { recordInvalid, type Detail } from '../http/errors.ts';
import type { Ticket, User, Via } from '../model.ts';

const FIELD_CLASS: Record<string, string> = {
  assignee: 'FieldAssignee',
  tagger: 'FieldTagger',
  checkbox: 'FieldCheckbox',
  textarea: 'FieldTextarea',
};

/**
 * Solving needs an assignee and the form's required fields, through the API too (422, nothing applied).
 * In the agent workspace an unassigned ticket goes to the agent who solves it.
 * https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_fields/
 */
export function checkSolve(
  account: Account,
  pair: { before: Ticket | undefined; draft: Ticket },
  by: { actor: User; via: Via },
): void {
  const { before, draft } = pair;
  const solves = draft.status === 'solved' || draft.status === 'closed';
  if (!solves || before?.status === 'solved') return;
  const takesOver = draft.assignee_id === null && by.via.channel === 'web';
  if (takesOver && by.actor.role !== 'end-user') {
    draft.assignee_id = by.actor.id;
    draft.group_id ??= by.actor.default_group_id;
  }
  const problems = missing(account, draft);
  if (problems.length > 0) throw recordInvalid({ base: problems });
}

function missing(account: Account, draft: Ticket): Detail[] {
  const form = account.store.ticketForms.get(draft.ticket_form_id);
  const fields = (form?.ticket_field_ids ?? []).flatMap(
    (id) => account.store.ticketFields.get(id) ?? [],
  );
  const isEmpty = (field: { id: number; type: string }) =>
    field.type === 'assignee'
      ? draft.assignee_id === null
      : (draft.values[String(field.id)] ?? null) === null;
  return fields
    .filter((field) => field.active && (field.type === 'assignee' || field.required))
    .filter((field) => field.type === 'assignee' || field.removable)
    .filter(isEmpty)
    .map((field) => ({
      description: `${field.title}: is required when solving a ticket`,
      error: null,
      ticket_field_id: field.id,
      ticket_field_type: FIELD_CLASS[field.type] ?? 'FieldText',
    }));
}
