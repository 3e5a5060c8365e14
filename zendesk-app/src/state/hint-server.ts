import type { Control } from './control.ts';
import type { ReadConversation } from './watch-conversation.ts';

/** After these the assistant may have something to say. A takeover stays undoable while it has not seen it. */
const GIVE_THE_WORD: readonly Control[] = ['resume', 'hand_back'];

/**
 * Lets the server look at the ticket now: no webhook tells of tags, so it would notice with the next comment or
 * sweep. A hint and no more: nothing is said of a server that does not take it.
 */
export function hintServer(
  control: Control,
  { reading, settings, ticket }: ReadConversation,
): void {
  if (!GIVE_THE_WORD.includes(control) || reading.status !== 'verified') return;
  const key = { ticketId: ticket.ticketId, state: ticket.fieldValue };
  void import('../backend/backend.ts')
    .then(({ sendNudge }) => sendNudge(settings, key))
    .catch(() => undefined);
}
