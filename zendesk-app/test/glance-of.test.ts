import { HANDBACK_TAG, PAUSED_TAG } from '@smart-assistant/shared/control-tags.ts';
import type { Mode } from '@smart-assistant/shared/conversation-state.ts';
import { describe, expect, test } from 'vitest';
import { controlFor } from '../src/state/control.ts';
import { glanceOf } from '../src/state/glance.ts';
import { conversation } from './support/states.ts';

const last = conversation().last!;

test.each([
  ['replied', 'replied'],
  ['drafted', 'drafted'],
  ['observed', 'observed'],
  ['stayed_silent', 'listening'],
] as const)('while the assistant has the ticket, %s makes the headline %s', (action, headline) => {
  const state = conversation({ last: { ...last, action } });

  expect(glanceOf(state, [])).toMatchObject({ mode: 'assistant', headline, at: last.at });
});

test('a conversation without a turn is new', () => {
  expect(glanceOf(conversation({ last: undefined }), [])).toMatchObject({
    headline: 'new',
    reason: undefined,
    confidence: undefined,
  });
});

test.each([
  [1, 'high'],
  [0.75, 'high'],
  [0.74, 'medium'],
  [0.5, 'medium'],
  [0.49, 'low'],
  [0, 'low'],
])('a confidence of %d is %s', (confidence, word) => {
  const state = conversation({ last: { ...last, confidence } });

  expect(glanceOf(state, []).confidence).toBe(word);
});

test('a handoff is explained by its own reason, whatever the last turn said', () => {
  const state = conversation({
    mode: 'handoff',
    handoff: { reason: 'sensitive_topic', at: 1 },
    last: { ...last, action: 'stayed_silent', reason: 'waiting_for_agent' },
  });

  expect(glanceOf(state, []).reason).toBe('sensitive_topic');
});

test('the pause tag counts before the assistant has written it down', () => {
  expect(glanceOf(conversation(), [PAUSED_TAG])).toMatchObject({
    mode: 'paused',
    reason: 'paused_by_tag',
    since: undefined,
    confidence: undefined,
  });
});

test('an ended conversation stays ended under any tag', () => {
  const glance = glanceOf(conversation({ mode: 'ended' }), [PAUSED_TAG, HANDBACK_TAG]);

  expect(glance).toMatchObject({ mode: 'ended', pending: undefined });
});

test('a pause whose tag is gone is about to end', () => {
  expect(glanceOf(conversation({ mode: 'paused' }), []).pending).toBe('resume');
  expect(glanceOf(conversation({ mode: 'paused' }), [PAUSED_TAG]).pending).toBeUndefined();
});

test('a handback is pending until the assistant has the ticket', () => {
  expect(glanceOf(conversation({ mode: 'agent' }), [HANDBACK_TAG]).pending).toBe('handback');
  expect(glanceOf(conversation({ mode: 'assistant' }), [HANDBACK_TAG]).pending).toBeUndefined();
});

describe('the control on offer', () => {
  const verified = (mode: Mode) => ({ status: 'verified', state: conversation({ mode }) }) as const;

  test.each([
    ['assistant', [], 'pause'],
    ['assistant', [PAUSED_TAG], 'resume'],
    ['paused', [PAUSED_TAG], 'resume'],
    ['paused', [], 'pause'],
    ['handoff', [], 'hand_back'],
    ['agent', [], 'hand_back'],
    ['agent', [HANDBACK_TAG], 'keep'],
    ['agent', [PAUSED_TAG], 'resume'],
    ['ended', [PAUSED_TAG], undefined],
  ] as const)('in mode %s with tags %j is %s', (mode, tags, control) => {
    expect(controlFor(verified(mode), tags)).toBe(control);
  });

  test('lets an agent keep the assistant off a ticket it has not seen', () => {
    expect(controlFor({ status: 'absent' }, [])).toBe('pause');
  });
});
