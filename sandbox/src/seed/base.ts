import type { Account } from '../account.ts';
import { CLIENT_ID } from '../credentials.ts';
import { newOAuthClient } from '../http/oauth.ts';
import { secret } from '../ids.ts';
import type { CustomStatus } from '../model.ts';
import type { Trigger } from '../rule-records.ts';
import { newTicketField } from '../tickets/ticket-field.ts';
import { newGroup } from '../users/new-group.ts';
import { newUser } from '../users/new-user.ts';

/** What every account has from the start: people, system fields, statuses, stock rules, credentials. */
export function seedBase(account: Account): void {
  seedPeople(account);
  seedStatuses(account);
  seedFields(account);
  seedRules(account);
  const assistant = account.store.userByEmail(mail(account, 'assistant'))!;
  newOAuthClient(account, {
    name: 'Smart Assistant',
    identifier: CLIENT_ID,
    kind: 'confidential',
    user_id: assistant.id,
  });
  account.store.apiTokens.add(secret(30));
}

function mail(account: Account, name: string): string {
  return `${name}@${account.subdomain}.example`;
}

function seedPeople(account: Account): void {
  const groupId = newGroup(account, 'Support').id;
  const staff = { default_group_id: groupId };
  // Set-up creates fields, webhooks and triggers, which only admins may.
  newUser(account, { name: 'Ada Marsh', email: mail(account, 'ada'), role: 'admin', ...staff });
  newUser(account, { name: 'Bob Keller', email: mail(account, 'bob'), role: 'agent', ...staff });
  newUser(account, {
    name: 'Smart Assistant',
    email: mail(account, 'assistant'),
    role: 'admin',
    ...staff,
  });
  newUser(account, { name: 'Alice Moreau', email: 'alice@mail.example', role: 'end-user' });
}

function seedStatuses(account: Account): void {
  const categories: CustomStatus['status_category'][] = [
    'new',
    'open',
    'pending',
    'hold',
    'solved',
  ];
  const labels = {
    new: 'New',
    open: 'Open',
    pending: 'Pending',
    hold: 'On-hold',
    solved: 'Solved',
  };
  const add = (category: CustomStatus['status_category'], label: string, isDefault: boolean) => {
    const id = account.ids.next();
    account.store.customStatuses.set(id, {
      id,
      status_category: category,
      agent_label: label,
      end_user_label: label,
      default: isDefault,
      active: true,
    });
  };
  for (const category of categories) add(category, labels[category], true);
  add('open', 'Waiting for warehouse', false);
  add('solved', 'Refunded', false);
}

function seedFields(account: Account): void {
  const formId = account.ids.next();
  const at = account.clock.iso();
  account.store.ticketForms.set(formId, {
    id: formId,
    name: 'Default Ticket Form',
    active: true,
    default: true,
    end_user_visible: true,
    position: 0,
    ticket_field_ids: [],
    agent_conditions: [],
    end_user_conditions: [],
    created_at: at,
    updated_at: at,
  });
  const system: Array<[type: string, title: string]> = [
    ['subject', 'Subject'],
    ['description', 'Description'],
    ['status', 'Ticket status'],
    ['tickettype', 'Type'],
    ['priority', 'Priority'],
    ['group', 'Group'],
    ['assignee', 'Assignee'],
  ];
  system.forEach(([type, title], position) => {
    const portal = { visible_in_portal: position < 2, editable_in_portal: position < 2 };
    newTicketField(account, { type, title, position, removable: false, ...portal });
  });
}

/** Stock rules: https://support.zendesk.com/hc/en-us/articles/4408828984346 */
function seedRules(account: Account): void {
  const categoryId = String(account.ids.next());
  account.store.triggerCategories.set(categoryId, {
    id: categoryId,
    name: 'Notifications',
    position: 0,
  });
  const at = account.clock.iso();
  const stock = (title: string, rule: Pick<Trigger, 'conditions' | 'actions'>) => {
    const id = account.ids.next();
    const position = account.store.triggers.size + 1;
    const trigger: Trigger = {
      ...{ id, title, raw_title: title, description: null, active: true, default: true },
      ...{ position, category_id: categoryId, created_at: at, updated_at: at },
      ...rule,
    };
    account.store.triggers.set(id, trigger);
  };
  const email = (recipient: string, subject: string) => ({
    field: 'notification_user',
    value: [recipient, subject, '{{ticket.comments_formatted}}'],
  });
  const publicComment = {
    field: 'comment_is_public',
    operator: 'is',
    value: 'requester_can_see_comment',
  };
  const updated = { field: 'update_type', operator: 'is', value: 'Change' };
  stock('Notify requester and CCs of received request', {
    conditions: { all: [{ field: 'update_type', operator: 'is', value: 'Create' }], any: [] },
    actions: [email('requester_and_ccs', '[Request received] {{ticket.title}}')],
  });
  stock('Notify requester and CCs of comment update', {
    conditions: { all: [updated, publicComment], any: [] },
    actions: [email('requester_and_ccs', 'Re: {{ticket.title}}')],
  });
  seedCloseAutomation(account, at);
}

function seedCloseAutomation(account: Account, at: string): void {
  const id = account.ids.next();
  account.store.automations.set(id, {
    id,
    title: 'Close ticket 4 days after status is set to solved',
    active: true,
    position: 1,
    conditions: {
      all: [
        { field: 'status', operator: 'is', value: 'solved' },
        { field: 'SOLVED', operator: 'greater_than', value: '96' },
      ],
      any: [],
    },
    actions: [{ field: 'status', value: 'closed' }],
    created_at: at,
    updated_at: at,
  });
}
