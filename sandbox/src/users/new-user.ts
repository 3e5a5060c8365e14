import type { Account } from '../account.ts';
import type { User } from '../model.ts';

/** Adds a user to the account. */
export function newUser(
  account: Pick<Account, 'store' | 'ids' | 'clock'>,
  given: Pick<User, 'name' | 'email' | 'role'> & Partial<User>,
): User {
  const at = account.clock.iso();
  const user: User = {
    id: account.ids.next(),
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
  account.store.users.set(user.id, user);
  return user;
}
