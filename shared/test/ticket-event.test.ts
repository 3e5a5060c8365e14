import { expect, test } from 'vitest';
import { ticketEvent } from '../src/ticket-event.ts';
import fixtures from '../fixtures/trigger-bodies.json' with { type: 'json' };

const manualComment = {
  id: '35436',
  comment: 'Hello',
  support_name: '',
  agent_id: '361002',
  latest_public_comment_author_id: '361001',
  user_info: '',
  attachments: [],
};

test.each(fixtures.bodies)('reads a $name body', ({ text, event }) => {
  expect(ticketEvent.parse(JSON.parse(text))).toEqual(event);
});

test('keeps an id that is larger than a double can hold', () => {
  const body = { ...manualComment, id: '18446744073709551615' };

  expect(ticketEvent.parse(body).ticketId).toBe('18446744073709551615');
});

test('takes an id that came as a number', () => {
  expect(ticketEvent.parse({ ...manualComment, id: 35436 }).ticketId).toBe('35436');
});

test("drops a hint it cannot read, such as the id of Zendesk's system user", () => {
  const body = { ...manualComment, latest_public_comment_author_id: '-1' };

  expect(ticketEvent.parse(body)).toEqual({ kind: 'comment', ticketId: '35436' });
});

test.each([
  ['in the body', { zz: { a: '' } }],
  ['in an attachment', { attachments: [{ file_name: 'a', url: 'b', yy: [] }] }],
])('takes no hint from a body with other keys %s than those of the contract', (_where, keys) => {
  expect(ticketEvent.parse({ ...manualComment, ...keys })).toEqual({
    kind: 'comment',
    ticketId: '35436',
  });
});

test('takes a comment with a status other than closed for a comment', () => {
  const body = { ...manualComment, ticket_status: 'Solved' };

  expect(ticketEvent.parse(body).kind).toBe('comment');
});

test.each(['', 'abc', '12a', '-5', ' 12', '1'.repeat(21), 1.5, null])(
  'refuses %j as a ticket id',
  (id) => {
    expect(ticketEvent.safeParse({ ...manualComment, id }).success).toBe(false);
  },
);

test.each([null, [], 'text', 5, {}, { v: 2, event: 'closed', ticket_id: '1' }])(
  'refuses %j, which is no body of the contract',
  (body) => {
    expect(ticketEvent.safeParse(body).success).toBe(false);
  },
);
