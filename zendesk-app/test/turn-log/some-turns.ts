import type { TurnRecord } from '@smart-assistant/shared/sidebar-api.ts';

const MINUTE_MS = 60_000;

/** An answer from two articles, with everything a record can hold. */
export function turn(overrides: Partial<TurnRecord> = {}): TurnRecord {
  const n = overrides.n ?? 3;
  const at = Date.now() - 4 * MINUTE_MS;
  return {
    id: `acme-35436-${n}`,
    n,
    at,
    action: 'replied',
    reason: 'answered_from_articles',
    mode: 'assistant',
    confidence: 0.86,
    sources: [
      {
        id: '360001',
        title: 'How do I return an item?',
        url: 'https://acme.zendesk.com/hc/en-us/articles/360001',
        quote: 'You can return unworn items within 30 days of delivery.',
      },
      {
        id: '360002',
        title: 'Shipping times and costs',
        url: 'https://acme.zendesk.com/hc/en-us/articles/360002',
      },
    ],
    rules: [
      { rule: 'ticket_is_over', verdict: 'passed' },
      { rule: 'paused_by_tag', verdict: 'passed' },
      { rule: 'agent_has_replied', verdict: 'passed' },
      { rule: 'sensitive_topic', verdict: 'passed' },
      { rule: 'answer_found', verdict: 'decided' },
    ],
    nudges: [{ by: 'comment', count: 3, at: at - 2500 }],
    factsDigest: 'b1946ac92492d234',
    written: {
      text: '<p>Hello,</p><p>You can return unworn items within 30 days.</p><p>Source: <a href="https://acme.zendesk.com/hc/en-us/articles/360001">How do I return an item?</a></p>',
      isPublic: true,
    },
    commentId: '9001',
    tookMs: 2840,
    timings: { waitedMs: 2000, readMs: 410, answerMs: 90, writeMs: 340 },
    ...overrides,
  };
}

/** Nothing but what the first version of the log stored. */
export function oldTurn(overrides: Partial<TurnRecord> = {}): TurnRecord {
  const { id, n, at } = turn(overrides);
  return {
    id,
    n,
    at,
    action: 'stayed_silent',
    reason: 'agent_has_replied',
    mode: 'agent',
    sources: [],
    rules: [],
    tookMs: 300,
    ...overrides,
  };
}

/** A conversation of one of each kind, newest first. */
export function variedTurns(): TurnRecord[] {
  const ago = (minutes: number) => Date.now() - minutes * MINUTE_MS;
  return [
    turn({
      n: 6,
      at: ago(2),
      action: 'handed_over',
      reason: 'requester_asked_for_person',
      mode: 'handoff',
      sources: [],
      written: {
        text: '<p><b>Smart Assistant hands this ticket to you.</b> The customer asked for a person.</p>',
        isPublic: false,
      },
    }),
    turn({ n: 5, at: ago(4), rating: { verdict: 'wrong', reason: 'outdated_article' } }),
    oldTurn({ n: 4, at: ago(30), reason: 'own_comment_echo', mode: 'assistant' }),
    turn({ n: 3, at: ago(31), rating: { verdict: 'right' } }),
    turn({ n: 2, at: ago(600), action: 'drafted', commentId: '8001', confidence: 0.61 }),
    oldTurn({
      n: 1,
      at: ago(3000),
      action: 'observed',
      reason: 'no_article_matches',
      mode: 'assistant',
    }),
  ];
}

/** `count` turns of every kind, newest first, a minute apart. */
export function manyTurns(count: number): TurnRecord[] {
  const kinds = variedTurns();
  return Array.from({ length: count }, (_, index) => {
    const n = count - index;
    return {
      ...kinds[index % kinds.length]!,
      n,
      id: `acme-35436-${n}`,
      at: Date.now() - index * MINUTE_MS,
    };
  });
}
