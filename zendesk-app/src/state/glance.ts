import type { ConversationState, Mode } from '@smart-assistant/shared/conversation-state.ts';
import type { Reason } from '@smart-assistant/shared/reasons.ts';
import { HANDBACK_TAG, PAUSED_TAG, TAKEOVER_TAG } from '@smart-assistant/shared/control-tags.ts';

/** What the headline says; in the mode `assistant` the last action tells more than the mode. */
export type Headline =
  'new' | 'replied' | 'drafted' | 'observed' | 'listening' | Exclude<Mode, 'assistant'>;

/** handback: it has been handed back. resume: the pause is over. */
export type Pending = 'handback' | 'resume';

export type Confidence = 'high' | 'medium' | 'low';

/** The state in the order an agent asks: who, since when, why, how sure, from where. */
export interface Glance {
  mode: Mode;
  headline: Headline;
  /** Epoch seconds; of the last action when the headline is about it. */
  at: number;
  /** When the mode began, epoch seconds; unknown while only a tag tells of it. */
  since: number | undefined;
  reason: Reason | undefined;
  confidence: Confidence | undefined;
  sources: string[];
  turns: number;
  /** The customer's, a BCP 47 tag. */
  language: string | undefined;
  /** What a tag asks of the assistant that its next turn will do. */
  pending: Pending | undefined;
}

/** From this share on, the engine's answers are right nearly always; below the second, often not. */
const HIGH_CONFIDENCE = 0.75;
const MEDIUM_CONFIDENCE = 0.5;

/**
 * What to show of a verified state. Tags are the newer word: people set them while our server may be down,
 * and an ended conversation stays ended whatever the tags say.
 */
export function glanceOf(state: ConversationState, tags: readonly string[]): Glance {
  const mode = modeOf(state.mode, tags);
  const isTagNews = mode !== state.mode;
  const { last } = state;
  return {
    mode,
    headline: mode === 'assistant' ? assistantHeadline(last?.action) : mode,
    at: mode === 'assistant' ? (last?.at ?? state.since) : state.since,
    since: isTagNews ? undefined : state.since,
    reason: isTagNews ? TAG_REASONS[mode] : reasonOf(state),
    // Of a decision that is no longer what the ticket is about, it would mislead.
    confidence:
      isTagNews || last?.confidence === undefined ? undefined : confidenceOf(last.confidence),
    sources: state.sources ?? [],
    turns: state.turns,
    language: state.lang,
    pending: pendingOf(state.mode, tags),
  };
}

/** Of the modes that only a tag tells of so far. */
const TAG_REASONS: Partial<Record<Mode, Reason>> = {
  paused: 'paused_by_tag',
  agent: 'agent_took_over',
};

function modeOf(mode: Mode, tags: readonly string[]): Mode {
  if (mode === 'ended') return mode;
  if (tags.includes(PAUSED_TAG)) return 'paused';
  return tags.includes(TAKEOVER_TAG) ? 'agent' : mode;
}

function assistantHeadline(action: NonNullable<ConversationState['last']>['action'] | undefined) {
  switch (action) {
    case undefined:
      return 'new';
    case 'replied':
    case 'drafted':
    case 'observed':
      return action;
    default:
      return 'listening';
  }
}

function pendingOf(mode: Mode, tags: readonly string[]): Pending | undefined {
  if (tags.includes(PAUSED_TAG)) return undefined;
  if (mode === 'paused') return 'resume';
  const canBeHandedBack = mode === 'agent' || mode === 'handoff' || tags.includes(TAKEOVER_TAG);
  return canBeHandedBack && tags.includes(HANDBACK_TAG) ? 'handback' : undefined;
}

function reasonOf(state: ConversationState): Reason | undefined {
  return state.mode === 'handoff'
    ? (state.handoff?.reason ?? state.last?.reason)
    : state.last?.reason;
}

export /** A share between 0 and 1 as one of three words: more would promise a precision no engine has. */
function confidenceOf(share: number): Confidence {
  if (share >= HIGH_CONFIDENCE) return 'high';
  return share >= MEDIUM_CONFIDENCE ? 'medium' : 'low';
}
