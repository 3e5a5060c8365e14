import type { Account } from '../account.ts';
import { viaRule } from '../tickets/via.ts';
import { runActions } from './actions.ts';
import { matches } from './conditions.ts';
import type { TicketUpdate } from './update.ts';

/**
 * Checks all active triggers in order, whatever the channel of the update. Each fires at most once per update;
 * after one changes the ticket the cycle starts anew with those that have not fired.
 * https://support.zendesk.com/hc/en-us/articles/4408886797466
 */
export function runTriggers(account: Account, update: TicketUpdate): void {
  const waiting = account.store.triggersInOrder().filter((trigger) => trigger.active);
  for (let index = 0; index < waiting.length;) {
    const trigger = waiting[index]!;
    if (!matches(account, trigger.conditions, update)) {
      index += 1;
      continue;
    }
    waiting.splice(index, 1);
    const changed = runActions(account, trigger, update, viaRule('trigger', trigger));
    if (changed) index = 0;
  }
}
