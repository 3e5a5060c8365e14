/** A read is tried three times in all: most hiccups are over by then, and the work list takes it from there. */
export const MAX_READ_RETRIES = 2;

/** A longer wait does not hold a worker: the call fails with `retryAfterMs`, and its work goes back on the list. */
export const MAX_WAIT_MS = 5_000;

/**
 * Zendesk's limits fill up within minutes. Whatever asks for more, a proxy on the way for example, must not keep a
 * customer waiting for a day: we ask again after this.
 */
export const LONGEST_RETRY_AFTER_MS = 15 * 60_000;

const FIRST_BACK_OFF_MS = 200;

export interface Retry {
  /** Retries made so far. */
  retries: number;
  /** What the server asked for, if it did. */
  retryAfterMs?: number | undefined;
  /** 0 to 1, for the jitter. */
  random: number;
}

/**
 * How long to wait before the next try of a safe read, or undefined to give up. The server's own wish is
 * taken as it is, without jitter; ours doubles each time, between half and all of it.
 */
export function retryDelayMs({ retries, retryAfterMs, random }: Retry): number | undefined {
  if (retries >= MAX_READ_RETRIES) return undefined;
  if (retryAfterMs !== undefined) return retryAfterMs <= MAX_WAIT_MS ? retryAfterMs : undefined;
  return Math.round(FIRST_BACK_OFF_MS * 2 ** retries * (0.5 + random / 2));
}

/**
 * Milliseconds a `Retry-After` header asks for, in either of its forms (RFC 9110, 10.2.3), `LONGEST_RETRY_AFTER_MS` at
 * most; undefined for anything else.
 */
export function parseRetryAfter(value: string | null, now: number): number | undefined {
  if (value === null || value.trim() === '') return undefined;
  const asked = /^\d+(\.\d+)?$/.test(value.trim())
    ? Math.ceil(Number(value) * 1000)
    : Math.max(0, Date.parse(value) - now);
  return Number.isNaN(asked) ? undefined : Math.min(asked, LONGEST_RETRY_AFTER_MS);
}
