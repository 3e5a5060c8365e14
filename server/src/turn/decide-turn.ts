import type { ConversationState } from '@smart-assistant/shared/conversation-state.ts';
import type { Answer, AnswerEngine, Question } from '../answer/answer.ts';
import { decide } from '../assistant/decide.ts';
import type { Decided, RuleVerdict } from '../assistant/decision.ts';
import { endedAt, evolve, initialState } from '../assistant/evolve.ts';
import type { FinalDecision } from '../assistant/evolve.ts';
import type { Facts } from '../assistant/facts.ts';
import { isLoop } from '../assistant/loop.ts';
import { MIN_CONFIDENCE } from '../assistant/rules.ts';
import { newestCommentId } from '../assistant/thread.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { TicketReading } from './read-ticket.ts';
import { recentWrites } from './recent-writes.ts';
import { turnId } from './turn-id.ts';

export interface DecideInput {
  tenant: Pick<Tenant, 'slug' | 'reopened'>;
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
  /** What it was decided on. */
  facts: Facts;
  state: ConversationState;
  turnId: string;
}

/** Asks the core, and the answer engine when the core needs it. */
export async function decideTurn(
  answer: AnswerEngine,
  { tenant, conversation, reading, forced, now }: DecideInput,
): Promise<DecidedTurn> {
  const at = Math.floor(now / 1000);
  const { ticket } = reading.facts;
  const { slug } = tenant;
  const state = conversation.state ?? initialState(slug, ticket.id, ticket.requesterId, at);
  const facts: Facts = {
    ...reading.facts,
    wasAgents: conversation.wasAgents,
    afterReopening: afterReopening(tenant, state, at),
    isLooping: isLoop(recentWrites(conversation, ticket.tags, now), now),
  };

  let known = facts;
  let decided: Decided = decide(state, known);
  if (forced && isOurs(decided)) decided = { ...decided, decision: forced };
  if (decided.decision.kind === 'ask') {
    const { subject } = ticket;
    const about = { tenant: slug, subject, locale: reading.requesterLocale };
    const found = await askLatestFirst(answer, decided.decision, about);
    known = { ...facts, answer: found };
    decided = decide(state, known);
  }
  const { decision, rules } = decided;
  if (decision.kind === 'ask') throw new Error('The rules asked for an answer twice');

  return {
    decision,
    rules,
    facts: known,
    state: evolve(state, decision, known, at),
    turnId: turnId(slug, ticket.id, {
      newestComment: newestCommentId(facts.comments),
      n: conversation.turnCount + 1,
      stateN: state.n,
    }),
  };
}

/** What the shop wants of a ticket that comes back now. */
function afterReopening(
  { reopened }: Pick<Tenant, 'reopened'>,
  state: ConversationState,
  at: number,
): Facts['afterReopening'] {
  if (typeof reopened === 'string') return reopened;
  // A pause began when the ticket was found to have come back: it is no part of the rest.
  const backAt = state.mode === 'paused' ? state.since : at;
  const restedHours = (backAt - (endedAt(state) ?? backAt)) / 3600;
  return restedHours >= reopened.resumeAfterHours ? 'resume' : 'stay_silent';
}

/**
 * A customer who wrote again wants the newest comment answered. When that says too little by itself
 * ("It is order 10482"), all unanswered words are asked together.
 */
export async function askLatestFirst(
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
