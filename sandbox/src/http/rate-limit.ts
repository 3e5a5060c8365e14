import type { Request, RequestHandler, Response } from 'express';
import type { Account } from '../account.ts';
import { callerOf, userOf } from './caller.ts';
import { ApiError } from './errors.ts';

/** https://developer.zendesk.com/api-reference/introduction/rate-limits */
const MINUTE_MS = 60_000;
const TEN_MINUTES_MS = 10 * MINUTE_MS;

/** Counts in fixed windows, as `ratelimit-reset` implies. */
class Window {
  #startedAt = 0;
  #count = 0;
  readonly lengthMs: number;

  constructor(lengthMs: number) {
    this.lengthMs = lengthMs;
  }

  /** Counts one; returns how many were counted before it in this window, and when the window ends. */
  take(now: number): { used: number; resetSeconds: number } {
    if (now >= this.#startedAt + this.lengthMs) {
      this.#startedAt = now;
      this.#count = 0;
    }
    this.#count += 1;
    const resetSeconds = Math.max(1, Math.ceil((this.#startedAt + this.lengthMs - now) / 1000));
    return { used: this.#count, resetSeconds };
  }
}

/** The plan's limit. The Help Center has a bucket of its own; agents in the browser do not count. */
export function limitPlan(account: Account): RequestHandler {
  const buckets = { support: new Window(MINUTE_MS), helpCenter: new Window(MINUTE_MS) };
  return (req, res, next) => {
    if (callerOf(res).kind === 'session') return next();
    const limit = account.switches.limits.planPerMinute;
    const bucket = req.path.startsWith('/help_center') ? buckets.helpCenter : buckets.support;
    const { used, resetSeconds } = bucket.take(account.clock.now());
    const remaining = String(Math.max(0, limit - used));
    res.set({
      'x-rate-limit': String(limit),
      'ratelimit-limit': String(limit),
      'x-rate-limit-remaining': remaining,
      'ratelimit-remaining': remaining,
      'ratelimit-reset': String(resetSeconds),
    });
    if (used > limit) throw tooMany(account, resetSeconds);
    next();
  };
}

/** Ticket updates: per account and minute, and 30 in 10 minutes per user and ticket. Agents' own count too. */
export function limitTicketUpdates(account: Account): RequestHandler {
  const perAccount = new Window(MINUTE_MS);
  const perTicket = new Map<string, Window>();
  return (req: Request, res: Response, next) => {
    const { limits, trial } = account.switches;
    const now = account.clock.now();
    const total = trial ? Math.min(20, limits.updatesPerMinute) : limits.updatesPerMinute;
    const { used, resetSeconds } = perAccount.take(now);
    const remaining = Math.max(0, total - used);
    res.set(
      'zendesk-ratelimit-tickets-update',
      `total=${total}; remaining=${remaining}; resets=${resetSeconds}`,
    );
    if (used > total) throw tooMany(account, resetSeconds);
    const key = `${userOf(res).id}/${String(req.params['id'])}`;
    let window = perTicket.get(key);
    if (!window) perTicket.set(key, (window = new Window(TEN_MINUTES_MS)));
    const own = window.take(now);
    if (own.used > limits.updatesPerTicket) throw tooMany(account, own.resetSeconds);
    next();
  };
}

function tooMany(account: Account, retryAfter: number): ApiError {
  const body =
    account.switches.rateLimitBody === 'text'
      ? 'Number of allowed API requests per minute exceeded'
      : { error: 'APIRateLimitExceeded', description: 'Number of allowed API requests exceeded' };
  return new ApiError(429, body, { 'retry-after': String(retryAfter) });
}
