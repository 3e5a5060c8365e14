import type { ConversationState } from '@smart-assistant/shared/conversation-state.ts';

/** Only an answer can be right or wrong, and only while it is what the ticket is about. */
export function canBeRated({ last, mode }: ConversationState): boolean {
  return mode !== 'paused' && (last?.action === 'replied' || last?.action === 'drafted');
}

/** Tells the last answer from the ticket's other ones. */
export const answerOf = ({ turns, last }: ConversationState) => `${turns} ${last?.comment}`;
