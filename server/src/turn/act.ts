import { encodeState } from '@smart-assistant/shared/conversation-state.ts';
import type { ConversationState, StateSigner } from '@smart-assistant/shared/conversation-state.ts';
import { numbered } from '../assistant/evolve.ts';
import type { Conversation, PendingTurn } from '../conversation/conversation.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { ZendeskClient } from '../zendesk/client.ts';
import { isClosedTicket, isConflict } from '../zendesk/zendesk-error.ts';
import type { DecidedTurn } from './decide-turn.ts';
import { fieldValueOf } from './read-ticket.ts';
import type { TicketReading } from './read-ticket.ts';
import { visibleChange } from './ticket-change.ts';
import type { VisibleChange } from './ticket-change.ts';

export type Outcome =
  /** Written. */
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

/** A decided turn, its state not yet numbered. */
export interface Act extends DecidedTurn {
  tenant: Tenant;
  conversation: Conversation;
  reading: TicketReading;
}

export interface ActPorts {
  zendesk: Pick<ZendeskClient, 'updateTicket'>;
  signer: StateSigner;
  /** Called once, durably, just before the write leaves. */
  markPending: (pending: Omit<PendingTurn, 'at'>) => Promise<void>;
}

/** What a turn would change on the ticket besides the field; nothing when no write is needed at all. */
export function plannedChange(turn: Act): VisibleChange | undefined {
  const { decision, reading, tenant } = turn;
  // A closed ticket rejects every write.
  if (reading.ticket.status === 'closed') return undefined;
  const change = visibleChange(decision, tenant.answerMode, reading.facts);
  if (fieldIsStale(turn)) return change;
  // Whoever sets a tag again each time we take it off would keep us busy for ever.
  const isContest = turn.facts.isLooping && !change.comment && decision.kind === 'silent';
  return Object.keys(change).length > 0 && !isContest ? change : undefined;
}

/** Exactly one PUT with everything in it, guarded by Zendesk's safe update. */
export async function act(
  { zendesk, signer, markPending }: ActPorts,
  turn: Act,
  change: VisibleChange,
): Promise<Outcome> {
  const { reading, tenant } = turn;
  const state = numbered(turn.state);
  const fieldValue = await encodeState(state, signer);
  await markPending({ id: turn.turnId, state, fieldValue });
  try {
    const written = await zendesk.updateTicket(reading.ticket.id, {
      ...change,
      ...(tenant.stateFieldId && { customFields: { [tenant.stateFieldId]: fieldValue } }),
      turnId: turn.turnId,
      updatedStamp: reading.ticket.updatedAt,
    });
    const { commentId: id, authorId } = written;
    const comment = id && { id, authorId, isPublic: change.comment?.isPublic === true };
    return {
      kind: 'done',
      state,
      ...(tenant.stateFieldId && { fieldValue }),
      ...(comment && { comment }),
    };
  } catch (error) {
    if (isConflict(error)) return { kind: 'conflict' };
    if (isClosedTicket(error)) return { kind: 'closed' };
    throw error;
  }
}

/** Whether the reader of the field would learn something from a new value. */
function fieldIsStale(turn: Act): boolean {
  const { decision, reading, facts, conversation, state, tenant } = turn;
  const before = conversation.state;
  if (tenant.stateFieldId === undefined) return false;
  if (decision.kind === 'end') return before !== undefined && before.n > 0;
  if (decision.kind !== 'silent') return true;

  const onTicket = fieldValueOf(reading, tenant);
  // A ticket that does not list the field has none: it was deactivated, and takes no value.
  const isForeignValue =
    reading.ticket.customFields.has(tenant.stateFieldId) &&
    conversation.fieldValue !== undefined &&
    onTicket !== conversation.fieldValue;
  // Another program that clears the field each time we write it would keep us busy for ever.
  const mayRestore = isForeignValue && !facts.isLooping;
  return before?.mode !== state.mode || before.rid !== state.rid || mayRestore;
}
