/** How much of one limit is left. */
export interface RateLimit {
  limit: number;
  remaining: number;
  /** Until it is full again; absent when the server did not say. */
  resetMs?: number | undefined;
}

/**
 * The limits an answer reports, by name: `account` from either family of account headers (the smaller one
 * counts), and each `zendesk-ratelimit-<endpoint>` under its own name.
 * https://developer.zendesk.com/api-reference/introduction/rate-limits
 */
export function parseRateLimits(headers: Headers): Map<string, RateLimit> {
  const limits = new Map<string, RateLimit>();
  const account = accountLimit(headers);
  if (account) limits.set('account', account);

  for (const [name, value] of headers) {
    const endpoint = /^zendesk-ratelimit-(.+)$/.exec(name)?.[1];
    const limit = endpoint && endpointLimit(value);
    if (endpoint && limit) limits.set(endpoint, limit);
  }
  return limits;
}

function accountLimit(headers: Headers): RateLimit | undefined {
  const reset = numberOf(headers.get('ratelimit-reset'));
  const families = ['x-rate-limit', 'ratelimit'].flatMap((family) => {
    const limit = numberOf(headers.get(family) ?? headers.get(`${family}-limit`));
    const remaining = numberOf(headers.get(`${family}-remaining`));
    return limit === undefined || remaining === undefined ? [] : [{ limit, remaining }];
  });
  const tightest = families.sort((a, b) => a.remaining - b.remaining)[0];
  return tightest && { ...tightest, resetMs: reset === undefined ? undefined : reset * 1000 };
}

/** `total=100; remaining=99; resets=41` */
function endpointLimit(value: string): RateLimit | undefined {
  const read = (key: string) =>
    numberOf(new RegExp(`(?:^|[;\\s])${key}=(\\d+)`).exec(value)?.[1] ?? null);
  const limit = read('total');
  const remaining = read('remaining');
  if (limit === undefined || remaining === undefined) return undefined;
  const resets = read('resets');
  return { limit, remaining, resetMs: resets === undefined ? undefined : resets * 1000 };
}

function numberOf(value: string | null): number | undefined {
  return value !== null && /^\d+$/.test(value.trim()) ? Number(value) : undefined;
}
