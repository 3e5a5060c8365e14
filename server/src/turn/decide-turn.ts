import type { ConversationState } from '@smart-assistant/shared/conversation-state.ts';
import type { Answer, AnswerEngine, Question } from '../answer/answer.ts';
import { decide } from '../assistant/decide.ts';
import type { Decided, RuleVerdict } from '../assistant/decision.ts';
import { evolve, initialState } from '../assistant/evolve.ts';
import type { FinalDecision } from '../assistant/evolve.ts';
import { MIN_CONFIDENCE } from '../assistant/rules.ts';
import { newestCommentId } from '../assistant/thread.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { TicketReading } from './read-ticket.ts';
import { turnId } from './turn-id.ts';

export interface DecideInput {
  slug: string;
  conversation: Conversation;
  reading: TicketReading;
  /** Takes the place of an answer or a handoff. Silence and ending stand: humans win over it too. */
  forced?: FinalDecision | undefined;
  /** Epoch milliseconds. */
  now: number;
}

/** A decision with everything the write and the record need. */
export interface DecidedTurn {
  decision: FinalDecision;
  rules: RuleVerdict[];
  state: ConversationState;
  turnId: string;
}

/** Asks the core, and the answer engine when the core needs it. */
export async function decideTurn(
  answer: AnswerEngine,
  { slug, conversation, reading, forced, now }: DecideInput,
): Promise<DecidedTurn> {
  const at = Math.floor(now / 1000);
  const { facts, requesterLocale } = reading;
  const state =
    conversation.state ?? initialState(slug, facts.ticket.id, facts.ticket.requesterId, at);

  let known = facts;
  let decided: Decided = decide(state, known);
  if (forced && isOurs(decided)) decided = { ...decided, decision: forced };
  if (decided.decision.kind === 'ask') {
    const about = { tenant: slug, subject: facts.ticket.subject, locale: requesterLocale };
    const found = await askLatestFirst(answer, decided.decision, about);
    known = { ...facts, answer: found };
    decided = decide(state, known);
  }
  const { decision, rules } = decided;
  if (decision.kind === 'ask') throw new Error('The rules asked for an answer twice');

  return {
    decision,
    rules,
    state: evolve(state, decision, known, at),
    turnId: turnId(slug, facts.ticket.id, {
      newestComment: newestCommentId(facts.comments),
      n: conversation.turnCount + 1,
    }),
  };
}

/**
 * A customer who wrote again wants the newest comment answered. When that says too little by itself
 * ("It is order 10482"), all unanswered words are asked together.
 */
async function askLatestFirst(
  answer: AnswerEngine,
  { question, latest }: { question: string; latest: string },
  about: Omit<Question, 'text'>,
): Promise<Answer> {
  const toLatest = await answer({ ...about, text: latest });
  const isEnough = toLatest.text !== undefined && toLatest.confidence >= MIN_CONFIDENCE;
  return isEnough || latest === question ? toLatest : answer({ ...about, text: question });
}

/** Whether the assistant has the word: neither silent nor at the end. */
function isOurs({ decision }: Decided): boolean {
  return decision.kind !== 'silent' && decision.kind !== 'end';
}
