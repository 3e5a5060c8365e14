import type { Account } from '../account.ts';
import type { User } from '../model.ts';
import { userRecord } from './new-user.ts';

/** Automations and merges write as this one, which is not among the account's users: no list and no address has it. */
export const SYSTEM_USER_ID = -1;

export function systemUser(account: Account): User {
  const given = { name: 'Zendesk', email: '', role: 'admin' as const };
  return userRecord(account, { ...given, id: SYSTEM_USER_ID });
}
