import type { StateSigner } from '@smart-assistant/shared/conversation-state.ts';
import type { TurnRecord } from '@smart-assistant/shared/sidebar-api.ts';
import type { AnswerEngine } from '../answer/answer.ts';
import type { FinalDecision } from '../assistant/evolve.ts';
import type { Conversation, PendingTurn } from '../conversation/conversation.ts';
import type { ConversationStore } from '../conversation/conversation-store.ts';
import { AppError } from '../errors.ts';
import type { DueTicket } from '../inbox/inbox.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { ZendeskClient } from '../zendesk/client.ts';
import { act, plannedChange } from './act.ts';
import type { Act, Outcome } from './act.ts';
import { decideTurn } from './decide-turn.ts';
import { ownEcho } from './own-echo.ts';
import { readTicket } from './read-ticket.ts';
import { recentWrites } from './recent-writes.ts';
import { reconcile } from './reconcile.ts';
import { rememberedAnswers } from './remembered-answers.ts';
import { createStopwatch } from './stopwatch.ts';
import { createReadingCheck } from './sure-reading.ts';
import { newestNamedComment, toldComment } from './told-reply.ts';
import { turnRecordOf } from './turn-record.ts';
import type { RecordInput, TurnResult } from './turn-record.ts';
import { wasAgents } from './was-agents.ts';

/** A ticket that changed this often between read and write is busy with humans: try again later. */
const MAX_READINGS = 5;

export interface TurnPorts {
  conversations: Pick<ConversationStore, 'load' | 'markPending' | 'recover'>;
  zendesk: ZendeskClient;
  signer: StateSigner;
  answer: AnswerEngine;
  now: () => number;
  /** Waits, before a write that came too soon after a change; a timer when left out. */
  sleep?: (ms: number) => Promise<unknown>;
}

/**
 * One turn: read the ticket, decide, write once. Throws what the Zendesk client throws, and
 * `ticket_keeps_changing` when humans were faster every time; the caller decides about another attempt.
 * `forced` replaces what the rules would say to the customer: a ticket that fails for good goes to a human.
 */
export async function runTurn(
  ports: TurnPorts,
  tenant: Tenant,
  due: DueTicket,
  forced?: FinalDecision,
): Promise<TurnResult> {
  const loaded = await ports.conversations.load(tenant.slug, due.ticketId);
  const echo = forced ? undefined : ownEcho(loaded, due, ports.now());
  if (echo) return echo;

  const stopwatch = createStopwatch(ports.now);
  const answer = rememberedAnswers(ports.answer, stopwatch);
  const readings = createReadingCheck(ports);
  const namedComment = newestNamedComment(due);
  const recovered: TurnRecord[] = [];
  let conversation = loaded;
  for (let attempt = 1; attempt <= MAX_READINGS; attempt += 1) {
    const reading = await stopwatch.timed('readMs', () =>
      // What webhooks told is worth one try; whoever was wrong once reads everything.
      readTicket(ports, tenant, loaded, attempt === 1 ? toldComment(loaded, due) : undefined),
    );
    // After the last reading it is decided on what there is; the sweep finds the rest.
    const isLast = attempt === MAX_READINGS;
    if (!isLast && !(await readings.isComplete(reading, namedComment))) continue;
    const at = ports.now();
    const reconciled = await reconcile(ports, { tenant, conversation, reading, at });
    conversation = reconciled.conversation;
    recovered.push(...reconciled.recovered);

    const input = { tenant, conversation, reading, forced, now: ports.now() };
    const turn: Act = { ...input, ...(await decideTurn(answer, input)) };
    const change = plannedChange(turn);
    if (change && !(await readings.isSure(reading))) continue;

    // The same turn may have been tried before, with an unknown end.
    const before = conversation.pendingTurns?.find(({ id }) => id === turn.turnId);
    const markPending = async (pending: Omit<PendingTurn, 'at'>) => {
      const at = before?.at ?? ports.now();
      conversation = await ports.conversations.markPending(conversation, { ...pending, at });
    };
    const outcome: Outcome = change
      ? await stopwatch.timed('writeMs', () => act({ ...ports, markPending }, turn, change))
      : { kind: 'done', state: turn.state };
    if (outcome.kind !== 'done' && !before) conversation = withoutPending(conversation, turn);
    if (outcome.kind !== 'done') continue;
    const done = { ...turn, conversation };
    return { ...resultOf(done, outcome, { change, due, stopwatch, now: ports.now() }), recovered };
  }
  throw new AppError('ticket_keeps_changing', `Ticket ${due.ticketId} changed before every write`);
}

/** Zendesk has refused this write: nobody needs to look for it. */
function withoutPending(conversation: Conversation, { turnId }: Act): Conversation {
  const others = conversation.pendingTurns?.filter(({ id }) => id !== turnId);
  return { ...conversation, pendingTurns: others };
}

type RecordFacts = Omit<RecordInput, 'n' | 'commentId'>;

function resultOf(
  turn: Act,
  outcome: Extract<Outcome, { kind: 'done' }>,
  facts: RecordFacts,
): Pick<TurnResult, 'conversation' | 'record'> {
  const { conversation } = turn;
  return {
    conversation: concluded(conversation, outcome, {
      isWritten: facts.change !== undefined,
      writes: recentWritesAfter(turn, facts),
    }),
    record: turnRecordOf(turn, {
      ...facts,
      n: conversation.turnCount + 1,
      commentId: outcome.comment?.id,
    }),
  };
}

function recentWritesAfter(
  { conversation, reading }: Act,
  { change, now }: Pick<RecordFacts, 'change' | 'now'>,
): number[] {
  const before = recentWrites(conversation, reading.ticket.tags, now);
  return change ? [...before, now] : before;
}

/**
 * The conversation once the turn's outcome is known. After a write of ours no older one can take effect any more:
 * its stamp is outdated. Without one it still might.
 */
function concluded(
  before: Conversation,
  { state, fieldValue, comment }: Extract<Outcome, { kind: 'done' }>,
  { isWritten, writes }: { isWritten: boolean; writes: number[] },
): Conversation {
  const { pendingTurns, lastReply, writes: _, ...conversation } = before;
  return {
    ...conversation,
    state,
    turnCount: conversation.turnCount + 1,
    ...wasAgents(before, state),
    ...(writes.length > 0 && { writes }),
    ...(!isWritten && pendingTurns && { pendingTurns }),
    ...(fieldValue && { fieldValue }),
    // What nudged this turn may have been the echo of the reply before: it is not waited for any longer.
    ...(lastReply && { lastReply: { ...lastReply, isEchoed: true } }),
    ...(comment?.isPublic && {
      lastReply: { commentId: comment.id, authorId: comment.authorId, isEchoed: false },
    }),
  };
}
