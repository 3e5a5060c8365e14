import { call, read, useCsrfToken } from './api.ts';

export interface User {
  id: number;
  name: string;
  email: string;
  role: 'end-user' | 'agent' | 'admin';
  locale?: string;
  suspended?: boolean;
  time_zone?: string;
  default_group_id?: number | null;
  tags?: string[];
  external_id?: string | null;
  authenticity_token?: string;
}

/** The signed-in user, or undefined for nobody. */
export async function currentUser(): Promise<User | undefined> {
  const { user } = await read<{ user: User }>('/api/v2/users/me.json');
  useCsrfToken(user.authenticity_token);
  return user.id ? user : undefined;
}

/** Everybody who can be signed in as: the sandbox asks for no password, but lets nobody in who is suspended. */
export async function allUsers(): Promise<User[]> {
  const { users } = await read<{ users: User[] }>('/sandbox.json');
  return users.filter(({ suspended }) => !suspended);
}

/** Whose ticket it is. Rejects when there is no such ticket. */
export async function requesterOf(ticketId: number): Promise<number> {
  const { tickets } = await read<{ tickets: Array<{ id: number; requester_id: number }> }>(
    '/sandbox.json',
  );
  const ticket = tickets.find(({ id }) => id === ticketId);
  if (!ticket) throw new Error(`There is no request ${ticketId}.`);
  return ticket.requester_id;
}

export async function signIn(userId: number): Promise<void> {
  await call('POST', '/sandbox/session', { userId });
}

/**
 * The signed-in user if `fits`, else signs somebody in who does, a preferred one if there is one. Rejects when
 * the account has nobody.
 */
export async function ensureUser(
  fits: (user: User) => boolean,
  prefers: (user: User) => boolean = fits,
): Promise<User> {
  const current = await currentUser();
  if (current && fits(current)) return current;
  const users = await allUsers();
  const candidate = users.find(prefers) ?? users.find(fits);
  if (!candidate) throw new Error('The account has nobody who may use this page');
  await signIn(candidate.id);
  return (await currentUser()) ?? candidate;
}
