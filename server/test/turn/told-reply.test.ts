import type { TicketEvent } from '@smart-assistant/shared/ticket-event.ts';
import type { Mode } from '@smart-assistant/shared/conversation-state.ts';
import type { Action } from '@smart-assistant/shared/reasons.ts';
import { describe, expect, test } from 'vitest';
import { initialState } from '../../src/assistant/evolve.ts';
import type { Conversation } from '../../src/conversation/conversation.ts';
import type { DueTicket } from '../../src/inbox/inbox.ts';
import { agentsLastWord, toldComment } from '../../src/turn/told-reply.ts';

const BOB = '202';

const unseen: Conversation = { tenant: 'acme', ticketId: '35', turnCount: 0 };
const handledUpTo = (comment: string): Conversation => ({
  ...unseen,
  state: {
    ...initialState('acme', '35', '7', 0),
    last: { comment, action: 'replied', reason: 'answered_from_articles', at: 0 },
  },
});

const due = (...events: Partial<TicketEvent>[]): DueTicket => ({
  ...{ tenant: 'acme', ticketId: '35', lease: 'one', nudgedAt: 0, attempts: 0 },
  events: events.map((event) => ({ kind: 'comment', ticketId: '35', ...event })),
});
const byBob = (commentId: string) => ({ commentId, commentAuthorId: BOB });

describe('what webhooks tell', () => {
  test('is the newest of the comments, in whatever order they came', () => {
    const told = toldComment(unseen, due(byBob('10'), byBob('9')));

    expect(told).toEqual({ id: '10', authorId: BOB });
  });

  test.each<[string, Conversation, DueTicket]>([
    ['a comment that was handled before', handledUpTo('9'), due(byBob('9'))],
    ['comments of two people', unseen, due(byBob('10'), { commentId: '9', commentAuthorId: '7' })],
    ['a body without an author', unseen, due(byBob('9'), { commentId: '10' })],
    ['a closing', unseen, due(byBob('9'), { kind: 'closed' })],
    ['work without a webhook', unseen, due()],
    ['a look that others ask for as well', unseen, { ...due(byBob('9')), nudgedBy: 'sweep' }],
    ['a write of ours whose fate is unknown', pending(), due(byBob('9'))],
  ])('is not enough for %s', (_what, conversation, work) => {
    expect(toldComment(conversation, work)).toBeUndefined();
  });
});

describe('what a manual body tells, which names no comment', () => {
  const OURS = 'signed by us';
  const had = (mode: Mode, action: Action = 'replied'): Conversation => {
    const { state, ...handled } = handledUpTo('8');
    const last = { ...state!.last!, action };
    return { ...handled, state: { ...state!, mode, last }, fieldValue: OURS };
  };
  const byTwo = due({ commentAuthorId: '7' }, { commentAuthorId: BOB });
  const body = (fieldValue?: string) => due({ commentAuthorId: BOB, fieldValue });

  test.each<[string, Conversation, DueTicket]>([
    ['we never had the ticket', unseen, body()],
    ['we answered last', had('assistant'), body(OURS)],
    ['our draft was the last thing we wrote', had('assistant', 'drafted'), body(OURS)],
    ['the ticket waits for an agent', had('handoff', 'handed_over'), body(OURS)],
    ['an agent has the ticket, however old the body', had('agent'), body('an older state')],
  ])('is a new comment when %s', (_when, conversation, work) => {
    expect(toldComment(conversation, work)).toEqual({ authorId: BOB });
  });

  test.each<[string, Conversation, DueTicket]>([
    ['it carries an older state', had('assistant'), body('an older state')],
    ['it carries no state', had('assistant'), body()],
    ['the shop has no field', { ...had('assistant'), fieldValue: undefined }, body()],
    ['the ticket was just handed back', had('assistant', 'stayed_silent'), body(OURS)],
    ['somebody else wrote as well', had('agent'), byTwo],
    ['the ticket is paused', had('paused', 'stayed_silent'), body(OURS)],
    ['the ticket was over', had('ended', 'ended'), body(OURS)],
  ])('is open when %s', (_when, conversation, work) => {
    expect(toldComment(conversation, work)).toBeUndefined();
  });
});

function pending(): Conversation {
  const state = initialState('acme', '35', '7', 0);
  return { ...unseen, pendingTurns: [{ id: 'turn', state, fieldValue: 'signed' }] };
}

describe('the last word', () => {
  const told = { id: '9', authorId: BOB };

  test('is an agent’s when Zendesk has told that its author is one', () => {
    expect(agentsLastWord(told, { tags: [] }, (id) => id === BOB)).toMatchObject([
      { id: '9', author: 'agent', isPublic: true },
    ]);
    expect(agentsLastWord(told, { tags: [] }, () => false)).toBeUndefined();
  });

  test('is open when the ticket was handed back', () => {
    const tags = ['assistant_handback'];

    expect(agentsLastWord(told, { tags }, () => true)).toBeUndefined();
  });
});
