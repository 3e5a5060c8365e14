import type { Account } from './account.ts';
import type { Macro } from './rule-records.ts';

/** Adds a macro at the end of the list. */
export function newMacro(
  account: Account,
  given: Pick<Macro, 'title' | 'actions'> & Partial<Macro>,
): Macro {
  const at = account.clock.iso();
  const macro: Macro = {
    id: account.ids.next(),
    title: given.title,
    description: given.description ?? null,
    active: given.active ?? true,
    default: false,
    position: account.store.macros.size + 1,
    actions: given.actions,
    restriction: null,
    created_at: at,
    updated_at: at,
  };
  account.store.macros.set(macro.id, macro);
  return macro;
}
