import type { OverviewTurn } from '@smart-assistant/shared/overview-api.ts';
import type { Action, Reason } from '@smart-assistant/shared/reasons.ts';

/** Which turns of the list are shown. */
export interface TurnFilter {
  action: Action | 'any';
  reason: Reason | 'any';
}

export const EVERYTHING: TurnFilter = { action: 'any', reason: 'any' };

export function passes({ action, reason }: OverviewTurn, filter: TurnFilter): boolean {
  return (
    (filter.action === 'any' || filter.action === action) &&
    (filter.reason === 'any' || filter.reason === reason)
  );
}
