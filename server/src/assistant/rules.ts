import { HANDBACK_TAG, PAUSED_TAG } from '@smart-assistant/shared/control-tags.ts';
import type { ConversationState } from '@smart-assistant/shared/conversation-state.ts';
import type { Decision, HandoffReason } from './decision.ts';
import type { CommentFacts, Facts } from './facts.ts';
import { asksForPerson, isSensitive } from './handoff-phrases.ts';
import { isAgentReply, isFromCustomer, newComments, unansweredComments } from './thread.ts';

/**
 * A customer who still writes after this many answers is not helped by another one.
 */
export const MAX_ANSWERS = 6;

/** Below this, an answer is worth less than an agent's time. Tuned on the evaluation set in server/test/answer. */
export const MIN_CONFIDENCE = 0.5;

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

export interface Rule {
  name: string;
  /** A decision, or nothing when the rule has no say. */
  apply(situation: Situation): Decision | undefined;
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
    isHandedBack: facts.ticket.tags.includes(HANDBACK_TAG),
    isPickedUp:
      state.last === undefined || state.mode === 'ended' || (state.mode === 'paused' && !isPaused),
    question: words.join('\n\n'),
    latest: words.at(-1) ?? '',
  };
}

function handoff(reason: HandoffReason, confidence?: number): Decision {
  return { kind: 'handoff', reason, confidence };
}

/** The ending of a ticket, once: solved and then closed is one ending. */
const endOfTicket: Rule = {
  name: 'ticket_is_over',
  apply({ state, facts: { ticket } }) {
    if (ticket.status !== 'solved' && ticket.status !== 'closed') return undefined;
    if (state.mode === 'ended') return { kind: 'silent', reason: 'nothing_new', mode: 'ended' };
    return { kind: 'end', reason: ticket.status === 'closed' ? 'ticket_closed' : 'ticket_solved' };
  },
};

const pausedByTag: Rule = {
  name: 'paused_by_tag',
  apply({ facts }) {
    if (!facts.ticket.tags.includes(PAUSED_TAG)) return undefined;
    return { kind: 'silent', reason: 'paused_by_tag', mode: 'paused' };
  },
};

/** Humans win: after an agent's public reply, silence until somebody hands the ticket back. */
const agentHasReplied: Rule = {
  name: 'agent_has_replied',
  apply({ state, facts, fresh, isHandedBack, isPickedUp }) {
    const hasReplied =
      state.mode === 'agent' ||
      fresh.some(isAgentReply) ||
      (isPickedUp && facts.comments.some(isAgentReply));
    if (isHandedBack || !hasReplied) return undefined;
    return { kind: 'silent', reason: 'agent_has_replied', mode: 'agent' };
  },
};

/** A handoff stands until an agent replies or hands back, over a pause or a reopening too. */
const waitingForAgent: Rule = {
  name: 'waiting_for_agent',
  apply({ state, isHandedBack, isPickedUp }) {
    const stands = state.mode === 'handoff' || (isPickedUp && state.handoff);
    if (isHandedBack || !stands) return undefined;
    return { kind: 'silent', reason: 'waiting_for_agent', mode: 'handoff' };
  },
};

const nothingNew: Rule = {
  name: 'nothing_new',
  apply({ fresh, unanswered, isHandedBack, isPickedUp }) {
    const isNews = isHandedBack || isPickedUp || fresh.some(isFromCustomer);
    if (isNews && unanswered.length > 0) return undefined;
    return { kind: 'silent', reason: 'nothing_new', mode: 'assistant' };
  },
};

/** Comments through the Tickets API do not behave like replies on a messaging ticket (support article 4409971483674). */
const messagingChannel: Rule = {
  name: 'messaging_channel',
  apply: ({ facts }) => (facts.ticket.isMessaging ? handoff('messaging_channel') : undefined),
};

const onlyAttachments: Rule = {
  name: 'only_attachments',
  apply: ({ question }) => (question === '' ? handoff('only_attachments') : undefined),
};

const personRequested: Rule = {
  name: 'requester_asked_for_person',
  apply: ({ question }) =>
    asksForPerson(question) ? handoff('requester_asked_for_person') : undefined,
};

const sensitiveTopic: Rule = {
  name: 'sensitive_topic',
  apply: ({ question }) => (isSensitive(question) ? handoff('sensitive_topic') : undefined),
};

/** An agent who hands the ticket back asks for one more answer. */
const turnLimit: Rule = {
  name: 'turn_limit_reached',
  apply: ({ state, isHandedBack }) =>
    state.turns >= MAX_ANSWERS && !isHandedBack ? handoff('turn_limit_reached') : undefined,
};

const answerNeeded: Rule = {
  name: 'answer_needed',
  apply: ({ facts, question, latest }) =>
    facts.answer ? undefined : { kind: 'ask', question, latest },
};

const answerFound: Rule = {
  name: 'answer_found',
  apply({ facts: { answer } }) {
    if (!answer?.text) return handoff('no_article_matches', answer?.confidence);
    if (answer.confidence < MIN_CONFIDENCE) return handoff('not_confident', answer.confidence);
    return {
      kind: 'reply',
      reason: 'answered_from_articles',
      answer: { ...answer, text: answer.text },
    };
  },
};

/** In order; the first that decides wins, and the last always decides. */
export const RULES: readonly Rule[] = [
  endOfTicket,
  pausedByTag,
  agentHasReplied,
  waitingForAgent,
  nothingNew,
  messagingChannel,
  onlyAttachments,
  personRequested,
  sensitiveTopic,
  turnLimit,
  answerNeeded,
  answerFound,
];
