import type { Action } from '@smart-assistant/shared/reasons.ts';
import type { TurnRecord } from '@smart-assistant/shared/sidebar-api.ts';

/** What a turn did; an observed one says what it would have done. */
export type Deed = Exclude<Action, 'observed'> | 'would_reply' | 'would_hand_over';

export function deedOf({ action, reason }: Pick<TurnRecord, 'action' | 'reason'>): Deed {
  if (action !== 'observed') return action;
  return reason === 'answered_from_articles' ? 'would_reply' : 'would_hand_over';
}
