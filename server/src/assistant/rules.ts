import { PAUSED_TAG, TAKEOVER_TAG } from '@smart-assistant/shared/control-tags.ts';
import type { ConversationState } from '@smart-assistant/shared/conversation-state.ts';
import type { Decision, HandoffReason, SilenceReason } from './decision.ts';
import { endedAt } from './evolve.ts';
import { asksForPerson, isSensitive } from './handoff-phrases.ts';
import type { Situation } from './situation.ts';
import { isAgentReply, isFromCustomer } from './thread.ts';

/**
 * A customer who still writes after this many answers is not helped by another one.
 */
export const MAX_ANSWERS = 6;

/** Below this, an answer is worth less than an agent's time. Tuned on the evaluation set in server/test/answer. */
export const MIN_CONFIDENCE = 0.5;

export interface Rule {
  name: string;
  /** A decision, or nothing when the rule has no say. */
  apply(situation: Situation): Decision | undefined;
}

function handoff(reason: HandoffReason, confidence?: number): Decision {
  return { kind: 'handoff', reason, confidence };
}

function leftToAgent(reason: SilenceReason): Decision {
  return { kind: 'silent', reason, mode: 'agent' };
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

/** An agent took the ticket without having replied yet. The tag stays until somebody hands the ticket back. */
const agentTookOver: Rule = {
  name: 'agent_took_over',
  apply: ({ facts, isHandedBack }) =>
    facts.ticket.tags.includes(TAKEOVER_TAG) && !isHandedBack
      ? leftToAgent('agent_took_over')
      : undefined,
};

/** Humans win: after an agent's public reply, silence until somebody hands the ticket back. */
const agentHasReplied: Rule = {
  name: 'agent_has_replied',
  apply({ state, facts, fresh, isHandedBack, isPickedUp }) {
    const hasReplied =
      state.mode === 'agent' ||
      fresh.some(isAgentReply) ||
      (isPickedUp && (facts.wasAgents || facts.comments.some(isAgentReply)));
    if (isHandedBack || !hasReplied) return undefined;
    return leftToAgent(fresh.some(isAgentReply) ? 'agent_has_replied' : whyAgentHasIt(state));
  },
};

/** Why an agent has a ticket is said again until it changes. */
function whyAgentHasIt({ mode, last }: ConversationState): SilenceReason {
  const told = mode === 'agent' ? last?.reason : undefined;
  return told === 'agent_took_over' || told === 'reopened_left_to_agents'
    ? told
    : 'agent_has_replied';
}

/** A handoff stands until an agent replies or hands back, over a pause or a reopening too. */
const waitingForAgent: Rule = {
  name: 'waiting_for_agent',
  apply({ state, isHandedBack, isPickedUp }) {
    const stands = state.mode === 'handoff' || (isPickedUp && state.handoff);
    if (isHandedBack || !stands) return undefined;
    return { kind: 'silent', reason: 'waiting_for_agent', mode: 'handoff' };
  },
};

/** A shop may want its own people on tickets that come back. */
const reopenedLeftToAgents: Rule = {
  name: 'reopened_left_to_agents',
  apply: ({ state, facts, isHandedBack }) =>
    endedAt(state) !== undefined && facts.afterReopening === 'stay_silent' && !isHandedBack
      ? leftToAgent('reopened_left_to_agents')
      : undefined,
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

const noWords: Rule = {
  name: 'only_attachments',
  apply({ question, unanswered }) {
    if (question !== '') return undefined;
    const hasFiles = unanswered.some(({ hasAttachments }) => hasAttachments);
    return handoff(hasFiles ? 'only_attachments' : 'no_article_matches');
  },
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

/**
 * Two programs that answer each other never stop by themselves. Observing leaves nothing on the ticket that could
 * be answered, and no program answers a draft: there, only a repeated handback is a loop.
 */
const loopSuspected: Rule = {
  name: 'loop_suspected',
  apply({ fresh, facts: { isLooping, answerMode } }) {
    const isAsked = answerMode === 'draft' && fresh.some(isFromCustomer);
    if (!isLooping || answerMode === 'observe' || isAsked) return undefined;
    return { kind: 'silent', reason: 'loop_suspected', mode: 'paused' };
  },
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
  agentTookOver,
  agentHasReplied,
  waitingForAgent,
  reopenedLeftToAgents,
  nothingNew,
  loopSuspected,
  messagingChannel,
  noWords,
  personRequested,
  sensitiveTopic,
  turnLimit,
  answerNeeded,
  answerFound,
];
