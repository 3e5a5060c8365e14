import { HANDBACK_TAG, PAUSED_TAG } from '@smart-assistant/shared/control-tags.ts';
import type { ConversationState } from '@smart-assistant/shared/conversation-state.ts';
import type { CommentFacts, Facts } from './facts.ts';
import { newComments, unansweredComments } from './thread.ts';

/** What the rules look at, worked out once. */
export interface Situation {
  state: ConversationState;
  facts: Facts;
  fresh: readonly CommentFacts[];
  unanswered: readonly CommentFacts[];
  /** An agent gave the ticket back: what humans did before no longer counts. */
  isHandedBack: boolean;
  /** First sight, a reopened ticket or the end of a pause: the mode says nothing about humans, the thread does. */
  isPickedUp: boolean;
  /** The customer's unanswered words, oldest first. */
  question: string;
  /** The newest of them. */
  latest: string;
}

export function situationOf(state: ConversationState, facts: Facts): Situation {
  const isPaused = facts.ticket.tags.includes(PAUSED_TAG);
  const unanswered = unansweredComments(facts.comments);
  const words = unanswered.map(({ text }) => text).filter((text) => text !== '');
  return {
    state,
    facts,
    fresh: newComments(state, facts.comments),
    unanswered,
    isHandedBack: facts.ticket.tags.includes(HANDBACK_TAG) && !facts.isHandbackOvertaken,
    isPickedUp:
      state.last === undefined || state.mode === 'ended' || (state.mode === 'paused' && !isPaused),
    question: words.join('\n\n'),
    latest: words.at(-1) ?? '',
  };
}
