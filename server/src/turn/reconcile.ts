import { readState } from '@smart-assistant/shared/conversation-state.ts';
import type { ConversationState, StateSigner } from '@smart-assistant/shared/conversation-state.ts';
import type { TurnRecord } from '@smart-assistant/shared/sidebar-api.ts';
import type { Conversation, PendingTurn } from '../conversation/conversation.ts';
import type { ConversationStore } from '../conversation/conversation-store.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { ZendeskClient } from '../zendesk/client.ts';
import { fieldValueOf } from './read-ticket.ts';
import type { TicketReading } from './read-ticket.ts';
import { wasAgents } from './was-agents.ts';

export interface Reconciled {
  conversation: Conversation;
  /** Turns whose write had reached Zendesk although we never recorded them; stored now. */
  recovered: TurnRecord[];
}

/**
 * Brings our store up to what the ticket shows before anything is decided. Two things can be ahead of us:
 * a write whose answer was lost (crash, timeout), found by its turn id; and a field newer than our store
 * (restored backup, emptied database), believed when its signature is ours.
 */
export async function reconcile(
  ports: ReconcilePorts,
  { tenant, conversation, reading, at }: ReconcileInput,
): Promise<Reconciled> {
  let known = conversation;
  const recovered: TurnRecord[] = [];
  for (const pending of conversation.pendingTurns ?? []) {
    const landed = await findLanded(ports.zendesk, reading, pending);
    if (!landed) continue;
    const record = recordOf(pending, { n: known.turnCount + 1, at, commentId: landed.commentId });
    // Stored at once: should this turn fail after all, the one before it keeps its place in the log.
    known = await ports.conversations.recover(
      withLanded(known, pending, { ...landed, at }),
      record,
    );
    recovered.push(record);
  }

  const fieldValue = fieldValueOf(reading, tenant);
  const field = await newerState(fieldValue, ports.signer, known, reading);
  const conversationNow = field
    ? { ...known, state: field, fieldValue, ...wasAgents(known, field) }
    : known;
  return { conversation: conversationNow, recovered };
}

interface ReconcilePorts {
  zendesk: Pick<ZendeskClient, 'findTurn'>;
  signer: StateSigner;
  conversations: Pick<ConversationStore, 'recover'>;
}

interface ReconcileInput {
  tenant: Tenant;
  conversation: Conversation;
  reading: TicketReading;
  /** Epoch milliseconds. */
  at: number;
}

async function newerState(
  fieldValue: string | undefined,
  signer: StateSigner,
  conversation: Conversation,
  { ticket }: TicketReading,
): Promise<ConversationState | undefined> {
  if (fieldValue === conversation.fieldValue) return undefined;
  const read = await readState(fieldValue, {
    publicKey: signer.publicKey,
    slug: conversation.tenant,
    ticketId: conversation.ticketId,
    requesterId: ticket.requesterId,
  });
  if (read.status !== 'verified') return undefined;
  return read.state.n > (conversation.state?.n ?? -1) ? read.state : undefined;
}

interface Landed {
  commentId?: string | undefined;
  authorId: string;
}

/** Looks on the comments first, which are read already; an update without a comment shows in the audits only. */
async function findLanded(
  zendesk: Pick<ZendeskClient, 'findTurn'>,
  { ticket, ourTurns, ourId }: TicketReading,
  { id, at }: PendingTurn,
): Promise<Landed | undefined> {
  const commentId = ourTurns.get(id);
  if (commentId) return { commentId, authorId: ourId };
  return zendesk.findTurn(ticket.id, id, at);
}

/** The conversation as it would have been stored, had the answer to the write arrived. */
function withLanded(
  conversation: Conversation,
  { id, state, fieldValue }: PendingTurn,
  { commentId, authorId, at }: Landed & { at: number },
): Conversation {
  const { pendingTurns = [], lastReply, writes = [], turnCount } = conversation;
  const isNewer = state.n > (conversation.state?.n ?? -1);
  const isReply = commentId !== undefined && state.last?.action === 'replied';
  return {
    ...conversation,
    ...(isNewer && { state, fieldValue, ...wasAgents(conversation, state) }),
    pendingTurns: pendingTurns.filter((pending) => pending.id !== id),
    turnCount: turnCount + 1,
    writes: [...writes, at],
    lastReply: isReply ? { commentId, authorId, isEchoed: false } : lastReply,
  };
}

function recordOf(
  { id, state }: PendingTurn,
  { n, at, commentId }: { n: number; at: number; commentId: string | undefined },
): TurnRecord {
  const { last, mode } = state;
  return {
    ...{ id, n, at, mode, commentId },
    action: last?.action ?? 'stayed_silent',
    reason: last?.reason ?? 'nothing_new',
    confidence: last?.confidence,
    sources: [],
    rules: [],
    tookMs: 0,
  };
}
