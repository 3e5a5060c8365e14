import { HANDBACK_TAG, PAUSED_TAG, TAKEOVER_TAG } from '@smart-assistant/shared/control-tags.ts';
import type { FieldReading } from './field-reading.ts';
import { wasWaiting } from './undo-takeover.ts';
import type { Takeover } from './undo-takeover.ts';

/** What an agent can tell the assistant: tags on the ticket, so it works while our server is down. */
export type Control = 'pause' | 'resume' | 'take_over' | 'undo_take_over' | 'hand_back' | 'keep';

/**
 * The controls that make sense now, by place: a control and its undo share one, so that the focus stays on the
 * button an agent has just pressed. An ended conversation has none.
 */
export interface ControlPlaces {
  first?: Control;
  second?: Control;
}

/** `myTakeover`: of this agent, in this session, so that it can be undone. */
export function controlsFor(
  reading: FieldReading,
  tags: readonly string[],
  myTakeover?: Takeover,
): ControlPlaces {
  const mode = reading.status === 'verified' ? reading.state.mode : undefined;
  if (mode === 'ended') return {};
  if (tags.includes(PAUSED_TAG)) return { second: 'resume' };
  if (tags.includes(TAKEOVER_TAG) || mode === 'agent') {
    if (tags.includes(HANDBACK_TAG)) return { first: 'keep' };
    const canUndo =
      myTakeover && (mode !== 'agent' || (isNoted(reading) && !wasWaiting(myTakeover)));
    return { first: 'hand_back', ...(canUndo && { second: 'undo_take_over' }) };
  }
  if (mode !== 'handoff') return { first: 'take_over', second: 'pause' };
  return { first: 'take_over', second: tags.includes(HANDBACK_TAG) ? 'keep' : 'hand_back' };
}

/** The assistant has noted down that an agent took the ticket over. */
const isNoted = (reading: FieldReading) =>
  reading.status === 'verified' && reading.state.last?.reason === 'agent_took_over';

/** Tags a control adds and removes. */
export interface TagChange {
  add: readonly string[];
  remove: readonly string[];
}

const TAG_CHANGES: Record<Control, TagChange> = {
  pause: { add: [PAUSED_TAG], remove: [] },
  resume: { add: [], remove: [PAUSED_TAG] },
  take_over: { add: [TAKEOVER_TAG], remove: [HANDBACK_TAG] },
  undo_take_over: { add: [], remove: [TAKEOVER_TAG] },
  hand_back: { add: [HANDBACK_TAG], remove: [TAKEOVER_TAG] },
  keep: { add: [], remove: [HANDBACK_TAG] },
};

/**
 * What `control` changes about `tags`, leaving out removals of what is not there. A handback of a ticket that
 * was taken over removes the takeover; undoing it restores the takeover, or nothing would hold the assistant.
 * Undoing a takeover may have to hand the ticket back as well: `findWayBack` tells.
 */
export function tagChangeOf(
  control: Control,
  tags: readonly string[],
  reading: FieldReading,
): TagChange {
  const { add, remove } = TAG_CHANGES[control];
  return {
    add: control === 'keep' && isNoted(reading) ? [TAKEOVER_TAG] : add,
    remove: remove.filter((tag) => tags.includes(tag)),
  };
}

/** `tags` as they will be. */
export function tagsAfter(tags: readonly string[], { add, remove }: TagChange): string[] {
  return [...new Set([...tags, ...add])].filter((tag) => !remove.includes(tag));
}

/**
 * Why a control did not take, or not wholly: the agent may not, the ticket cannot, nobody answered, Zendesk or
 * the network had enough; the tag is set but the ticket is not this agent's; it cannot be undone any more.
 */
export type ControlFailure =
  | 'forbidden'
  | 'closed'
  | 'unanswered'
  | 'busy'
  | 'offline'
  | 'not_assigned'
  | 'taken'
  | 'moved_on';
