import type { Database } from './db/database.ts';
import type { Steps } from './db/steps.ts';
import { RESERVED_SHARE } from './zendesk/rate-governor.ts';
import type { RateLedger, SharedLimit, TicketUpdates } from './zendesk/rate-ledger.ts';
import { TICKET_WINDOW_MS } from './zendesk/ticket-updates.ts';

/** A ticket with fewer updates by others is far from its limit: not worth a row to each process. */
const WORTH_TELLING = 3;

export interface RateLedgers {
  /** The ledger of one Zendesk account, named by its host. */
  ledgerFor(account: string): RateLedger;
  /** Until when replies in an account wait for a limit, epoch milliseconds; nothing when they need not. */
  limitedUntil(account: string): Promise<number | undefined>;
}

export interface RateLedgerOptions {
  db: Database;
  /** Tells this process's updates from the others'. */
  processId: string;
  now: () => number;
}

/** What the processes on one database know of the rate limits of the accounts they work in. */
export function createRateLedgers({ db, processId, now }: RateLedgerOptions): RateLedgers {
  return {
    ledgerFor: (account) => ({
      async read(updatesSince) {
        return {
          limits: await readLimits(db, account, now()),
          updates: await readUpdates(db, [account, processId, updatesSince]),
        };
      },
      add: ({ limits, updates }) =>
        db.steps(function* () {
          for (const limit of limits) yield* storeLimit(account, limit);
          for (const update of updates) yield* storeUpdate(account, processId, update);
          if (updates.length > 0) yield* forgetUpdates(account, now() - TICKET_WINDOW_MS);
        }),
    }),

    async limitedUntil(account) {
      const limits = await readLimits(db, account, now());
      const holding = limits.filter(
        ({ bucket, route, total, remaining }) =>
          remaining <= total * RESERVED_SHARE.reply &&
          (bucket === 'account:ticketing' || route.includes('/tickets/:id')),
      );
      return holding.length === 0
        ? undefined
        : Math.max(...holding.map(({ resetsAt }) => resetsAt));
    },
  };
}

interface LimitRow {
  bucket: string;
  route: string;
  total: number;
  remaining: number;
  resets_at: number;
}

async function readLimits(db: Database, account: string, now: number): Promise<SharedLimit[]> {
  const rows = await db.query<LimitRow>(
    `SELECT bucket, route, total, remaining, resets_at FROM rate_limits
     WHERE account = ? AND resets_at > ?`,
    [account, now],
  );
  return rows.map(({ resets_at, ...limit }) => ({ ...limit, resetsAt: resets_at }));
}

async function readUpdates(
  db: Database,
  [account, processId, since]: [string, string, number],
): Promise<TicketUpdates[]> {
  const rows = await db.query<{ ticket_id: string; count: number; oldest_at: number }>(
    `SELECT ticket_id, SUM(n) AS count, MIN(at) AS oldest_at FROM ticket_updates
     WHERE account = ? AND process <> ? AND at > ?
     GROUP BY ticket_id HAVING SUM(n) >= ${WORTH_TELLING}`,
    [account, processId, since],
  );
  return rows.map(({ ticket_id, count, oldest_at }) => ({
    ticketId: ticket_id,
    count,
    oldestAt: oldest_at,
  }));
}

/** Of one window the smaller rest counts; a window that ends clearly later is a new one. */
const IS_NEW_WINDOW = 'excluded.resets_at > rate_limits.resets_at + 5000';

function* storeLimit(account: string, limit: SharedLimit): Steps<void> {
  const { bucket, route, total, remaining, resetsAt } = limit;
  yield {
    sql: `INSERT INTO rate_limits (account, bucket, route, total, remaining, resets_at)
     VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (account, bucket, route) DO UPDATE SET
       total = excluded.total,
       remaining = CASE
         WHEN ${IS_NEW_WINDOW} OR excluded.remaining < rate_limits.remaining THEN excluded.remaining
         ELSE rate_limits.remaining END,
       resets_at = CASE
         WHEN excluded.resets_at > rate_limits.resets_at THEN excluded.resets_at
         ELSE rate_limits.resets_at END`,
    params: [account, bucket, route, total, remaining, resetsAt],
  };
}

function* storeUpdate(
  account: string,
  processId: string,
  { ticketId, at }: { ticketId: string; at: number },
): Steps<void> {
  yield {
    sql: `INSERT INTO ticket_updates (account, ticket_id, at, process, n) VALUES (?, ?, ?, ?, 1)
     ON CONFLICT (account, ticket_id, at, process) DO UPDATE SET n = ticket_updates.n + 1`,
    params: [account, ticketId, at, processId],
  };
}

function* forgetUpdates(account: string, before: number): Steps<void> {
  yield {
    sql: 'DELETE FROM ticket_updates WHERE account = ? AND at < ?',
    params: [account, before],
  };
}
