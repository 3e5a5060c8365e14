import type { FindingCode } from '@smart-assistant/shared/setup/finding-table.ts';
import type { Mutation } from './mutation.ts';

const PUBLIC = { field: 'comment_is_public', operator: 'is', value: 'true' };
const status = (operator: string, value = '') => ({ field: 'status', operator, value });
const SOLVED = status('value', 'solved');
const CLOSED = status('value', 'closed');

const comment = (
  name: string,
  all: object[],
  finds: FindingCode[],
  any: object[] = [],
): Mutation => ({
  name: `new comment: ${name}`,
  mutate: (it) => it.conditions('comment', { all, any }),
  finds,
});

const closed = (
  name: string,
  any: object[],
  finds: FindingCode[],
  all: object[] = [],
): Mutation => ({
  name: `closed ticket: ${name}`,
  mutate: (it) => it.conditions('closed', { all, any }),
  finds,
});

const narrow = (field: string, operator: string, value: string): Mutation =>
  comment(
    `only when ${field} ${operator} ${value}`,
    [PUBLIC, { field, operator, value }],
    ['trigger_narrowed'],
  );

const NOT_PUBLIC: FindingCode[] = ['trigger_misses_public_comment'];
const NOT_CHANGED_TO: FindingCode[] = ['trigger_status_not_changed_to'];
const INCOMPLETE: FindingCode[] = ['trigger_status_incomplete'];

export const CONDITION_MUTATIONS: Mutation[] = [
  comment('no condition', [], NOT_PUBLIC),
  comment('private', [{ ...PUBLIC, value: 'false' }], NOT_PUBLIC),
  comment('public or private', [{ ...PUBLIC, value: 'not_relevant' }], NOT_PUBLIC),
  comment('not public', [{ ...PUBLIC, operator: 'is_not' }], NOT_PUBLIC),
  comment('public and private', [PUBLIC, { ...PUBLIC, value: 'false' }], NOT_PUBLIC),
  comment('on any of public and updated', [], NOT_PUBLIC, [
    PUBLIC,
    { field: 'update_type', operator: 'is', value: 'Change' },
  ]),
  comment(
    'on updates only, whatever they are',
    [{ field: 'update_type', operator: 'is', value: 'Change' }],
    [...NOT_PUBLIC, 'trigger_narrowed'],
  ),
  narrow('update_type', 'is', 'Change'),
  narrow('update_type', 'is', 'Create'),
  narrow('role', 'is', 'end_user'),
  narrow('role', 'is', 'agent'),
  narrow('current_via_id', 'is_not', '5'),
  narrow('via_id', 'is', '4'),
  narrow('requester_role', 'is', 'end_user'),
  narrow('current_tags', 'includes', 'assistant'),
  narrow('current_tags', 'not_includes', 'vip'),
  narrow('comment_includes_word', 'includes', 'help'),
  narrow('subject_includes_word', 'includes', 'order'),
  narrow('status', 'is', 'open'),
  narrow('status', 'less_than', 'solved'),
  narrow('priority', 'is', 'urgent'),
  narrow('type', 'is', 'question'),
  narrow('brand_id', 'is', '1'),
  narrow('group_id', 'is', '1'),
  narrow('ticket_form_id', 'is', '1'),
  narrow('assignee_id', 'is', '1'),
  narrow('ticket_is_public', 'is', 'private'),
  comment(
    'for one of two brands',
    [PUBLIC],
    ['trigger_narrowed'],
    [
      { field: 'brand_id', operator: 'is', value: '1' },
      { field: 'brand_id', operator: 'is', value: '2' },
    ],
  ),
  comment(
    'narrowed twice',
    [PUBLIC, { field: 'priority', operator: 'is', value: 'high' }, status('is', 'open')],
    ['trigger_narrowed', 'trigger_narrowed'],
  ),
  closed('only solved', [SOLVED], INCOMPLETE),
  closed('only closed', [CLOSED], INCOMPLETE),
  closed('only solved, as a condition of all', [], INCOMPLETE, [SOLVED]),
  closed('solved and closed at once', [], ['trigger_status_missing'], [SOLVED, CLOSED]),
  closed('on pending', [status('value', 'pending')], ['trigger_status_missing']),
  closed(
    'no condition of status',
    [],
    ['trigger_status_missing', 'trigger_narrowed'],
    [{ field: 'priority', operator: 'is', value: 'low' }],
  ),
  closed('is solved, is closed', [status('is', 'solved'), status('is', 'closed')], NOT_CHANGED_TO),
  closed('is solved, changed to closed', [status('is', 'solved'), CLOSED], NOT_CHANGED_TO),
  closed('greater than on-hold', [], NOT_CHANGED_TO, [status('greater_than', 'hold')]),
  closed('not open', [], NOT_CHANGED_TO, [status('is_not', 'open')]),
  closed('on any change of status', [status('changed')], ['trigger_too_wide']),
  closed('on pending, too', [SOLVED, CLOSED, status('value', 'pending')], ['trigger_too_wide']),
  closed('not changed to open', [status('not_value', 'open')], NOT_CHANGED_TO),
  closed(
    'or with a tag',
    [SOLVED, CLOSED, { field: 'current_tags', operator: 'includes', value: 'done' }],
    NOT_CHANGED_TO,
  ),
  closed(
    'only with a tag',
    [SOLVED, CLOSED],
    ['trigger_narrowed'],
    [{ field: 'current_tags', operator: 'includes', value: 'done' }],
  ),
  closed(
    'only by agents',
    [SOLVED, CLOSED],
    ['trigger_narrowed'],
    [{ field: 'role', operator: 'is', value: 'agent' }],
  ),
  closed(
    'only on creation',
    [SOLVED, CLOSED],
    ['trigger_narrowed'],
    [{ field: 'update_type', operator: 'is', value: 'Create' }],
  ),
];
