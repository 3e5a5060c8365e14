import type { TurnRecord } from '@smart-assistant/shared/sidebar-api.ts';

/** A silence, with nothing in it that a test does not say. */
export const someTurn = (n: number): TurnRecord => ({
  id: `turn-${n}`,
  n,
  at: 0,
  action: 'stayed_silent',
  reason: 'nothing_new',
  mode: 'assistant',
  sources: [],
  rules: [],
  tookMs: 0,
});
