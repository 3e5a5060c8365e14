import { expect, test } from 'vitest';
import { visibleChange } from '../../src/turn/ticket-change.ts';

test('takes both tags away when a ticket is handed back and nothing waits for an answer', () => {
  const tags = ['vip', 'assistant_handoff', 'assistant_handback'];

  const change = visibleChange(
    { kind: 'silent', reason: 'nothing_new', mode: 'assistant' },
    'reply',
    tags,
  );

  expect(change).toEqual({ tags: ['vip'] });
});

test('keeps a handback through a pause', () => {
  const tags = ['assistant_paused', 'assistant_handback'];

  const change = visibleChange(
    { kind: 'silent', reason: 'paused_by_tag', mode: 'paused' },
    'reply',
    tags,
  );

  expect(change).toEqual({});
});

test('leaves the tags of people alone when it stays silent', () => {
  const change = visibleChange(
    { kind: 'silent', reason: 'nothing_new', mode: 'assistant' },
    'reply',
    ['vip', 'assistant_handoff'],
  );

  expect(change).toEqual({});
});
