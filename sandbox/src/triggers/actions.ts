import type { Account } from '../account.ts';
import type { Via } from '../model.ts';
import type { Action, Automation, Trigger } from '../rule-records.ts';
import { applyFields } from '../tickets/apply-fields.ts';
import type { TicketInput } from '../tickets/ticket-input.ts';
import { diffEvents } from '../tickets/diff.ts';
import { notifyWebhook } from './notify-webhook.ts';
import type { TicketUpdate } from './update.ts';

/** Runs a rule's actions in order. Says whether a field of the ticket changed. */
export function runActions(
  account: Account,
  rule: Trigger | Automation,
  update: TicketUpdate,
  via: Via,
): boolean {
  const before = structuredClone(update.ticket);
  for (const action of rule.actions) {
    if (action.field === 'notification_webhook') {
      notifyWebhook(account, rule, action, update);
    } else if (action.field === 'notification_user') {
      update.audit.events.push(notification(account, action, via));
    } else {
      applyFields(account, update.ticket, asInput(action, update));
    }
  }
  const changes = diffEvents(account, { before, after: update.ticket }, via);
  update.audit.events.push(...changes);
  return changes.length > 0;
}

/** An e-mail to the customer or an agent, kept as the audit event that Zendesk shows. */
function notification(account: Account, { value }: Action, via: Via) {
  const [recipient, subject, body] = Array.isArray(value) ? value.map(String) : [String(value)];
  return {
    id: account.ids.next(),
    type: 'Notification',
    recipients: [recipient],
    subject: subject ?? '',
    body: body ?? '',
    via,
  };
}

/** What an action that changes the ticket writes; notifications write nothing. */
export function asInput(
  { field, value }: Action,
  { ticket, actor }: Pick<TicketUpdate, 'ticket' | 'actor'>,
): TicketInput {
  const custom = /^custom_fields_(\d+)$/.exec(field)?.[1];
  if (custom) return { custom_fields: [{ id: custom, value }] };
  const text = String(value ?? '');
  switch (field) {
    case 'set_tags':
      return { tags: text };
    case 'current_tags':
      return { additional_tags: text.split(/\s+/) };
    case 'remove_tags':
      return { remove_tags: text.split(/\s+/) };
    case 'assignee_id':
      return { assignee_id: text === 'current_user' ? actor.user.id : Number(text) || null };
    case 'group_id':
      return { group_id: Number(text) || null };
    case 'custom_status_id':
      return { custom_status_id: Number(text) };
    case 'status':
    case 'priority':
    case 'type':
      return { [field]: text || null } as TicketInput;
    default:
      return { external_id: ticket.external_id };
  }
}
