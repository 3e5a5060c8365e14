import type { Account } from '../account.ts';
import type { Group } from '../model.ts';
import { newMacro } from '../new-macro.ts';
import type { Condition } from '../rule-records.ts';
import { newGroup } from '../users/new-group.ts';
import { newUser } from '../users/new-user.ts';

/** A second team with its restricted agent, a customer who is suspended, macros and views. */
export function seedWorkplace(account: Account): { wholesale: Group } {
  const wholesale = newGroup(account, 'Wholesale');
  newUser(account, {
    name: 'Carol Jensen',
    email: `carol@${account.subdomain}.example`,
    role: 'agent',
    default_group_id: wholesale.id,
    ticket_restriction: 'groups',
    custom_role_id: wholesaleRole(account),
  });
  newUser(account, {
    name: 'Sven Falk',
    email: 'sven@mail.example',
    role: 'end-user',
    suspended: true,
  });
  seedMacros(account);
  seedViews(account);
  return { wholesale };
}

/** A role of the Enterprise plan: tickets of the own group only. */
function wholesaleRole(account: Account): number {
  const id = account.ids.next();
  const at = account.clock.iso();
  account.store.customRoles.set(id, {
    id,
    name: 'Wholesale team',
    description: 'Answers schools and shops, sees the tickets of its group only',
    role_type: 0,
    configuration: {
      ticket_access: 'within-groups',
      ticket_comment_access: 'public',
      manage_business_rules: false,
      manage_ticket_fields: false,
    },
    team_member_count: 1,
    created_at: at,
    updated_at: at,
  });
  return id;
}

/** What agents do by hand with one click. None of them answers the customer. */
function seedMacros(account: Account): void {
  newMacro(account, {
    title: 'Take it',
    actions: [
      { field: 'assignee_id', value: 'current_user' },
      { field: 'status', value: 'open' },
    ],
  });
  newMacro(account, {
    title: 'Waiting for the warehouse',
    actions: [
      { field: 'status', value: 'hold' },
      { field: 'current_tags', value: 'warehouse' },
    ],
  });
}

/** Stock views: https://support.zendesk.com/hc/en-us/articles/4408888828570 */
function seedViews(account: Account): void {
  const unsolved: Condition = { field: 'status', operator: 'less_than', value: 'solved' };
  const assignee = (value: string): Condition => ({ field: 'assignee_id', operator: 'is', value });
  const views: Array<[string, Condition[]]> = [
    ['Your unsolved tickets', [unsolved, assignee('current_user')]],
    ['Unassigned tickets', [unsolved, assignee('')]],
    ['All unsolved tickets', [unsolved]],
  ];
  const at = account.clock.iso();
  views.forEach(([title, all], position) => {
    const id = account.ids.next();
    account.store.views.set(id, {
      ...{ id, title, description: null, active: true, default: false, position },
      conditions: { all, any: [] },
      execution: { group_by: null, sort_by: 'updated_at', sort_order: 'desc', columns: [] },
      ...{ restriction: null, created_at: at, updated_at: at },
    });
  });
}
