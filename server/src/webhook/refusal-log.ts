import type { Logger } from '../logger.ts';
import type { DeliveryOutcome } from '../metrics.ts';

/** One line a minute says as much as thousands; the metrics count every one. */
const EVERY_MS = 60_000;

interface Counted {
  loggedAt: number;
  /** Refused since that line. */
  count: number;
}

/**
 * Logs refused deliveries at most once a minute per shop, with how many there were since the last line. Called for
 * known shops only, so that strangers cannot make it grow.
 */
export function createRefusalLog({ logger, now }: { logger: Logger; now: () => number }) {
  const bySlug = new Map<string, Counted>();

  return (slug: string, outcome: DeliveryOutcome): void => {
    const counted = bySlug.get(slug) ?? { loggedAt: -Infinity, count: 0 };
    bySlug.set(slug, counted);
    counted.count += 1;
    if (now() - counted.loggedAt < EVERY_MS) return;
    logger.warn({ slug, outcome, count: counted.count }, 'deliveries refused');
    counted.loggedAt = now();
    counted.count = 0;
  };
}
