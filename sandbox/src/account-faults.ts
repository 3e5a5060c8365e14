import type { Account } from './account.ts';
import type { Trigger } from './rule-records.ts';
import type { TicketField, User } from './model.ts';
import { via } from './tickets/via.ts';
import { updateTicket } from './tickets/write-ticket.ts';

/** What people and time do to an account behind an integration's back. Each happens at once and stays. */
export const ACCOUNT_FAULTS = [
  'expired-token',
  'revoked-token',
  'suspended-user',
  'reinstated-user',
  'deleted-user',
  'disabled-trigger',
  'edited-trigger',
  'deleted-webhook',
  'edited-state-field',
  'locked-field',
] as const;
export type AccountFaultKind = (typeof ACCOUNT_FAULTS)[number];

export interface AccountFault {
  kind: AccountFaultKind;
  /** For users; the OAuth client's owner when absent. */
  userId?: number;
  /** Every trigger that calls a webhook when absent. */
  triggerId?: number;
  /** For `edited-trigger`: what an admin leaves in place of the body. */
  body?: string;
  /** Every webhook when absent. */
  webhookId?: string;
  /** For `edited-state-field`; every open ticket that has a value in the field when absent. */
  ticketId?: number;
  /** The account's first custom field when absent. */
  fieldId?: number;
  /** For `edited-state-field`: what the agent types into it. */
  value?: string | null;
}

/** Throws when there is nothing that the fault could hit. */
export function inflict(account: Account, fault: AccountFault): void {
  switch (fault.kind) {
    case 'expired-token':
      for (const token of account.store.oauthTokens.values()) token.expiresAt = account.clock.now();
      return;
    case 'revoked-token':
      account.store.refreshTokens.clear();
      return account.store.oauthTokens.clear();
    case 'suspended-user':
    case 'reinstated-user':
      userOf(account, fault).suspended = fault.kind === 'suspended-user';
      return;
    case 'deleted-user':
      return deleteUser(userOf(account, fault));
    case 'disabled-trigger':
      for (const trigger of triggersOf(account, fault)) trigger.active = false;
      return;
    case 'edited-trigger':
      for (const trigger of triggersOf(account, fault)) editBody(trigger, fault.body);
      return;
    case 'deleted-webhook':
      return deleteWebhooks(account, fault);
    case 'edited-state-field':
      return editField(account, fault);
    case 'locked-field':
      // Only Admin Center can do it: the API shows agent_can_edit and does not take it.
      fieldOf(account, fault).agent_can_edit = false;
      return;
  }
}

function userOf(account: Account, { userId }: AccountFault): User {
  const owner = [...account.store.oauthClients.values()][0]?.user_id;
  return found(account.store.users.get(userId ?? owner ?? 0), `user ${userId ?? ''}`);
}

/**
 * What they wrote stays theirs. A team member becomes an end user first, so the role that they wrote with is lost.
 * https://developer.zendesk.com/api-reference/ticketing/users/users/#list-deleted-users
 */
function deleteUser(user: User): void {
  Object.assign(user, { active: false, role: 'end-user', ticket_restriction: 'requested' });
}

function triggersOf(account: Account, { triggerId }: AccountFault): Trigger[] {
  const all = [...account.store.triggers.values()];
  const hit = all.filter((trigger) =>
    triggerId === undefined ? callsWebhook(trigger) : trigger.id === triggerId,
  );
  return some(hit, triggerId === undefined ? 'trigger that calls a webhook' : 'such trigger');
}

function callsWebhook({ actions }: Trigger): boolean {
  return actions.some(({ field }) => field === 'notification_webhook');
}

/** The webhook stays, its body is another: what happens when somebody "tidies up" the JSON. */
function editBody(
  trigger: Trigger,
  body = '{ "note": "edited by hand", "id": {{ticket.id}} }',
): void {
  trigger.actions = trigger.actions.map((action) =>
    action.field === 'notification_webhook' && Array.isArray(action.value)
      ? { ...action, value: [action.value[0], body] }
      : action,
  );
}

/** Even one that a trigger still refers to. */
function deleteWebhooks(account: Account, { webhookId }: AccountFault): void {
  const hit = [...account.store.webhooks.keys()].filter((id) => id === (webhookId ?? id));
  for (const id of some(hit, 'such webhook')) account.store.webhooks.delete(id);
}

function fieldOf({ store }: Account, { fieldId }: AccountFault): TicketField {
  return found(
    store.customFields().find(({ id }) => id === (fieldId ?? id)),
    'such field',
  );
}

/** Typed over by an agent in the workspace: the audits name them. */
function editField(account: Account, fault: AccountFault): void {
  const { store } = account;
  const field = fieldOf(account, fault);
  const isHit = (id: number) => fault.ticketId === undefined || fault.ticketId === id;
  const hit = [...store.tickets.values()].filter(
    ({ id, status, values }) =>
      isHit(id) && status !== 'closed' && (fault.ticketId === id || values[field.id]),
  );
  const agent = found(
    [...store.users.values()].find(({ role }) => role === 'agent'),
    'agent',
  );
  const value = fault.value === undefined ? 'edited by hand' : fault.value;
  for (const ticket of some(hit, `open ticket with a value in "${field.title}"`)) {
    const input = { custom_fields: [{ id: field.id, value }] };
    updateTicket(account, ticket, input, { user: agent, via: via('web') });
  }
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The account has no ${what}.`);
  return value;
}

function some<T>(values: T[], what: string): T[] {
  found(values[0], what);
  return values;
}
