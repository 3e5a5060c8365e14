import type { Condition } from '@smart-assistant/shared/setup/account-schemas.ts';
import { TRIGGERS } from '@smart-assistant/shared/setup-spec.ts';
import { expect, test } from 'vitest';
import { reaches } from '../../src/sweep/reach.ts';
import type { ChangedTicket } from '../../src/zendesk/schemas.ts';

const ticket: ChangedTicket = {
  id: '35436',
  status: 'open',
  tags: ['vip', 'b2c'],
  updatedAt: '2026-11-24T12:01:00Z',
  brandId: '11',
  groupId: null,
  formId: undefined,
  viaChannel: 'email',
};

const ours = TRIGGERS.find(({ key }) => key === 'comment')!.conditions;

function reach(...more: [field: string, operator: string, value: unknown][]) {
  const conditions = more.map(([field, operator, value]): Condition => ({
    field,
    operator,
    value,
  }));
  return {
    all: reaches([{ all: [...ours.all, ...conditions], any: [] }], ticket),
    any: reaches([{ all: ours.all, any: conditions }], ticket),
  };
}

const yes = { all: true, any: true };
const no = { all: false, any: false };
const unclear = { all: undefined, any: undefined };

test.each([
  ['the conditions that set-up writes', [], yes],
  ['a tag that it has', [['current_tags', 'includes', 'gold vip']], yes],
  ['a tag that it lacks', [['current_tags', 'includes', 'gold']], no],
  ['no tag that it has', [['current_tags', 'not_includes', 'gold vip']], no],
  ['no tag that it lacks', [['current_tags', 'not_includes', 'gold']], yes],
  ['its brand', [['brand_id', 'is', 11]], yes],
  ['another brand', [['brand_id', 'is', '12']], no],
  ['any brand but its own', [['brand_id', 'is_not', '11']], no],
  ['a group, while it has none', [['group_id', 'is', '5']], no],
  ['no group', [['group_id', 'is', '']], yes],
  ["the agent's own groups", [['group_id', 'is', 'current_groups']], unclear],
  ['a change of the group', [['group_id', 'changed', null]], unclear],
  ['a form that the export does not tell', [['ticket_form_id', 'is', '3']], unclear],
  ['its channel', [['via_id', 'is', 4]], yes],
  ['another channel', [['via_id', 'is_not', '4']], no],
  ['the customer as the one who writes', [['role', 'is', 'end_user']], unclear],
  ['a status that changes with the comment', [['status', 'is', 'new']], unclear],
  ['tickets that can be written on', [['status', 'less_than', 'closed']], yes],
  ['a private comment', [['comment_is_public', 'is', 'false']], no],
] as [string, [string, string, unknown][], object][])('knows of %s', (_story, more, expected) => {
  expect(reach(...more)).toEqual(expected);
});

test('is sure of what one condition leaves out, whatever the others say', () => {
  const both = reach(['role', 'is', 'end_user'], ['current_tags', 'includes', 'gold']);
  expect(both).toEqual({ all: false, any: undefined });
});

test('takes "created" beside "updated" for all there is', () => {
  expect(reach(['update_type', 'is', 'Create'], ['update_type', 'is', 'Change']).any).toBe(true);
});

test('needs one trigger of several', () => {
  const gold = { all: [{ field: 'current_tags', operator: 'includes', value: 'gold' }], any: [] };
  expect(reaches([gold, ours], ticket)).toBe(true);
  expect(reaches([gold], ticket)).toBe(false);
  expect(reaches([], ticket)).toBe(false);
});
