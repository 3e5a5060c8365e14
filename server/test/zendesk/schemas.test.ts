import { expect, test } from 'vitest';
import { auditSchema, commentSchema } from '../../src/zendesk/schemas.ts';

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
