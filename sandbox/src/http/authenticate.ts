import type { Request, RequestHandler } from 'express';
import type { Account } from '../account.ts';
import type { User } from '../model.ts';
import { ANONYMOUS, type Caller } from './caller.ts';
import { forbidden, invalidToken, unauthorized } from './errors.ts';

export const SESSION_COOKIE = 'sandbox_session';

/** https://developer.zendesk.com/api-reference/introduction/security-and-auth/: all API tokens stop on this day. */
const API_TOKENS_END = Date.parse('2027-04-30T00:00:00Z');

/** Sets `res.locals.caller`; throws 401 for credentials that are wrong. */
export function authenticate(account: Account): RequestHandler {
  return (req, res, next) => {
    const [scheme = '', credentials = ''] = (req.headers.authorization ?? '').split(' ');
    if (/^bearer$/i.test(scheme)) res.locals['caller'] = byBearer(account, credentials);
    else if (/^basic$/i.test(scheme)) res.locals['caller'] = byBasic(account, credentials);
    else res.locals['caller'] = bySession(account, req);
    next();
  };
}

function byBearer(account: Account, credentials: string): Caller {
  const token = account.store.oauthTokens.get(credentials);
  const isCurrent = token && (token.expiresAt === null || token.expiresAt > account.clock.now());
  const user = token && account.store.users.get(token.user_id);
  // A token acts as the client's owner and dies with that person's access.
  if (!isCurrent || !user || isKeptOut(user)) throw invalidToken();
  return { kind: 'oauth', user, csrfToken: null, scopes: token.scopes, token: token.token };
}

/** `{email}/token:{api_token}`: a token can act as any verified user of the account. */
function byBasic(account: Account, credentials: string): Caller {
  const decoded = Buffer.from(credentials, 'base64').toString('utf8');
  const at = decoded.indexOf(':');
  const [name, secret] = [decoded.slice(0, at), decoded.slice(at + 1)];
  // A password: users/me treats a wrong one as nobody, and the sandbox's users have none.
  if (!name.endsWith('/token')) return ANONYMOUS;
  const { switches, clock, store } = account;
  const accepted = switches.apiTokens === 'enabled' && clock.now() < API_TOKENS_END;
  const user = store.userByEmail(name.slice(0, -'/token'.length));
  if (!accepted || !store.apiTokens.has(secret) || !user?.verified || isKeptOut(user)) {
    throw unauthorized();
  }
  return { kind: 'api-token', user, csrfToken: null };
}

/** A browser session; writes need the CSRF token of users/me or the account's own origin. */
function bySession(account: Account, req: Request): Caller {
  const id = cookie(req, SESSION_COOKIE);
  const session = id ? account.store.sessions.get(id) : undefined;
  const user = session && account.store.users.get(session.userId);
  // A suspended user cannot sign in.
  if (!session || !user || isKeptOut(user)) return ANONYMOUS;
  const writes = !['GET', 'HEAD', 'OPTIONS'].includes(req.method);
  const sameOrigin = req.headers.origin === `http://${req.headers.host}`;
  if (writes && !sameOrigin && req.headers['x-csrf-token'] !== session.csrfToken) {
    throw forbidden('Invalid authenticity token. Send the X-CSRF-Token of /api/v2/users/me.');
  }
  return { kind: 'session', user, csrfToken: session.csrfToken };
}

const isKeptOut = ({ suspended, active }: User) => suspended || !active;

function cookie(req: Request, name: string): string | undefined {
  for (const part of (req.headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=');
    if (key === name) return value;
  }
  return undefined;
}
