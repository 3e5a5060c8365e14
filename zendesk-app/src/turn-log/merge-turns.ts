import type { TurnRecord, TurnsResponse } from '@smart-assistant/shared/sidebar-api.ts';

/** The turns that are here, newest first, and whether the server has older ones. */
export interface LoadedTurns {
  turns: readonly TurnRecord[];
  hasMore: boolean;
}

/** Puts a freshly read first page over what is here. What would leave a gap below it is let go. */
export function withNewest(loaded: LoadedTurns, page: TurnsResponse): LoadedTurns {
  const ids = new Set(page.turns.map(({ id }) => id));
  const isJoined = loaded.turns.some(({ id }) => ids.has(id));
  if (!isJoined || !page.hasMore) return { turns: page.turns, hasMore: page.hasMore };
  const older = loaded.turns.filter(({ id }) => !ids.has(id));
  return { turns: [...page.turns, ...older], hasMore: loaded.hasMore };
}

/** Puts the next older page under what is here; turns on both sides are kept once. */
export function withOlder(loaded: LoadedTurns, page: TurnsResponse): LoadedTurns {
  const ids = new Set(loaded.turns.map(({ id }) => id));
  const added = page.turns.filter(({ id }) => !ids.has(id));
  // A page of nothing but known turns would be asked for again and again.
  return { turns: [...loaded.turns, ...added], hasMore: page.hasMore && added.length > 0 };
}
