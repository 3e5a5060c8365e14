import type { ConversationState, Mode } from '@smart-assistant/shared/conversation-state.ts';
import type { Reason } from '@smart-assistant/shared/reasons.ts';
import { HANDBACK_TAG, PAUSED_TAG } from '@smart-assistant/shared/control-tags.ts';

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
  const isPausedByTag = tags.includes(PAUSED_TAG) && state.mode !== 'ended';
  const mode = isPausedByTag ? 'paused' : state.mode;
  const isTagNews = mode !== state.mode;
  const { last } = state;
  return {
    mode,
    headline: mode === 'assistant' ? assistantHeadline(last?.action) : mode,
    at: mode === 'assistant' ? (last?.at ?? state.since) : state.since,
    since: isTagNews ? undefined : state.since,
    reason: isTagNews ? 'paused_by_tag' : reasonOf(state),
    // Of a decision that is no longer what the ticket is about, it would mislead.
    confidence: isTagNews ? undefined : confidenceOf(last?.confidence),
    sources: state.sources ?? [],
    turns: state.turns,
    pending: pendingOf(state.mode, tags),
  };
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
  const canBeHandedBack = mode === 'agent' || mode === 'handoff';
  return canBeHandedBack && tags.includes(HANDBACK_TAG) ? 'handback' : undefined;
}

function reasonOf(state: ConversationState): Reason | undefined {
  return state.mode === 'handoff'
    ? (state.handoff?.reason ?? state.last?.reason)
    : state.last?.reason;
}

function confidenceOf(share: number | undefined): Confidence | undefined {
  if (share === undefined) return undefined;
  if (share >= HIGH_CONFIDENCE) return 'high';
  return share >= MEDIUM_CONFIDENCE ? 'medium' : 'low';
}
