import { parseRateLimits } from './rate-limit-headers.ts';
import type { RateLimit } from './rate-limit-headers.ts';
import type { RateLedger, SharedLimit } from './rate-ledger.ts';
import { createRateSharing } from './rate-sharing.ts';
import { LONGEST_RETRY_AFTER_MS } from './retry-timing.ts';
import { createTicketUpdates } from './ticket-updates.ts';

/** A reply is waited for by a customer; nobody waits for a sweep, a read of the help center or a set-up check. */
export type Priority = 'reply' | 'background';

/**
 * Of every limit, this share stays untouched: human agents and other integrations work in the same account, and
 * what runs in the background leaves room for replies as well.
 */
export const RESERVED_SHARE = { reply: 0.2, background: 0.5 } as const satisfies Record<
  Priority,
  number
>;

/** Other processes are told of a limit from here on, a little before it holds anything back. */
const TOLD_SHARE = 0.6;

/** Zendesk's windows are a minute long; assumed when an answer names no reset. */
const DEFAULT_RESET_MS = 60_000;

/** A 429 without `Retry-After`. */
const DEFAULT_PAUSE_MS = 5_000;

/** Resets are told in whole seconds: times as close as this belong to one window. */
const SAME_WINDOW_MS = 5_000;

/** A call as the governor sees it. */
export interface GovernedCall {
  method: string;
  /** Without query. */
  path: string;
  /** A reply's when left out. */
  priority?: Priority | undefined;
}

/** Knows how much of an account's limits is left. One per Zendesk account; shared by all who call it. */
export interface RateGovernor {
  /** Milliseconds to wait before this call may leave; 0 counts it as sent. */
  holdMs(call: GovernedCall): number;
  /** Learns from an answer. */
  observe(
    call: GovernedCall,
    answer: { status: number; headers: Headers; retryAfterMs?: number | undefined },
  ): void;
  /** Takes in what other processes learned, at most once a second; without any, there is nothing to wait for. */
  catchUp(): Promise<void> | undefined;
  /** Ends when the other processes can learn everything that is known here. */
  told(): Promise<void>;
}

export interface RateGovernorOptions {
  /** Epoch milliseconds. */
  now: () => number;
  /** What the processes share; without it this process is alone. */
  ledger?: RateLedger | undefined;
}

export function createRateGovernor({ now, ledger }: RateGovernorOptions): RateGovernor {
  const limits = createLimits(now);
  const updates = createTicketUpdates(now);
  const sharing =
    ledger &&
    createRateSharing({
      ledger,
      now,
      learned(known) {
        for (const limit of known.limits) limits.merge(limit);
        updates.learnOthers(known.updates);
      },
    });

  function learn(limit: SharedLimit): void {
    limits.learn(limit);
    if (limit.remaining <= limit.total * TOLD_SHARE) sharing?.limit(limit);
  }

  return {
    holdMs(call) {
      const hold = Math.max(limits.holdMs(call), updates.holdMs(call));
      if (hold > 0) return hold;

      limits.count(call);
      const ticketId = updates.count(call);
      if (ticketId !== undefined) sharing?.update(ticketId);
      return 0;
    },

    observe(call, { status, headers, retryAfterMs = DEFAULT_PAUSE_MS }) {
      const route = routeOf(call);
      for (const [name, limit] of parseRateLimits(headers)) learn(known(call, name, limit, now()));
      if (status === 429) {
        const resetsAt = now() + retryAfterMs;
        learn({ bucket: `pause ${route}`, route, total: 0, remaining: 0, resetsAt });
      }
    },

    catchUp: () => sharing?.catchUp(),
    told: async () => sharing?.tell(),
  };
}

function known(
  call: GovernedCall,
  name: string,
  { limit, remaining, resetMs = DEFAULT_RESET_MS }: RateLimit,
  now: number,
): SharedLimit {
  const where =
    name === 'account'
      ? { bucket: accountBucket(call), route: '' }
      : { bucket: name, route: routeOf(call) };
  const resetsAt = now + Math.min(resetMs, LONGEST_RETRY_AFTER_MS);
  return { ...where, total: limit, remaining, resetsAt };
}

type Bucket = Pick<SharedLimit, 'total' | 'remaining' | 'resetsAt'>;

function createLimits(now: () => number) {
  const buckets = new Map<string, Bucket>();
  const bucketsOfRoute = new Map<string, Set<string>>();

  const bucketsFor = (call: GovernedCall) =>
    [accountBucket(call), ...(bucketsOfRoute.get(routeOf(call)) ?? [])].flatMap(
      (name) => buckets.get(name) ?? [],
    );

  function learn({ bucket, route, total, remaining, resetsAt }: SharedLimit): void {
    buckets.set(bucket, { total, remaining, resetsAt });
    if (route === '') return;
    bucketsOfRoute.set(route, (bucketsOfRoute.get(route) ?? new Set()).add(bucket));
  }

  return {
    learn,
    /** What another process knew a moment ago: of one window the smaller rest counts. */
    merge(shared: SharedLimit): void {
      const own = buckets.get(shared.bucket);
      const isNews = !own || shared.resetsAt > own.resetsAt + SAME_WINDOW_MS;
      if (isNews) return learn(shared);
      const isSameWindow = shared.resetsAt > own.resetsAt - SAME_WINDOW_MS;
      if (!isSameWindow) return;
      own.remaining = Math.min(own.remaining, shared.remaining);
      own.resetsAt = Math.max(own.resetsAt, shared.resetsAt);
    },
    holdMs(call: GovernedCall): number {
      const share = RESERVED_SHARE[call.priority ?? 'reply'];
      const holds = bucketsFor(call).map(({ total, remaining, resetsAt }) =>
        remaining > total * share ? 0 : Math.max(0, resetsAt - now()),
      );
      return Math.max(0, ...holds);
    },
    /** Counted down here as well: many calls may leave before the first answer is back. */
    count(call: GovernedCall): void {
      for (const bucket of bucketsFor(call)) bucket.remaining -= 1;
    },
  };
}

/** The Help Center API has a bucket of its own, as large as the ticketing one. */
function accountBucket({ path }: GovernedCall): string {
  return path.startsWith('/api/v2/help_center/') ? 'account:help-center' : 'account:ticketing';
}

/** A route is its path without ids: what an endpoint's limit is counted by. */
function routeOf({ method, path }: GovernedCall): string {
  return `${method} ${path.replace(/\/\d+(?=[/.]|$)/g, '/:id')}`;
}
