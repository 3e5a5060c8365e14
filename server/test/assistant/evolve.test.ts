import { expect, test } from 'vitest';
import { evolve, numbered } from '../../src/assistant/evolve.ts';
import { answered, comment, facts, state } from './story.ts';

const at = 1_790_000_500;
const reply = {
  kind: 'reply',
  reason: 'answered_from_articles',
  answer: { ...answered, text: 'Two days.' },
} as const;

test('remembers the answer, its sources and the comment it answered', () => {
  const question = comment();

  const after = evolve(state(), reply, facts([question], {}, { answer: answered }), at);

  expect(after).toMatchObject({
    mode: 'assistant',
    turns: 1,
    lang: 'en',
    sources: ['9'],
    last: { comment: question.id, action: 'replied', confidence: 0.9, at },
  });
});

test.each([
  ['reply', 'replied'],
  ['draft', 'drafted'],
  ['observe', 'observed'],
] as const)('calls an answer in mode %s %s', (answerMode, action) => {
  const after = evolve(state(), reply, facts([comment()], {}, { answerMode }), at);

  expect(after.last?.action).toBe(action);
});

test('dates a mode from its beginning', () => {
  const agent = { kind: 'silent', reason: 'agent_has_replied', mode: 'agent' } as const;

  const first = evolve(state(), agent, facts([comment()]), at);
  const second = evolve(first, agent, facts([comment()]), at + 60);

  expect(second.since).toBe(at);
});

test('forgets a handoff once an agent has replied', () => {
  const handedOver = evolve(
    state(),
    { kind: 'handoff', reason: 'not_confident', confidence: 0.2 },
    facts([comment()]),
    at,
  );
  const taken = evolve(
    handedOver,
    { kind: 'silent', reason: 'agent_has_replied', mode: 'agent' },
    facts([comment({ author: 'agent' })]),
    at + 60,
  );

  expect(handedOver.handoff).toEqual({ reason: 'not_confident', at });
  expect(taken.handoff).toBeUndefined();
});

test('counts up only when it is written', () => {
  const after = evolve(state({ n: 4 }), reply, facts([comment()]), at);

  expect(after.n).toBe(4);
  expect(numbered(after).n).toBe(5);
});

test('hands nothing over while it only observes: no agent would know', () => {
  const handoff = { kind: 'handoff', reason: 'not_confident' } as const;

  const after = evolve(state(), handoff, facts([comment()], {}, { answerMode: 'observe' }), at);

  expect(after).toMatchObject({ mode: 'assistant', last: { action: 'observed' } });
  expect(after.handoff).toBeUndefined();
});
