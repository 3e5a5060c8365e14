import type { Account } from '../account.ts';
import type { AuditEvent, Ticket, Via } from '../model.ts';

const WATCHED = [
  'subject',
  'status',
  'custom_status_id',
  'priority',
  'type',
  'assignee_id',
  'group_id',
  'requester_id',
  'external_id',
  'ticket_form_id',
  'due_at',
] as const;

/** Audit events for what differs; `ticketField` changes name the field by its id. */
export function diffEvents(
  account: Account,
  pair: { before: Ticket | undefined; after: Ticket },
  via?: Via,
): AuditEvent[] {
  const { before, after } = pair;
  const type = before ? 'Change' : 'Create';
  const extra = via ? { via } : {};
  const events: AuditEvent[] = [];
  const add = (fieldName: string, previous: unknown, value: unknown) => {
    const change = before ? { previous_value: previous } : {};
    events.push({
      id: account.ids.next(),
      type,
      field_name: fieldName,
      value: shown(value),
      ...(before ? { previous_value: shown(change.previous_value) } : {}),
      ...extra,
    });
  };
  for (const name of WATCHED) {
    const previous = before?.[name] ?? null;
    if (previous !== after[name]) add(name, previous, after[name]);
  }
  const tags = before?.tags ?? [];
  if (tags.join(' ') !== after.tags.join(' ')) add('tags', tags, after.tags);
  for (const id of new Set([...Object.keys(before?.values ?? {}), ...Object.keys(after.values)])) {
    const previous = before?.values[id] ?? null;
    const value = after.values[id] ?? null;
    if (JSON.stringify(previous) !== JSON.stringify(value)) add(id, previous, value);
  }
  return events;
}

/** Audit values are strings (ids too), lists of strings, or null. */
function shown(value: unknown): unknown {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value ?? null;
}
