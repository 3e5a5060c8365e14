import { expect, test } from 'vitest';
import { articlesAnswer } from '../../src/zendesk/articles.ts';
import {
  auditSchema,
  commentSchema,
  commentsAnswer,
  ticketAnswer,
} from '../../src/zendesk/schemas.ts';
import { triggersAnswer } from '../../src/zendesk/trigger-calls.ts';

const AUDIT = { id: 7, author_id: 3, created_at: '2026-11-24T09:00:00Z', events: [] };

test("reads what Zendesk's own system user wrote", () => {
  const comment = { id: 8, author_id: -1, public: true, created_at: AUDIT.created_at };

  expect(auditSchema.parse({ ...AUDIT, author_id: -1 }).authorId).toBe('-1');
  expect(commentSchema.parse(comment).authorId).toBe('-1');
});

test.each([
  ['lists', ['vip', 'assistant_handback'], ['vip']],
  ['texts', 'vip assistant_handback', 'vip'],
  ['a list after nothing', ['assistant_handback'], null],
])('tells which tags an update brought, in %s', (_form, value, previous) => {
  const change = { id: 9, type: 'Change', field_name: 'tags', value, previous_value: previous };

  const [event] = auditSchema.parse({ ...AUDIT, events: [change] }).events;

  expect(event?.addedTags).toEqual(['assistant_handback']);
});

test.each([
  ['an id that is none', { id: -1, name: 'Zendesk', role: 'admin' }],
  ['no role', { id: 5, name: 'Ghost', role: null }],
  ['nothing at all', null],
])('reads the users beside one with %s', (_, odd) => {
  const alice = { id: 6, name: null, role: 'end-user', locale: 7, suspended: 'no' };
  const ticket = { id: 1, status: 'open', requester_id: 6, created_at: '', updated_at: '' };

  const known = [{ id: '6', name: '', role: 'end-user', locale: undefined, isSuspended: false }];
  expect(commentsAnswer.parse({ comments: [], users: [odd, alice] }).users).toEqual(known);
  expect(ticketAnswer.parse({ ticket, users: [alice, odd] }).users).toEqual(known);
});

test.each([[undefined], [null], ['none']])('reads a list of users that is %j as empty', (users) => {
  expect(commentsAnswer.parse({ comments: [], users }).users).toEqual([]);
});

test('complains once about a list of a million things that are none', () => {
  const many = Array.from({ length: 1_000_000 }, () => 0);

  expect(commentsAnswer.safeParse({ comments: many }).error?.issues).toHaveLength(1);
  expect(articlesAnswer.safeParse({ articles: many }).error?.issues).toHaveLength(1);
  expect(triggersAnswer.safeParse({ triggers: many }).error?.issues).toHaveLength(1);
  expect(commentsAnswer.parse({ comments: [], users: many }).users).toEqual([]);
});
