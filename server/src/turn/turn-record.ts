import type { TurnRecord } from '@smart-assistant/shared/sidebar-api.ts';
import { actionOf } from '../assistant/evolve.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { DecidedTurn } from './decide-turn.ts';

/** What a turn leaves to be stored: the conversation, and one record for each turn that happened. */
export interface TurnResult {
  conversation: Conversation;
  records: TurnRecord[];
}

export interface RecordInput {
  n: number;
  /** Epoch milliseconds. */
  now: number;
  nudgedAt: number;
  commentId?: string | undefined;
}

/** The log entry of a turn that ended as decided. */
export function turnRecordOf(
  { decision, rules, state, turnId }: DecidedTurn,
  { n, now, nudgedAt, commentId }: RecordInput,
): TurnRecord {
  return {
    id: turnId,
    n,
    at: now,
    action: state.last?.action ?? actionOf(decision, 'observe'),
    reason: decision.reason,
    mode: state.mode,
    confidence: state.last?.confidence,
    sources: decision.kind === 'reply' ? decision.answer.sources : [],
    rules,
    commentId,
    tookMs: Math.max(0, now - nudgedAt),
  };
}
