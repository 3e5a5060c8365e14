import { readState } from '@smart-assistant/shared/conversation-state.ts';
import type { ConversationState, StateSigner } from '@smart-assistant/shared/conversation-state.ts';
import type { TurnRecord } from '@smart-assistant/shared/sidebar-api.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { ConversationStore } from '../conversation/conversation-store.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { ZendeskClient } from '../zendesk/client.ts';
import { fieldValueOf } from './read-ticket.ts';
import type { TicketReading } from './read-ticket.ts';

export interface Reconciled {
  conversation: Conversation;
  /** A turn whose write had reached Zendesk although we never recorded it; it is recorded now. */
  recovered?: TurnRecord | undefined;
}

/**
 * Brings our store up to what the ticket shows before anything is decided. Two things can be ahead of us:
 * a write whose answer was lost (crash, timeout), found by its turn id; and a field newer than our store
 * (restored backup, emptied database), believed when its signature is ours.
 */
export async function reconcile(
  { zendesk, signer, conversations }: ReconcilePorts,
  { tenant, conversation, reading, at }: ReconcileInput,
): Promise<Reconciled> {
  const fieldValue = fieldValueOf(reading, tenant);
  const field = await newerState(fieldValue, signer, conversation, reading);
  const adopted = field ? { ...conversation, state: field, fieldValue } : conversation;

  const { pendingTurn, ...settled } = adopted;
  if (pendingTurn === undefined) return { conversation: adopted };

  const landed = await findLanded(zendesk, reading, pendingTurn);
  if (!landed) return { conversation: settled };

  const { commentId, authorId } = landed;
  const known: Conversation = {
    ...settled,
    writes: [...(settled.writes ?? []), at],
    ...(commentId && { lastReply: { commentId, authorId, isEchoed: false } }),
  };
  const recovered = field?.last && recoveredTurn({ id: pendingTurn, commentId, at }, known, field);
  if (!recovered) return { conversation: known };
  const counted = { ...known, turnCount: recovered.n };
  // Stored at once: should this turn fail after all, the one before it keeps its place in the log.
  await conversations.recover(counted, recovered);
  return { conversation: counted, recovered };
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

/** Looks on the comments first, which are read already; an update without a comment shows in the audits only. */
async function findLanded(
  zendesk: Pick<ZendeskClient, 'findTurn'>,
  { ticket, ourTurns, ourId }: TicketReading,
  turnId: string,
): Promise<{ commentId?: string | undefined; authorId: string } | undefined> {
  const commentId = ourTurns.get(turnId);
  if (commentId) return { commentId, authorId: ourId };
  return zendesk.findTurn(ticket.id, turnId);
}

function recoveredTurn(
  { id, commentId, at }: { id: string; commentId?: string | undefined; at: number },
  { turnCount }: Conversation,
  { last, mode }: ConversationState,
): TurnRecord | undefined {
  if (!last) return undefined;
  const { action, reason, confidence } = last;
  return {
    id,
    n: turnCount + 1,
    at,
    action,
    reason,
    mode,
    confidence,
    sources: [],
    rules: [],
    commentId,
    tookMs: 0,
  };
}
