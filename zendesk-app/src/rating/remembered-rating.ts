import type { Rating } from '@smart-assistant/shared/sidebar-api.ts';

/** One answer, as one agent sees it. */
export interface RatedAnswer {
  agentId: string | undefined;
  slug: string;
  ticketId: string;
  /** Tells it from the ticket's other answers. */
  answer: string;
}

interface Remembered {
  answer: string;
  rating: Rating;
}

const STORAGE_KEY = 'smart-assistant.ratings';
/** An agent's week; the oldest ones are forgotten. */
const MAX_REMEMBERED = 500;

/**
 * How this agent rated an answer in this browser. The server has the rating for everybody, and the turn log shows
 * it; asking for it with every ticket that is opened would cost a request each time.
 */
export function rememberedRating(rated: RatedAnswer): Rating | undefined {
  const found = new Map(stored()).get(keyOf(rated));
  return found?.answer === rated.answer ? found.rating : undefined;
}

export function rememberRating(rated: RatedAnswer, rating: Rating): void {
  const key = keyOf(rated);
  const others = stored().filter(([each]) => each !== key);
  const all = [...others, [key, { answer: rated.answer, rating }]].slice(-MAX_REMEMBERED);
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(all));
  } catch {
    // Browsers may keep frames from storing anything: the answer is then asked about again.
  }
}

const keyOf = ({ agentId, slug, ticketId }: RatedAnswer) => `${slug} ${ticketId} ${agentId}`;

function stored(): [string, Remembered][] {
  try {
    const entries = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '[]') as [string, Remembered][];
    return entries.filter(([, { rating }]) => ['right', 'wrong'].includes(rating.verdict));
  } catch {
    return [];
  }
}
