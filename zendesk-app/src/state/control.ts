import { HANDBACK_TAG, PAUSED_TAG, TAKEOVER_TAG } from '@smart-assistant/shared/control-tags.ts';
import type { FieldReading } from './field-reading.ts';

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

/** `isMyTakeover`: this agent took the ticket over in this session, so that it can be undone. */
export function controlsFor(
  reading: FieldReading,
  tags: readonly string[],
  isMyTakeover = false,
): ControlPlaces {
  const mode = reading.status === 'verified' ? reading.state.mode : undefined;
  if (mode === 'ended') return {};
  if (tags.includes(PAUSED_TAG)) return { second: 'resume' };
  const undo = isMyTakeover ? ({ second: 'undo_take_over' } as const) : {};
  if (tags.includes(TAKEOVER_TAG)) {
    return { first: tags.includes(HANDBACK_TAG) ? 'keep' : 'hand_back', ...undo };
  }
  if (mode === 'agent') return { first: tags.includes(HANDBACK_TAG) ? 'keep' : 'hand_back' };
  if (mode !== 'handoff') return { first: 'take_over', second: 'pause' };
  return { first: 'take_over', second: tags.includes(HANDBACK_TAG) ? 'keep' : 'hand_back' };
}

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
 */
export function tagChangeOf(
  control: Control,
  tags: readonly string[],
  reading: FieldReading,
): TagChange {
  const { add, remove } = TAG_CHANGES[control];
  const wasTakenOver =
    reading.status === 'verified' && reading.state.last?.reason === 'agent_took_over';
  return {
    add: control === 'keep' && wasTakenOver ? [TAKEOVER_TAG] : add,
    remove: remove.filter((tag) => tags.includes(tag)),
  };
}

/** `tags` as they will be. */
export function tagsAfter(tags: readonly string[], { add, remove }: TagChange): string[] {
  return [...new Set([...tags, ...add])].filter((tag) => !remove.includes(tag));
}

/**
 * Why a control did not take, or not wholly: the agent may not, the ticket cannot, nobody answered, Zendesk or
 * the network had enough; the tag is set but the ticket is not this agent's.
 */
export type ControlFailure =
  'forbidden' | 'closed' | 'unanswered' | 'busy' | 'offline' | 'not_assigned' | 'taken';
