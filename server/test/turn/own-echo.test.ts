import { expect, test } from 'vitest';
import { initialState } from '../../src/assistant/evolve.ts';
import type { Conversation } from '../../src/conversation/conversation.ts';
import type { DueTicket } from '../../src/inbox/inbox.ts';
import { ownEcho } from '../../src/turn/own-echo.ts';

const US = '303';

const justReplied: Conversation = {
  ...{ tenant: 'acme', ticketId: '35', turnCount: 1 },
  state: initialState('acme', '35', '7', 0),
  lastReply: { commentId: '9', authorId: US, isEchoed: false },
};

const echo: DueTicket = {
  ...{ tenant: 'acme', ticketId: '35', lease: 'one', nudgedAt: 0, attempts: 0 },
  events: [{ kind: 'comment', ticketId: '35', commentAuthorId: US }],
};

test('knows the echo of our reply by its author, once', () => {
  const first = ownEcho(justReplied, echo, 0);
  const second = ownEcho(first!.conversation, echo, 0);

  expect(first?.record).toMatchObject({ reason: 'own_comment_echo', nudges: [{ by: 'comment' }] });
  expect(second).toBeUndefined();
});

test.each(['sweep', 'replay', 'agent'] as const)(
  'does not let an echo stand for the look that another asks for: %s',
  (nudgedBy) => {
    expect(ownEcho(justReplied, { ...echo, nudgedBy }, 0)).toBeUndefined();
  },
);
