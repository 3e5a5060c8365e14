import { expect } from 'vitest';
import type { ConversationState } from '@smart-assistant/shared/conversation-state.ts';
import type { Answer } from '../../src/answer/answer.ts';
import { decide } from '../../src/assistant/decide.ts';
import { initialState } from '../../src/assistant/evolve.ts';
import type { CommentFacts, Facts } from '../../src/assistant/facts.ts';

let nextId = 40_000_000_000;

/** A comment, by default the customer's and public. Ids count up like Zendesk's. */
export function comment(overrides: Partial<CommentFacts> = {}): CommentFacts {
  nextId += 1;
  return {
    id: String(nextId),
    author: 'customer',
    isPublic: true,
    text: 'How long does delivery take?',
    hasAttachments: false,
    ...overrides,
  };
}

export const answered: Answer = {
  text: 'Delivery takes 2 to 4 working days.',
  confidence: 0.9,
  sources: [{ id: '9', title: 'Delivery times', url: 'https://acme.example/hc/9' }],
  language: 'en',
};

export function state(overrides: Partial<ConversationState> = {}): ConversationState {
  return { ...initialState('acme', '35', '201', 1_790_000_000), ...overrides };
}

/** A state whose newest handled comment is this one. */
export function handled(
  last: CommentFacts,
  overrides: Partial<ConversationState> = {},
): ConversationState {
  return state({
    last: { comment: last.id, action: 'stayed_silent', reason: 'nothing_new', at: 1_790_000_000 },
    ...overrides,
  });
}

type TicketOverrides = Partial<Facts['ticket']>;

export function facts(
  comments: readonly CommentFacts[],
  ticket: TicketOverrides = {},
  rest: Partial<Facts> = {},
): Facts {
  return {
    ticket: {
      id: '35',
      requesterId: '201',
      status: 'open',
      tags: [],
      subject: 'Delivery',
      isMessaging: false,
      ...ticket,
    },
    comments,
    answerMode: 'reply',
    ...rest,
  };
}

/** given(state).when(facts).then({ kind, reason }): one decision, told as a story. */
export function given(before: ConversationState) {
  return {
    when(what: Facts) {
      return {
        then(expected: Record<string, unknown>) {
          expect(decide(before, what).decision).toMatchObject(expected);
        },
      };
    },
  };
}
