import type { ConversationState } from '@smart-assistant/shared/conversation-state.ts';

/** A write that was begun: until it is found in Zendesk, or overtaken, nobody knows whether it took effect. */
export interface PendingTurn {
  id: string;
  /** When its first write was begun, epoch milliseconds; absent in records of older versions. */
  at?: number | undefined;
  /** The state as it was to be written, and its field value. */
  state: ConversationState;
  fieldValue: string;
}

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
  /** Several when a process lost the ticket to another one in the middle of its write. */
  pendingTurns?: PendingTurn[] | undefined;
  /** An agent had the ticket when it was paused or ended; the thread may no longer show it. */
  wasAgents?: boolean | undefined;
  /** Counts the times this was stored: who holds an older one has been overtaken by another process. */
  revision?: number | undefined;
  /** Our newest public comment, whose webhook is still to come unless `isEchoed`. */
  lastReply?: { commentId: string; authorId: string; isEchoed: boolean } | undefined;
}
