import type { Account } from '../account.ts';
import { invalidBase, recordInvalid } from '../http/errors.ts';
import type { Ticket, TicketField, TicketStatus, User } from '../model.ts';
import type { TicketInput } from './ticket-input.ts';

export const STATUSES: readonly TicketStatus[] = [
  'new',
  'open',
  'pending',
  'hold',
  'solved',
  'closed',
];

const PRIORITIES = ['low', 'normal', 'high', 'urgent'];
const TYPES = ['problem', 'incident', 'question', 'task'];

/** Writes `input` onto `draft`. Throws RecordInvalid, in which case nothing is to be kept. */
export function applyFields(account: Account, draft: Ticket, input: TicketInput, by?: User): void {
  applyPlain(draft, input);
  applyStatus(account, draft, input);
  applyAssignee(account, draft, input);
  applyTags(draft, input);
  applyCustomFields(account, draft, input, by);
}

function applyPlain(draft: Ticket, input: TicketInput): void {
  oneOf('priority', input.priority, PRIORITIES);
  oneOf('type', input.type, TYPES);
  if (input.subject !== undefined) draft.subject = String(input.subject);
  if (input.priority !== undefined) draft.priority = input.priority;
  if (input.type !== undefined) draft.type = input.type;
  if (input.external_id !== undefined) draft.external_id = input.external_id;
  if (input.due_at !== undefined) draft.due_at = input.due_at;
  if (input.ticket_form_id !== undefined) draft.ticket_form_id = Number(input.ticket_form_id);
  if (input.requester_id !== undefined) draft.requester_id = Number(input.requester_id);
}

/** A status sets its default custom status, a custom status sets its category: the two never disagree. */
function applyStatus(account: Account, draft: Ticket, input: TicketInput): void {
  if (input.custom_status_id !== undefined) {
    const custom = account.store.customStatuses.get(Number(input.custom_status_id));
    if (!custom)
      throw invalid('custom_status_id', `Custom status: ${input.custom_status_id} is invalid`);
    setStatus(account, draft, custom.status_category);
    draft.custom_status_id = custom.id;
  } else if (input.status !== undefined) {
    oneOf('status', input.status, STATUSES);
    setStatus(account, draft, input.status);
  }
}

export function setStatus(account: Account, draft: Ticket, status: TicketStatus): void {
  if (draft.status === status && draft.custom_status_id !== null) return;
  if (draft.status !== status) draft.statusSince = account.clock.now();
  draft.status = status;
  const category = status === 'closed' ? 'solved' : status;
  const custom = [...account.store.customStatuses.values()].find(
    (candidate) => candidate.default && candidate.status_category === category,
  );
  draft.custom_status_id = custom?.id ?? null;
}

/** A new assignee brings their group along, and a new ticket becomes open. */
function applyAssignee(account: Account, draft: Ticket, input: TicketInput): void {
  if (input.group_id !== undefined) draft.group_id = input.group_id && Number(input.group_id);
  const byEmail = input.assignee_email && account.store.userByEmail(input.assignee_email)?.id;
  const wanted = input.assignee_id !== undefined ? input.assignee_id : byEmail;
  if (wanted === undefined || wanted === '') return;
  if (wanted === null) {
    draft.assignee_id = null;
    return;
  }
  const assignee = account.store.users.get(Number(wanted));
  if (!assignee || assignee.role === 'end-user') {
    throw invalid('assignee', 'Assignee: is not assigned to any agent');
  }
  draft.assignee_id = assignee.id;
  if (input.group_id === undefined) draft.group_id = assignee.default_group_id;
  if (draft.status === 'new') setStatus(account, draft, 'open');
}

/** `tags` replaces the whole set. */
function applyTags(draft: Ticket, input: TicketInput): void {
  if (input.tags !== undefined) draft.tags = tagList(input.tags);
  if (input.additional_tags) draft.tags = tagList([...draft.tags, ...input.additional_tags]);
  if (input.remove_tags) {
    const gone = new Set(tagList(input.remove_tags));
    draft.tags = draft.tags.filter((tag) => !gone.has(tag));
  }
}

export function tagList(tags: string[] | string): string[] {
  const words = Array.isArray(tags) ? tags : tags.split(/[\s,]+/);
  return [...new Set(words.map((tag) => String(tag).trim().toLowerCase()).filter(Boolean))].sort();
}

/** Fields that are not listed keep their values; unknown ids are ignored, as on real accounts. */
function applyCustomFields(
  account: Account,
  draft: Ticket,
  input: TicketInput,
  by: User | undefined,
): void {
  const given = input.custom_fields ?? input.fields;
  if (!given) return;
  const pairs = Array.isArray(given)
    ? given.map(({ id, value }) => [String(id), value] as const)
    : Object.entries(given);
  for (const [id, value] of pairs) {
    const field = account.store.ticketFields.get(Number(id));
    if (!field?.removable || !takesValue(account, draft, field, by)) continue;
    draft.values[id] = fieldValue(account, field, value);
  }
}

/** Off the ticket's form, and locked for agents: undocumented, both a switch. Rules and admins write locked fields. */
function takesValue(
  { store, switches }: Account,
  draft: Ticket,
  field: TicketField,
  by: User | undefined,
): boolean {
  const isOnForm = store.ticketForms.get(draft.ticket_form_id)?.ticket_field_ids.includes(field.id);
  if (!isOnForm && switches.fieldsOffForm === 'ignored') return false;
  const isLocked = !field.agent_can_edit && by?.role === 'agent';
  return !isLocked || switches.lockedFieldWrites === 'stored';
}

function fieldValue(account: Account, field: TicketField, value: unknown): unknown {
  // Empty reads back as null.
  if (value === null || value === undefined || value === '') return null;
  if (field.type === 'checkbox') return value === true || value === 'true';
  if (field.type === 'integer') return Number(value);
  const given = Array.isArray(value) ? value.join(' ') : String(value);
  const trims = account.switches.fieldValues === 'trimmed';
  const text = trims ? given.replace(/\r\n?/g, '\n').trim() : given;
  if (Buffer.byteLength(text) > account.switches.maxFieldValueBytes) {
    throw invalidBase(
      `${field.title}: is too long (maximum is ${account.switches.maxFieldValueBytes} bytes)`,
    );
  }
  if (field.type === 'regexp' && !new RegExp(field.regexp_for_validation ?? '').test(text)) {
    throw invalidBase(`${field.title}: is invalid`);
  }
  const options = field.type === 'tagger' ? field.custom_field_options : undefined;
  if (options && !options.some((option) => option.value === text)) {
    throw invalidBase(`${field.title}: ${text} is not a valid option`);
  }
  return Array.isArray(value) ? value.map(String) : text;
}

function oneOf(field: string, value: unknown, allowed: readonly string[]): void {
  if (value === undefined || value === null || value === '') return;
  if (!allowed.includes(String(value)))
    throw invalid(field, `${field}: ${String(value)} is invalid`);
}

function invalid(field: string, description: string) {
  return recordInvalid({ [field]: [{ description }] });
}
