import { expect, test } from 'vitest';
import { visibleChange } from '../../src/turn/ticket-change.ts';

test('takes both tags away when a ticket is handed back and nothing waits for an answer', () => {
  const tags = ['vip', 'assistant_handoff', 'assistant_handback'];

  const change = visibleChange(
    { kind: 'silent', reason: 'nothing_new', mode: 'assistant' },
    'reply',
    { ticket: { tags } },
  );

  expect(change).toEqual({ tags: ['vip'] });
});

test('keeps a handback through a pause', () => {
  const tags = ['assistant_paused', 'assistant_handback'];

  const change = visibleChange(
    { kind: 'silent', reason: 'paused_by_tag', mode: 'paused' },
    'reply',
    { ticket: { tags } },
  );

  expect(change).toEqual({});
});

test('leaves the tags of people alone when it stays silent', () => {
  const change = visibleChange(
    { kind: 'silent', reason: 'nothing_new', mode: 'assistant' },
    'reply',
    { ticket: { tags: ['vip', 'assistant_handoff'] } },
  );

  expect(change).toEqual({});
});

test.each(['agent_has_replied', 'agent_took_over'] as const)(
  'no longer asks for an agent once one has the ticket: %s',
  (reason) => {
    const change = visibleChange({ kind: 'silent', reason, mode: 'agent' }, 'reply', {
      ticket: { tags: ['vip', 'assistant_handoff'] },
    });

    expect(change).toEqual({ tags: ['vip'] });
  },
);

test('goes on asking for an agent while none has the ticket', () => {
  const change = visibleChange(
    { kind: 'silent', reason: 'waiting_for_agent', mode: 'handoff' },
    'reply',
    { ticket: { tags: ['assistant_handoff'] } },
  );

  expect(change).toEqual({});
});

test('ends a takeover when the ticket is handed back', () => {
  const tags = ['vip', 'assistant_takeover', 'assistant_handback'];

  const change = visibleChange(
    { kind: 'silent', reason: 'nothing_new', mode: 'assistant' },
    'reply',
    { ticket: { tags } },
  );

  expect(change).toEqual({ tags: ['vip'] });
});

test('keeps a takeover that came after the handback', () => {
  const tags = ['assistant_takeover', 'assistant_handback'];

  const change = visibleChange(
    { kind: 'silent', reason: 'agent_took_over', mode: 'agent' },
    'reply',
    { ticket: { tags }, isHandbackOvertaken: true },
  );

  expect(change).toEqual({ tags: ['assistant_takeover'] });
});

test('says on the ticket that it paused itself', () => {
  const change = visibleChange(
    { kind: 'silent', reason: 'loop_suspected', mode: 'paused' },
    'reply',
    { ticket: { tags: ['vip'] } },
  );

  expect(change).toMatchObject({
    comment: { isPublic: false, htmlBody: expect.stringContaining('assistant_paused') },
    tags: ['vip', 'assistant_paused'],
  });
});
