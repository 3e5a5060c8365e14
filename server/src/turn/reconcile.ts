import { readState } from '@smart-assistant/shared/conversation-state.ts';
import type { ConversationState, StateSigner } from '@smart-assistant/shared/conversation-state.ts';
import type { TurnRecord } from '@smart-assistant/shared/sidebar-api.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { ZendeskClient } from '../zendesk/client.ts';
import type { TicketReading } from './read-ticket.ts';

export interface Reconciled {
  conversation: Conversation;
  /** A turn whose write had reached Zendesk although we never recorded it. */
  recovered?: TurnRecord | undefined;
}

/**
 * Brings our store up to what the ticket shows before anything is decided. Two things can be ahead of us:
 * a write whose answer was lost (crash, timeout), found by its turn id; and a field newer than our store
 * (restored backup, emptied database), believed when its signature is ours.
 */
export async function reconcile(
  zendesk: Pick<ZendeskClient, 'findTurn'>,
  signer: StateSigner,
  { tenant, conversation, reading, at }: ReconcileInput,
): Promise<Reconciled> {
  const fieldValue = reading.ticket.customFields.get(tenant.stateFieldId) ?? undefined;
  const field = await newerState(fieldValue, signer, conversation, reading);
  const adopted = field ? { ...conversation, state: field, fieldValue } : conversation;

  const { pendingTurn, ...settled } = adopted;
  if (pendingTurn === undefined) return { conversation: adopted };

  const landed = await findLanded(zendesk, reading, pendingTurn);
  if (!landed) return { conversation: settled };

  const recovered = field?.last && recoveredTurn(pendingTurn, conversation, field, at);
  return {
    conversation: {
      ...settled,
      turnCount: settled.turnCount + (recovered ? 1 : 0),
      ...(landed.commentId && {
        lastReply: { commentId: landed.commentId, authorId: landed.authorId, isEchoed: false },
      }),
    },
    recovered: recovered && {
      ...recovered,
      ...(landed.commentId && { commentId: landed.commentId }),
    },
  };
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
  id: string,
  conversation: Conversation,
  state: ConversationState,
  at: number,
): TurnRecord | undefined {
  if (!state.last) return undefined;
  const { action, reason, confidence } = state.last;
  return {
    id,
    n: conversation.turnCount + 1,
    at,
    action,
    reason,
    mode: state.mode,
    confidence,
    sources: [],
    rules: [],
    tookMs: 0,
  };
}
