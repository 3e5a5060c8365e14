import type { RequestHandler, Response } from 'express';
import type { Role, User } from '../model.ts';
import type { Actor } from '../tickets/actor.ts';
import { via } from '../tickets/via.ts';
import { forbidden, unauthorized } from './errors.ts';

/** Who makes the request, and how they proved it. */
export type Caller =
  | { kind: 'anonymous'; user: null; csrfToken: null }
  | { kind: 'session'; user: User; csrfToken: string }
  | { kind: 'api-token'; user: User; csrfToken: null }
  | { kind: 'oauth'; user: User; csrfToken: null; scopes: string[]; token: string };

export const ANONYMOUS: Caller = { kind: 'anonymous', user: null, csrfToken: null };

export function callerOf(res: Response): Caller {
  return (res.locals['caller'] as Caller | undefined) ?? ANONYMOUS;
}

/** The user; 401 for an anonymous request. */
export function userOf(res: Response): User {
  const { user } = callerOf(res);
  if (!user) throw unauthorized();
  return user;
}

/** A browser session writes through the web, everything else through the API. */
export function actorOf(res: Response): Actor {
  const channel = callerOf(res).kind === 'session' ? 'web' : 'api';
  return { user: userOf(res), via: via(channel) };
}

export function only(...roles: Role[]): RequestHandler {
  return (_req, res, next) => {
    if (!roles.includes(userOf(res).role)) throw forbidden();
    next();
  };
}

export const agents = only('agent', 'admin');
export const admins = only('admin');
