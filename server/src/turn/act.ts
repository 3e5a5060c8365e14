import { encodeState } from '@smart-assistant/shared/conversation-state.ts';
import type { ConversationState, StateSigner } from '@smart-assistant/shared/conversation-state.ts';
import type { FinalDecision } from '../assistant/evolve.ts';
import { numbered } from '../assistant/evolve.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { ZendeskClient } from '../zendesk/client.ts';
import { isClosedTicket, isConflict } from '../zendesk/zendesk-error.ts';
import type { TicketReading } from './read-ticket.ts';
import { visibleChange } from './ticket-change.ts';

export type Outcome =
  /** Written, or nothing had to be. */
  | {
      kind: 'done';
      state: ConversationState;
      fieldValue?: string | undefined;
      comment?: WrittenComment;
    }
  /** Somebody changed the ticket since it was read: read and decide again. */
  | { kind: 'conflict' }
  /** The ticket was closed meanwhile and rejects every write. */
  | { kind: 'closed' };

export interface WrittenComment {
  id: string;
  authorId: string;
  isPublic: boolean;
}

export interface Act {
  tenant: Tenant;
  conversation: Conversation;
  reading: TicketReading;
  decision: FinalDecision;
  /** The state after the decision, not yet numbered. */
  state: ConversationState;
  turnId: string;
}

export interface ActPorts {
  zendesk: Pick<ZendeskClient, 'updateTicket'>;
  signer: StateSigner;
  /** Called once, durably, just before the write leaves. */
  markPending: (turnId: string) => Promise<void>;
}

/** Exactly one PUT with everything in it, guarded by Zendesk's safe update; none when nothing would change. */
export async function act({ zendesk, signer, markPending }: ActPorts, turn: Act): Promise<Outcome> {
  const { decision, reading, tenant } = turn;
  const change = visibleChange(decision, tenant.answerMode, reading.ticket.tags);
  const isNeeded = Object.keys(change).length > 0 || fieldIsStale(turn);
  // A closed ticket rejects every write.
  if (reading.ticket.status === 'closed' || !isNeeded) return { kind: 'done', state: turn.state };

  const state = numbered(turn.state);
  const fieldValue = await encodeState(state, signer);
  await markPending(turn.turnId);
  try {
    const written = await zendesk.updateTicket(reading.ticket.id, {
      ...change,
      customFields: { [tenant.stateFieldId]: fieldValue },
      turnId: turn.turnId,
      updatedStamp: reading.ticket.updatedAt,
    });
    const { commentId: id, authorId } = written;
    const comment = id && { id, authorId, isPublic: change.comment?.isPublic === true };
    return { kind: 'done', state, fieldValue, ...(comment && { comment }) };
  } catch (error) {
    if (isConflict(error)) return { kind: 'conflict' };
    if (isClosedTicket(error)) return { kind: 'closed' };
    throw error;
  }
}

/** Whether the reader of the field would learn something from a new value. */
function fieldIsStale({ decision, reading, conversation, state, tenant }: Act): boolean {
  const before = conversation.state;
  if (decision.kind === 'end') return before !== undefined;
  if (decision.kind !== 'silent') return true;

  const onTicket = reading.ticket.customFields.get(tenant.stateFieldId) ?? undefined;
  const isForeignValue =
    conversation.fieldValue !== undefined && onTicket !== conversation.fieldValue;
  return before?.mode !== state.mode || before.rid !== state.rid || isForeignValue;
}
