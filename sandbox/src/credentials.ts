import type { Account } from './account.ts';
import type { User } from './model.ts';

/** The unique identifier of the OAuth client that every account starts with. */
export const CLIENT_ID = 'smart_assistant';

export interface Credentials {
  clientId: string;
  clientSecret: string;
  /** Legacy API token; it can act as any verified user of the account. */
  admin: { email: string; apiToken: string };
}

export interface NamedUser {
  id: number;
  name: string;
  email: string;
  role: User['role'];
}

/** The users that every account has, by first name. */
export const NAMES = ['alice', 'bob', 'ada', 'assistant'] as const;
export type UserName = (typeof NAMES)[number];

export function credentialsOf(account: Account): Credentials {
  const client = [...account.store.oauthClients.values()].find(
    ({ identifier }) => identifier === CLIENT_ID,
  );
  return {
    clientId: CLIENT_ID,
    clientSecret: client?.secret ?? '',
    admin: {
      email: namedUsers(account)['ada']?.email ?? '',
      apiToken: [...account.store.apiTokens][0] ?? '',
    },
  };
}

/** Users by the part of their e-mail before the @: `alice`, `bob`, `ada`, `assistant`, and the seed's others. */
export function namedUsers(account: Account): Record<string, NamedUser> {
  const named: Record<string, NamedUser> = {};
  for (const { id, name, email, role } of account.store.users.values()) {
    named[email.split('@')[0]!.toLowerCase()] = { id, name, email, role };
  }
  return named;
}

/** The last calls, newest last. */
export function callsFor(account: Account, count = 50) {
  return account.calls.slice(-count);
}
