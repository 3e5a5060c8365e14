import type { LedgerNews, RateLedger, SharedLimit } from './rate-ledger.ts';
import { TICKET_WINDOW_MS } from './ticket-updates.ts';

/**
 * A second of others' calls is a fraction of the share that is kept free, and one look a second costs nothing
 * that a turn could feel.
 */
const FRESH_MS = 1_000;

/** News are stored this long after the first of them, so that no call waits for it and many share a commit. */
const TELL_AFTER_MS = 500;

export interface RateSharingOptions {
  ledger: RateLedger;
  now: () => number;
  learned: (known: Awaited<ReturnType<RateLedger['read']>>) => void;
}

/**
 * Keeps one process's view of the limits close to the others'. A ledger that is away stops nothing: each
 * answer of Zendesk tells the account's true numbers anyway.
 */
export function createRateSharing({ ledger, now, learned }: RateSharingOptions) {
  const limits = new Map<string, SharedLimit>();
  let updates: { ticketId: string; at: number }[] = [];
  let readAt = -Infinity;
  let reading: Promise<void> | undefined;
  let telling: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  async function read(): Promise<void> {
    readAt = now();
    const known = await ledger.read(now() - TICKET_WINDOW_MS).catch(() => undefined);
    if (known) learned(known);
  }

  function tell(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const news: LedgerNews = { limits: [...limits.values()], updates };
    if (news.limits.length + news.updates.length === 0) return telling;
    limits.clear();
    updates = [];
    telling = telling.then(() => ledger.add(news)).catch(() => undefined);
    return telling;
  }

  const tellSoon = () => void (timer ??= setTimeout(() => void tell(), TELL_AFTER_MS).unref());

  return {
    limit(limit: SharedLimit): void {
      limits.set(`${limit.bucket} ${limit.route}`, limit);
      tellSoon();
    },
    update(ticketId: string): void {
      updates.push({ ticketId, at: now() });
      tellSoon();
    },
    /** Looks when the last look is too old; nothing to wait for otherwise. */
    catchUp(): Promise<void> | undefined {
      if (now() - readAt < FRESH_MS) return reading;
      reading = read().finally(() => (reading = undefined));
      return reading;
    },
    tell,
  };
}
