import type { Account } from '../account.ts';
import { VIA_IDS, VIA_TITLES } from '../tickets/via.ts';
import type { Switches } from '../switches.ts';
import { OPERATOR_TITLES, TERMINAL } from './operators.ts';

export interface Definition {
  title: string;
  subject: string;
  type: 'list' | 'text' | 'tags';
  operators: string[];
  /** The only values allowed; absent for free text. */
  values?: Array<[value: string, title: string]>;
}

const IS = ['is', 'is_not'];
const CHANGES = [
  'changed',
  'value',
  'value_previous',
  'not_changed',
  'not_value',
  'not_value_previous',
];
const SETS = ['includes', 'not_includes'];
const PRESENCE = ['present', 'not_present'];

const STATUS_VALUES: Array<[string, string]> = [
  ['new', 'New'],
  ['open', 'Open'],
  ['pending', 'Pending'],
  ['hold', 'On-hold'],
  ['solved', 'Solved'],
  ['closed', 'Closed'],
];

/** The exact values are a switch: the reference leaves them to `definitions`. */
const ROLE_VALUES: Record<Switches['roleValues'], Array<[string, string]>> = {
  'of-conditions': [
    ['end_user', '(end user)'],
    ['agent', '(agent)'],
  ],
  'of-users': [
    ['end-user', '(end user)'],
    ['agent', '(agent)'],
    ['admin', '(admin)'],
  ],
};

const PRIORITY_VALUES: Array<[string, string]> = [
  ['', '-'],
  ['low', 'Low'],
  ['normal', 'Normal'],
  ['high', 'High'],
  ['urgent', 'Urgent'],
];

/** The conditions of this account: what `GET /triggers/definitions` lists and what validation accepts. */
export function conditionDefinitions(account: Account): Definition[] {
  const roles = ROLE_VALUES[account.switches.roleValues];
  return [
    list(
      'Ticket',
      'update_type',
      ['is'],
      [
        ['Create', 'Created'],
        ['Change', 'Updated'],
      ],
    ),
    list('Comment is', 'comment_is_public', IS, [
      ['true', 'Public'],
      ['false', 'Private'],
      ['not_relevant', 'Present (public or private)'],
      ['requester_can_see_comment', 'Present, and requester can see the comment'],
    ]),
    list(
      'Status category',
      'status',
      [...IS, 'less_than', 'greater_than', ...CHANGES],
      STATUS_VALUES,
    ),
    { ...text('Ticket status', 'custom_status_id', [...SETS, ...CHANGES]), type: 'tags' },
    list('Update via', 'current_via_id', IS, viaValues()),
    list('Channel', 'via_id', [...IS, ...SETS], viaValues()),
    list('Current user', 'role', IS, [...roles, ...people(account)]),
    list('Requester role', 'requester_role', IS, roles),
    { ...text('Tags', 'current_tags', SETS), type: 'tags' },
    list('Privacy', 'ticket_is_public', IS, [
      ['public', 'Ticket has public comments'],
      ['private', 'Ticket is private'],
    ]),
    text('Comment text', 'comment_includes_word', [...SETS, ...IS]),
    list('Priority', 'priority', [...IS, 'less_than', 'greater_than', ...CHANGES], PRIORITY_VALUES),
    text('Type', 'type', [...IS, ...CHANGES]),
    text('Assignee', 'assignee_id', [...IS, ...CHANGES]),
    text('Group', 'group_id', [...IS, ...CHANGES]),
    text('Requester', 'requester_id', [...IS, ...CHANGES]),
    text('Form', 'ticket_form_id', [...IS, ...CHANGES]),
    text('Brand', 'brand_id', [...IS, ...CHANGES]),
    text('Subject text', 'subject_includes_word', [...SETS, ...IS]),
    ...account.store
      .customFields()
      .map((field) =>
        text(field.title, `custom_fields_${field.id}`, [...PRESENCE, ...IS, ...CHANGES]),
      ),
  ];
}

/** The actions of this account: subject and title. */
export function actionDefinitions(account: Account): Array<{ title: string; subject: string }> {
  const custom = account.store
    .customFields()
    .map(({ id, title }) => ({ title, subject: `custom_fields_${id}` }));
  return [
    { title: 'Status category', subject: 'status' },
    { title: 'Ticket status', subject: 'custom_status_id' },
    { title: 'Priority', subject: 'priority' },
    { title: 'Type', subject: 'type' },
    { title: 'Assignee', subject: 'assignee_id' },
    { title: 'Group', subject: 'group_id' },
    { title: 'Set tags', subject: 'set_tags' },
    { title: 'Add tags', subject: 'current_tags' },
    { title: 'Remove tags', subject: 'remove_tags' },
    { title: 'User email', subject: 'notification_user' },
    { title: 'Group email', subject: 'notification_group' },
    { title: 'Notify by: Active webhook', subject: 'notification_webhook' },
    ...custom,
  ];
}

/** https://developer.zendesk.com/api-reference/ticketing/business-rules/triggers/ */
export function presentDefinitions(account: Account): Record<string, unknown> {
  const conditions = conditionDefinitions(account).map((definition) => ({
    title: definition.title,
    subject: definition.subject,
    type: definition.type,
    group: 'ticket',
    nullable: false,
    repeatable: false,
    operators: definition.operators.map((value) => ({
      value,
      title: OPERATOR_TITLES[value],
      terminal: TERMINAL.has(value),
    })),
    ...(definition.values && {
      values: definition.values.map(([value, title]) => ({ value, title, enabled: true })),
    }),
  }));
  return {
    definitions: {
      conditions_all: conditions,
      conditions_any: conditions,
      actions: actionDefinitions(account).map((action) => ({
        ...action,
        type: 'list',
        group: 'ticket',
        nullable: false,
        repeatable: false,
      })),
    },
  };
}

function list(
  title: string,
  subject: string,
  operators: string[],
  values: Array<[string, string]>,
): Definition {
  return { title, subject, type: 'list', operators, values };
}

function text(title: string, subject: string, operators: string[]): Definition {
  return { title, subject, type: 'text', operators };
}

function viaValues(): Array<[string, string]> {
  return Object.entries(VIA_IDS).map(([channel, id]) => [
    String(id),
    VIA_TITLES[channel] ?? channel,
  ]);
}

function people(account: Account): Array<[string, string]> {
  return [...account.store.users.values()]
    .filter((user) => user.role !== 'end-user')
    .map((user) => [String(user.id), user.name]);
}
