import type { Account } from '../account.ts';
import type { Group } from '../model.ts';

/** Adds a group; the first one is the account's default. */
export function newGroup(account: Account, name: string): Group {
  const at = account.clock.iso();
  const group: Group = {
    id: account.ids.next(),
    name,
    description: '',
    default: account.store.groups.size === 0,
    deleted: false,
    is_public: true,
    created_at: at,
    updated_at: at,
  };
  account.store.groups.set(group.id, group);
  return group;
}
