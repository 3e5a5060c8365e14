import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Account } from '../account.ts';
import { ApiError } from './errors.ts';

/** Kept for 2 hours, for the whole account. */
const KEPT_MS = 2 * 3_600_000;

/** `Idempotency-Key` of POST /tickets. PUT has none. */
export class IdempotencyKeys {
  #account: Account;
  #kept = new Map<string, { digest: string; answer: unknown; until: number }>();

  constructor(account: Account) {
    this.#account = account;
  }

  /** The answer given before to the same key and body. Throws 400 when the body is another one. */
  lookUp(req: Request, res: Response): unknown {
    const key = req.get('idempotency-key');
    if (!key) return undefined;
    const kept = this.#kept.get(key);
    const isKnown = kept !== undefined && kept.until > this.#account.clock.now();
    res.set('x-idempotency-lookup', isKnown ? 'hit' : 'miss');
    if (!isKnown) return undefined;
    if (kept.digest === digest(req)) return kept.answer;
    throw new ApiError(400, {
      error: 'IdempotentRequestError',
      description: "Request parameters don't match the given idempotency key",
    });
  }

  keep(req: Request, answer: unknown): void {
    const key = req.get('idempotency-key');
    if (!key) return;
    const until = this.#account.clock.now() + KEPT_MS;
    this.#kept.set(key, { digest: digest(req), answer, until });
  }
}

function digest(req: Request): string {
  return createHash('sha256').update(JSON.stringify(req.body)).digest('hex');
}
