import { parseRateLimits } from './rate-limit-headers.ts';
import type { RateLimit } from './rate-limit-headers.ts';

/** Of every limit, this share stays untouched: human agents and other integrations work in the same account. */
const RESERVED_SHARE = 0.2;

/** Zendesk's windows are a minute long; assumed when an answer names no reset. */
const DEFAULT_RESET_MS = 60_000;

/** A 429 without `Retry-After`. */
const DEFAULT_PAUSE_MS = 5_000;

/** 30 updates per ticket and user in 10 minutes; two are left for a set-up command or a second process. */
const UPDATES_PER_TICKET = 28;
const TICKET_WINDOW_MS = 10 * 60_000;

/** A call as the governor sees it. */
export interface GovernedCall {
  method: string;
  /** Without query. */
  path: string;
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
}

interface Bucket {
  limit: number;
  remaining: number;
  resetsAt: number;
}

/** `now` in epoch milliseconds. */
export function createRateGovernor({ now }: { now: () => number }): RateGovernor {
  const buckets = new Map<string, Bucket>();
  const bucketsOfRoute = new Map<string, Set<string>>();
  const pausedUntil = new Map<string, number>();
  const updates = createTicketUpdates(now);

  const bucketNames = (call: GovernedCall) => bucketsOfRoute.get(routeOf(call)) ?? [];
  const bucketsFor = (call: GovernedCall) =>
    [accountBucket(call), ...bucketNames(call)].flatMap((name) => buckets.get(name) ?? []);

  const holdOf = ({ limit, remaining, resetsAt }: Bucket): number =>
    remaining > limit * RESERVED_SHARE ? 0 : Math.max(0, resetsAt - now());

  const learn = (name: string, { limit, remaining, resetMs = DEFAULT_RESET_MS }: RateLimit) =>
    buckets.set(name, { limit, remaining, resetsAt: now() + resetMs });

  return {
    holdMs(call) {
      const pause = Math.max(0, (pausedUntil.get(routeOf(call)) ?? 0) - now());
      const own = bucketsFor(call);
      const hold = Math.max(pause, updates.holdMs(call), ...own.map(holdOf));
      if (hold > 0) return hold;

      updates.count(call);
      // Counted down here as well: many calls may leave before the first answer is back.
      for (const bucket of own) bucket.remaining -= 1;
      return 0;
    },

    observe(call, { status, headers, retryAfterMs }) {
      const route = routeOf(call);
      for (const [name, limit] of parseRateLimits(headers)) {
        const bucket = name === 'account' ? accountBucket(call) : name;
        learn(bucket, limit);
        if (name !== 'account')
          bucketsOfRoute.set(route, (bucketsOfRoute.get(route) ?? new Set()).add(bucket));
      }
      if (status === 429) pausedUntil.set(route, now() + (retryAfterMs ?? DEFAULT_PAUSE_MS));
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

/** Our own updates per ticket within Zendesk's ten minutes. */
function createTicketUpdates(now: () => number) {
  const sentAt = new Map<string, number[]>();

  const recent = (ticketId: string) => {
    const times = (sentAt.get(ticketId) ?? []).filter((at) => at > now() - TICKET_WINDOW_MS);
    if (times.length === 0) sentAt.delete(ticketId);
    else sentAt.set(ticketId, times);
    return times;
  };

  return {
    holdMs(call: GovernedCall): number {
      const ticketId = updatedTicket(call);
      const times = ticketId === undefined ? [] : recent(ticketId);
      const oldest = times.length >= UPDATES_PER_TICKET ? times[0] : undefined;
      return oldest === undefined ? 0 : oldest + TICKET_WINDOW_MS - now();
    },
    count(call: GovernedCall): void {
      const ticketId = updatedTicket(call);
      if (ticketId === undefined) return;
      sentAt.set(ticketId, [...(sentAt.get(ticketId) ?? []), now()]);
      if (sentAt.size > 1_000) for (const id of sentAt.keys()) recent(id);
    },
  };
}

function updatedTicket({ method, path }: GovernedCall): string | undefined {
  return method === 'PUT' ? /^\/api\/v2\/tickets\/(\d+)$/.exec(path)?.[1] : undefined;
}
