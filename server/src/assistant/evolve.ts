import type { ConversationState, Mode } from '@smart-assistant/shared/conversation-state.ts';
import { STATE_VERSION } from '@smart-assistant/shared/conversation-state.ts';
import type { Action } from '@smart-assistant/shared/reasons.ts';
import type { AnswerMode } from '@smart-assistant/shared/answer-mode.ts';
import type { Decision } from './decision.ts';
import type { Facts } from './facts.ts';
import { newestCommentId } from './thread.ts';

/** A turn's decision: everything but the request for an answer. */
export type FinalDecision = Exclude<Decision, { kind: 'ask' }>;

/** The state of a ticket we have not seen before. */
export function initialState(
  slug: string,
  ticketId: string,
  requesterId: string,
  at: number,
): ConversationState {
  return {
    v: STATE_VERSION,
    slug,
    tid: ticketId,
    rid: requesterId,
    n: 0,
    mode: 'assistant',
    since: at,
    turns: 0,
  };
}

/** What the turn did, in the words of the record. */
export function actionOf(decision: FinalDecision, answerMode: AnswerMode): Action {
  switch (decision.kind) {
    case 'reply':
      return ({ reply: 'replied', draft: 'drafted', observe: 'observed' } as const)[answerMode];
    case 'handoff':
      return answerMode === 'observe' ? 'observed' : 'handed_over';
    case 'silent':
      return 'stayed_silent';
    case 'end':
      return 'ended';
  }
}

/** The state after a decision, `at` in epoch seconds. Counts `n` up only when somebody writes it: see `numbered`. */
export function evolve(
  state: ConversationState,
  decision: FinalDecision,
  facts: Facts,
  at: number,
): ConversationState {
  const mode = modeAfter(decision, facts.answerMode);
  const isAnswer = decision.kind === 'reply';
  const language = facts.answer?.language ?? state.lang;
  const sources = isAnswer
    ? decision.answer.sources.map(({ id }) => id).slice(0, 5)
    : state.sources;
  const handoff = handoffAfter(state, decision, mode, at);
  const ended = mode === 'paused' ? endedAt(state) : undefined;

  return {
    ...withoutPast(state),
    rid: facts.ticket.requesterId,
    mode,
    since: mode === state.mode ? state.since : at,
    // A draft, or what was only observed, reached no customer.
    turns: state.turns + (isAnswer && facts.answerMode === 'reply' ? 1 : 0),
    last: {
      comment: newestCommentId(facts.comments) ?? state.last?.comment,
      action: actionOf(decision, facts.answerMode),
      reason: decision.reason,
      ...confidenceOf(decision),
      at,
    },
    ...(handoff && { handoff }),
    ...(ended !== undefined && { ended }),
    ...(language && { lang: language }),
    ...(sources && { sources }),
  };
}

/** The state as it is written to the field: one higher than the last written one. */
export function numbered(state: ConversationState): ConversationState {
  return { ...state, n: state.n + 1 };
}

/** Who only observes hands nothing over: no agent would know, and the ticket would wait for ever. */
function modeAfter(decision: FinalDecision, answerMode: AnswerMode): Mode {
  switch (decision.kind) {
    case 'reply':
      return 'assistant';
    case 'handoff':
      return answerMode === 'observe' ? 'assistant' : 'handoff';
    case 'silent':
      return decision.mode;
    case 'end':
      return 'ended';
  }
}

/** A handoff is remembered while it stands, and through the end of the ticket. */
function handoffAfter(
  state: ConversationState,
  decision: FinalDecision,
  mode: Mode,
  at: number,
): ConversationState['handoff'] {
  if (decision.kind === 'handoff') {
    return mode === 'handoff' ? { reason: decision.reason, at } : undefined;
  }
  const stands =
    mode === 'handoff' || mode === 'paused' || (mode === 'ended' && state.mode !== 'agent');
  return stands ? state.handoff : undefined;
}

function withoutPast({ handoff: _, ended: __, ...state }: ConversationState): ConversationState {
  return state;
}

/** When a ticket that is over, or came back and was paused since, had ended; epoch seconds. */
export function endedAt({ mode, since, ended }: ConversationState): number | undefined {
  return mode === 'ended' ? since : ended;
}

function confidenceOf(decision: FinalDecision): { confidence?: number } {
  const confidence =
    decision.kind === 'reply'
      ? decision.answer.confidence
      : decision.kind === 'handoff'
        ? decision.confidence
        : undefined;
  return confidence === undefined ? {} : { confidence: Math.round(confidence * 100) / 100 };
}
