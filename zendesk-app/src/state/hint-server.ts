import { HANDBACK_TAG, PAUSED_TAG } from '@smart-assistant/shared/control-tags.ts';
import type { TagChange } from './control.ts';
import type { ReadConversation } from './watch-conversation.ts';

/**
 * Lets the server look at the ticket now: no webhook tells of tags, so it would notice with the next comment or
 * sweep. After a handback or a pause the assistant may have something to say; a takeover is easier undone while it
 * has not seen it. A hint and no more: nothing is said of a server that does not take it.
 */
export function hintServer(
  { add, remove }: TagChange,
  { reading, settings, ticket }: ReadConversation,
): void {
  const givesTheWord = add.includes(HANDBACK_TAG) || remove.includes(PAUSED_TAG);
  if (!givesTheWord || reading.status !== 'verified') return;
  const key = { ticketId: ticket.ticketId, state: ticket.fieldValue };
  void import('../backend/backend.ts')
    .then(({ sendNudge }) => sendNudge(settings, key))
    .catch(() => undefined);
}
