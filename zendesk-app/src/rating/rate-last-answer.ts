import type { Rating } from '@smart-assistant/shared/sidebar-api.ts';
import { fetchTurns, sendRating } from '../backend/backend.ts';
import type { TicketKey } from '../backend/backend.ts';
import type { Server } from '../backend/post.ts';

/**
 * Rates the ticket's newest answer; the field does not carry its turn's id, the server knows it. Resolves to
 * whether there was an answer to rate; rejects with a BackendError.
 */
export async function rateLastAnswer(
  server: Server,
  key: TicketKey,
  rating: Rating,
): Promise<boolean> {
  const { turns } = await fetchTurns(server, key);
  const answer = turns.find(({ action }) => action === 'replied' || action === 'drafted');
  if (!answer) return false;
  await sendRating(server, { ...key, turnId: answer.id, rating });
  return true;
}
