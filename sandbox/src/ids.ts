import { randomBytes } from 'node:crypto';
import type { Switches } from './switches.ts';

/** How far a second id server lies behind: no id of the first one is among its own. */
const BEHIND = 1_000_000_000_000;

/** Zendesk's ids have 14 digits today, beyond 2^31: clients that use 32-bit integers break. */
const FIRST_ID = 20_728_574_273_428;

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export class Ids {
  #last: number;
  #lastTicket = 0;

  /** `offset` keeps the ids of two accounts apart. */
  constructor(offset: number) {
    this.#last = FIRST_ID + offset * 1_000_000_000;
  }

  next(): number {
    // Uneven steps: ids of one account are not consecutive on a shared platform.
    this.#last += 1 + (this.#last % 7);
    return this.#last;
  }

  /**
   * The id of a new comment or audit. With several id servers it is from another one than `previous`, so that
   * every second id is smaller than the one before. `previous` is undefined for a ticket's first.
   */
  nextInLine(order: Switches['ids'], previous: number | undefined): number {
    const id = this.next();
    const isFromFirst = previous === undefined || previous < FIRST_ID;
    return order === 'count-up' || isFromFirst ? id : id - BEHIND;
  }

  nextTicket(): number {
    this.#lastTicket += 1;
    return this.#lastTicket;
  }
}

/** A ULID, the id of a webhook: https://developer.zendesk.com/api-reference/webhooks/webhooks-api/webhooks */
export function ulid(now: number): string {
  let time = '';
  for (let rest = now, i = 0; i < 10; i += 1, rest = Math.floor(rest / 32)) {
    time = CROCKFORD.charAt(rest % 32) + time;
  }
  const random = Array.from(randomBytes(16), (byte) => CROCKFORD.charAt(byte % 32)).join('');
  return time + random;
}

export function secret(bytes = 32): string {
  return randomBytes(bytes).toString('base64url');
}
