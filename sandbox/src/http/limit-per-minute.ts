import type { RequestHandler } from 'express';
import type { Account } from '../account.ts';
import { userOf } from './caller.ts';
import { ApiError } from './errors.ts';

/** A limit of its own, for all calls of the account that pass here, beside the plan's. */
export function limitPerMinute(
  account: Account,
  { most, description }: { most: () => number; description: string },
): RequestHandler {
  let seen: number[] = [];
  return (_req, res, next) => {
    userOf(res);
    const now = account.clock.now();
    seen = seen.filter((at) => at > now - 60_000);
    if (seen.length >= most()) {
      const retryAfter = Math.ceil((seen[0]! + 60_000 - now) / 1000);
      const body = { error: 'APIRateLimitExceeded', description };
      throw new ApiError(429, body, { 'retry-after': String(Math.max(1, retryAfter)) });
    }
    seen.push(now);
    next();
  };
}
