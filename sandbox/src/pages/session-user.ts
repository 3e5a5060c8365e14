import type { Request } from 'express';
import type { PagesAccount } from './pages-account.ts';

/** The API is in this very process; a longer answer means that it is stuck. */
const TIMEOUT_MS = 5000;

export interface SessionUser {
  id: number | null;
  role: string;
}

/** Who is signed in, as the account's own API says for the cookie of this request. */
export async function sessionUser(account: PagesAccount, req: Request): Promise<SessionUser> {
  const response = await fetch(new URL('/api/v2/users/me.json', account.url), {
    headers: { cookie: req.get('cookie') ?? '', accept: 'application/json' },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) return { id: null, role: 'end-user' };
  const { user } = (await response.json()) as { user: SessionUser };
  return user;
}
