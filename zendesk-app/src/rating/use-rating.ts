import type { Rating } from '@smart-assistant/shared/sidebar-api.ts';
import { useState } from 'react';
import type { TicketKey } from '../backend/backend.ts';
import type { Server } from '../backend/post.ts';
import { rememberRating, rememberedRating } from './remembered-rating.ts';
import type { RatedAnswer } from './remembered-rating.ts';

export type RatingState =
  | { status: 'asking' }
  /** The agent said wrong and is asked what is. */
  | { status: 'choosing_reason' }
  /** Shown as done at once; `isSaved` tells whether the server has it. */
  | { status: 'rated'; rating: Rating; isSaved: boolean; isRemembered?: boolean }
  | { status: 'nothing_to_rate' }
  | { status: 'failed'; rating: Rating; error: unknown };

/** The agent's judgement of the last answer and what became of it. */
export function useRating(server: Server, key: TicketKey, answer: RatedAnswer) {
  const [state, setState] = useState<RatingState>(() => {
    const rating = rememberedRating(answer);
    return rating
      ? { status: 'rated', rating, isSaved: true, isRemembered: true }
      : { status: 'asking' };
  });

  async function rate(rating: Rating): Promise<void> {
    setState({ status: 'rated', rating, isSaved: false });
    try {
      const [{ rateLastAnswer }] = await Promise.all([
        import('./rate-last-answer.ts'),
        // Before it is needed: by then there may be no network.
        import('../backend/ServerProblem.tsx'),
      ]);
      const isSaved = await rateLastAnswer(server, key, rating);
      if (isSaved) rememberRating(answer, rating);
      setState(isSaved ? { status: 'rated', rating, isSaved } : { status: 'nothing_to_rate' });
    } catch (error) {
      setState({ status: 'failed', rating, error });
    }
  }

  return {
    state,
    rate: (rating: Rating) => void rate(rating),
    chooseReason: () => setState({ status: 'choosing_reason' }),
    askAgain: () => setState({ status: 'asking' }),
  };
}
