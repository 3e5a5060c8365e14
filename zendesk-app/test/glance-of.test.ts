import { HANDBACK_TAG, PAUSED_TAG, TAKEOVER_TAG } from '@smart-assistant/shared/control-tags.ts';
import type { Mode } from '@smart-assistant/shared/conversation-state.ts';
import { describe, expect, test } from 'vitest';
import { controlsFor, tagChangeOf, tagsAfter } from '../src/state/control.ts';
import type { Takeover } from '../src/state/undo-takeover.ts';
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

test('a takeover counts before the assistant has written it down', () => {
  expect(glanceOf(conversation({ mode: 'handoff' }), [TAKEOVER_TAG])).toMatchObject({
    mode: 'agent',
    headline: 'agent',
    reason: 'agent_took_over',
    since: undefined,
  });
});

const verified = (mode: Mode) => ({ status: 'verified', state: conversation({ mode }) }) as const;

describe('the controls on offer', () => {
  test.each([
    ['assistant', [], { first: 'take_over', second: 'pause' }],
    ['assistant', [PAUSED_TAG], { second: 'resume' }],
    ['assistant', [TAKEOVER_TAG], { first: 'hand_back' }],
    ['assistant', [TAKEOVER_TAG, HANDBACK_TAG], { first: 'keep' }],
    ['paused', [PAUSED_TAG], { second: 'resume' }],
    ['paused', [], { first: 'take_over', second: 'pause' }],
    ['handoff', [], { first: 'take_over', second: 'hand_back' }],
    ['handoff', [HANDBACK_TAG], { first: 'take_over', second: 'keep' }],
    ['agent', [], { first: 'hand_back' }],
    ['agent', [HANDBACK_TAG], { first: 'keep' }],
    ['agent', [PAUSED_TAG], { second: 'resume' }],
    ['ended', [PAUSED_TAG], {}],
  ] as const)('in mode %s with tags %j are %j', (mode, tags, places) => {
    expect(controlsFor(verified(mode), tags)).toEqual(places);
  });

  const takenOverIn = (mode: Mode, tags: string[] = []): Takeover => ({
    ticket: { ticketId: '1', requesterId: '2', assigneeId: null, tags, fieldValue: '' },
    reading: verified(mode),
  });
  const noted = conversation({
    mode: 'agent',
    last: { action: 'stayed_silent', reason: 'agent_took_over', at: 0 },
  });

  test('let an agent undo a takeover of their own only', () => {
    const mine = takenOverIn('assistant');

    expect(controlsFor(verified('assistant'), [TAKEOVER_TAG], mine)).toEqual({
      first: 'hand_back',
      second: 'undo_take_over',
    });
    expect(controlsFor(verified('assistant'), [], mine).second).toBe('pause');
  });

  test.each([
    ['assistant', [], 'undo_take_over'],
    ['handoff', [HANDBACK_TAG], 'undo_take_over'],
    // It waited for an agent; a handback would set the assistant on it.
    ['handoff', [], undefined],
  ] as const)('offer %s with tags %j back once the takeover is noted: %s', (mode, tags, second) => {
    const reading = { status: 'verified', state: noted } as const;

    const places = controlsFor(reading, [TAKEOVER_TAG], takenOverIn(mode, [...tags]));

    expect(places).toEqual({ first: 'hand_back', ...(second && { second }) });
  });

  test('do not undo a takeover after which an agent has replied', () => {
    expect(controlsFor(verified('agent'), [], takenOverIn('assistant'))).toEqual({
      first: 'hand_back',
    });
  });

  test('let an agent keep the assistant off a ticket it has not seen', () => {
    expect(controlsFor({ status: 'absent' }, [])).toEqual({ first: 'take_over', second: 'pause' });
  });
});

describe('the tags of a control', () => {
  test('a handback ends a takeover and leaves the tags of others alone', () => {
    const change = tagChangeOf('hand_back', ['vip', TAKEOVER_TAG], verified('agent'));

    expect(change).toEqual({ add: [HANDBACK_TAG], remove: [TAKEOVER_TAG] });
    expect(tagsAfter(['vip', TAKEOVER_TAG], change)).toEqual(['vip', HANDBACK_TAG]);
  });

  test('nothing is removed that is not there', () => {
    expect(tagChangeOf('hand_back', [], verified('agent')).remove).toEqual([]);
  });

  test('taking a handback back after a takeover without a reply takes the ticket again', () => {
    const last = { action: 'stayed_silent', reason: 'agent_took_over', at: 1 } as const;
    const reading = {
      status: 'verified',
      state: conversation({ mode: 'agent', last }),
    } as const;

    expect(tagChangeOf('keep', [HANDBACK_TAG], reading)).toEqual({
      add: [TAKEOVER_TAG],
      remove: [HANDBACK_TAG],
    });
    expect(tagChangeOf('keep', [HANDBACK_TAG], verified('agent')).add).toEqual([]);
  });
});
