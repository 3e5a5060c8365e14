import type { Account } from '../account.ts';
import type { User } from '../model.ts';

type GivenUser = Pick<User, 'name' | 'email' | 'role'> & Partial<User>;

/** Adds a user to the account. */
export function newUser(account: Pick<Account, 'store' | 'ids' | 'clock'>, given: GivenUser): User {
  const user = userRecord(account, given);
  account.store.users.set(user.id, user);
  return user;
}

export function userRecord(account: Pick<Account, 'ids' | 'clock'>, given: GivenUser): User {
  const at = account.clock.iso();
  return {
    id: given.id ?? account.ids.next(),
    locale: 'en-US',
    time_zone: 'Lisbon',
    phone: null,
    tags: [],
    external_id: null,
    active: true,
    verified: true,
    suspended: false,
    default_group_id: null,
    ticket_restriction: given.role === 'end-user' ? 'requested' : null,
    custom_role_id: null,
    created_at: at,
    updated_at: at,
    ...given,
  };
}
