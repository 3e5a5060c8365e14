import type { ConversationState } from '@smart-assistant/shared/conversation-state.ts';
import type { Conversation } from '../conversation/conversation.ts';

/**
 * What a conversation keeps of its agent when it moves on to a state: whoever had the ticket when it was paused or
 * ended has it again afterwards.
 */
export function wasAgents(
  { state, wasAgents: had }: Conversation,
  { mode }: ConversationState,
): Pick<Conversation, 'wasAgents'> {
  const isResting = mode === 'paused' || mode === 'ended';
  return { wasAgents: (isResting && (had || state?.mode === 'agent')) || undefined };
}
