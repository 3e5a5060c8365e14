import type { OverviewResponse } from '@smart-assistant/shared/overview-api.ts';
import type { Action, Reason } from '@smart-assistant/shared/reasons.ts';
import type { TimeRange } from './period.ts';

export interface Totals {
  answered: { sent: number; drafted: number; observed: number };
  handedOver: number;
  silent: number;
  failed: number;
  all: number;
}

/** The numbers a team lead asks for first. */
export function totalsOf({ turns, deadLetters }: OverviewResponse, range: TimeRange): Totals {
  const sum = (action: Action, fits: (reason: Reason) => boolean = () => true) =>
    turns
      .filter((turn) => turn.action === action && fits(turn.reason))
      .reduce((total, { count }) => total + count, 0);
  const all = turns.reduce((total, { count }) => total + count, 0);
  const gaveUp = sum('handed_over', isFailure);
  const died = deadLetters.filter(({ diedAt }) => diedAt >= range.from && diedAt < range.to).length;
  return {
    answered: {
      sent: sum('replied'),
      drafted: sum('drafted'),
      observed: sum('observed', (reason) => reason === 'answered_from_articles'),
    },
    handedOver: sum('handed_over', (reason) => !isFailure(reason)),
    silent: sum('stayed_silent'),
    // Work that is given up leaves both, a turn and a dead letter; either may be missing.
    failed: Math.max(gaveUp, died),
    all,
  };
}

const isFailure = (reason: Reason) => reason === 'turn_failed';

/** The reasons of one action, the most frequent first. */
export function reasonsOf({ turns }: OverviewResponse, action: Action) {
  return turns
    .filter((turn) => turn.action === action && turn.count > 0)
    .sort((one, other) => other.count - one.count);
}
