import type { Logger } from '../logger.ts';
import type { DeliveryOutcome } from '../metrics.ts';

/** One line a minute says as much as thousands; the metrics count every one. */
const EVERY_MS = 60_000;

interface Counted {
  loggedAt: number;
  /** Refused since that line. */
  count: number;
  /** Why the newest of these were. */
  outcome: DeliveryOutcome;
}

export type RefusalLog = ReturnType<typeof createRefusalLog>;

/**
 * Logs refused deliveries at most once a minute per shop, with how many there were since the last line. Called for
 * known shops only, so that strangers cannot make it grow.
 */
export function createRefusalLog({ logger, now }: { logger: Logger; now: () => number }) {
  const bySlug = new Map<string, Counted>();
  let timer: NodeJS.Timeout | undefined;

  function write(slug: string, counted: Counted): void {
    const { outcome, count } = counted;
    logger.warn({ slug, outcome, count }, 'deliveries refused');
    counted.loggedAt = now();
    counted.count = 0;
  }

  /** Logs what no line has told of yet: the end of a flood, at the latest when the server stops. */
  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    for (const [slug, counted] of bySlug) if (counted.count > 0) write(slug, counted);
  }

  return {
    flush,
    refused(slug: string, outcome: DeliveryOutcome): void {
      const { loggedAt, count } = bySlug.get(slug) ?? { loggedAt: -Infinity, count: 0 };
      const counted = { loggedAt, count: count + 1, outcome };
      bySlug.set(slug, counted);
      if (now() - loggedAt >= EVERY_MS) write(slug, counted);
      else timer ??= setTimeout(flush, EVERY_MS).unref();
    },
  };
}
