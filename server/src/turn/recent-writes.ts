import { PAUSED_TAG } from '@smart-assistant/shared/control-tags.ts';
import { LOOP_WINDOW_MS } from '../assistant/loop.ts';
import type { Conversation } from '../conversation/conversation.ts';

/** When we wrote to this ticket within the loop breaker's window. An agent who ends a pause begins the count anew. */
export function recentWrites(
  { state, writes = [] }: Conversation,
  tags: readonly string[],
  now: number,
): number[] {
  if (state?.mode === 'paused' && !tags.includes(PAUSED_TAG)) return [];
  return writes.filter((at) => at > now - LOOP_WINDOW_MS);
}
