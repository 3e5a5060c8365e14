import type { Mode } from '@smart-assistant/shared/conversation-state.ts';
import type { Reason } from '@smart-assistant/shared/reasons.ts';
import type { Answer } from '../answer/answer.ts';

export type SilenceReason = Extract<
  Reason,
  | 'agent_has_replied'
  | 'agent_took_over'
  | 'waiting_for_agent'
  | 'reopened_left_to_agents'
  | 'paused_by_tag'
  | 'loop_suspected'
  | 'own_comment_echo'
  | 'nothing_new'
>;
export type HandoffReason = Extract<
  Reason,
  | 'requester_asked_for_person'
  | 'sensitive_topic'
  | 'no_article_matches'
  | 'not_confident'
  | 'only_attachments'
  | 'turn_limit_reached'
  | 'messaging_channel'
  | 'turn_failed'
>;
export type EndReason = Extract<Reason, 'ticket_solved' | 'ticket_closed'>;

/** An answer that may be given: the engine found a text. */
export type FoundAnswer = Answer & { text: string };

export type Decision =
  /** The rules need an answer before they can say more; never the outcome of a turn. */
  | {
      kind: 'ask';
      /** All unanswered words, oldest first. */
      question: string;
      /** The newest comment among them. */
      latest: string;
    }
  | { kind: 'reply'; reason: 'answered_from_articles'; answer: FoundAnswer }
  | { kind: 'handoff'; reason: HandoffReason; confidence?: number | undefined }
  /** `mode` is what the conversation's mode is from now on. */
  | { kind: 'silent'; reason: SilenceReason; mode: Mode }
  | { kind: 'end'; reason: EndReason };

/** One rule that was considered, in order; the last one decided. */
export interface RuleVerdict {
  rule: string;
  verdict: 'passed' | 'decided';
}

export interface Decided {
  decision: Decision;
  rules: RuleVerdict[];
}
