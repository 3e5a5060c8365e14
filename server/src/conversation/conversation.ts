import type { ConversationState } from '@smart-assistant/shared/conversation-state.ts';

/** What we keep about one ticket. The field on the ticket carries only `state`, signed. */
export interface Conversation {
  tenant: string;
  ticketId: string;
  /** Absent until the first turn. */
  state?: ConversationState | undefined;
  /** The field's value as we last wrote it; anything else on the ticket was put there by somebody else. */
  fieldValue?: string | undefined;
  /** Turns recorded so far. */
  turnCount: number;
  /** When we wrote to the ticket lately, epoch milliseconds; for the loop breaker. */
  writes?: number[] | undefined;
  /** A turn whose write was begun: until it is recorded, nobody knows whether it reached Zendesk. */
  pendingTurn?: string | undefined;
  /** Our newest public comment, whose webhook is still to come unless `isEchoed`. */
  lastReply?: { commentId: string; authorId: string; isEchoed: boolean } | undefined;
}
