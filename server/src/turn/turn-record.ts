import { createHash } from 'node:crypto';
import type { TurnRecord } from '@smart-assistant/shared/sidebar-api.ts';
import { actionOf } from '../assistant/evolve.ts';
import type { Facts } from '../assistant/facts.ts';
import { plainText } from '../assistant/wording.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { DueTicket } from '../inbox/inbox.ts';
import type { DecidedTurn } from './decide-turn.ts';
import type { Stopwatch } from './stopwatch.ts';
import type { VisibleChange } from './ticket-change.ts';

/** What a turn leaves to be stored: the conversation, and its record. */
export interface TurnResult {
  conversation: Conversation;
  record: TurnRecord;
  /** Turns that had happened without a record; they are stored already. */
  recovered: TurnRecord[];
}

export interface RecordInput {
  n: number;
  /** Epoch milliseconds. */
  now: number;
  due: DueTicket;
  stopwatch: Stopwatch;
  /** What was written, when anything was. */
  change?: VisibleChange | undefined;
  commentId?: string | undefined;
}

/** The log entry of a turn that ended as decided. Holds our own words, never a customer's. */
export function turnRecordOf(
  { decision, rules, facts, state, turnId }: DecidedTurn,
  { n, now, due, stopwatch, change, commentId }: RecordInput,
): TurnRecord {
  const written = change?.comment;
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
    nudges: nudgesOf(due),
    factsDigest: digestOf(facts),
    ...(written?.htmlBody !== undefined && {
      written: { text: plainText(written.htmlBody), isPublic: written.isPublic },
    }),
    commentId,
    tookMs: Math.max(0, now - due.nudgedAt),
    timings: stopwatch.timings(due.nudgedAt),
  };
}

/** What made the ticket due, by kind. */
export function nudgesOf({
  events,
  nudgedBy,
  nudgedAt,
}: DueTicket): NonNullable<TurnRecord['nudges']> {
  const told = (['comment', 'closed'] as const)
    .map((by) => ({ by, count: events.filter(({ kind }) => kind === by).length, at: nudgedAt }))
    .filter(({ count }) => count > 0);
  return nudgedBy ? [...told, { by: nudgedBy, count: 1, at: nudgedAt }] : told;
}

/** The same for the same ticket; of words nothing can be read from it. */
function digestOf({ ticket, comments, answerMode }: Facts): string {
  const text = JSON.stringify({ ticket, comments, answerMode });
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
