import type { Logger } from '../logger.ts';
import type { DeliveryOutcome } from '../metrics.ts';
import { isSlug } from '../tenant/tenant.ts';

/** One line a minute says as much as thousands; the metrics count every one. */
const EVERY_MS = 60_000;
/** Enough to find the typo in a webhook's address; strangers may try any number of them. */
const MOST_SLUGS = 5;

interface Counted {
  loggedAt: number;
  /** Refused since that line. */
  count: number;
}

interface Refused extends Counted {
  /** Why the newest of these were. */
  outcome: DeliveryOutcome;
}

export type RefusalLog = ReturnType<typeof createRefusalLog>;

/**
 * Logs refused deliveries at most once a minute per shop, with how many there were since the last line, and those
 * for unknown slugs at most once a minute for all of them together, so that strangers cannot make it grow.
 */
export function createRefusalLog({ logger, now }: { logger: Logger; now: () => number }) {
  const byTenant = new Map<string, Refused>();
  const unknown: Counted = { loggedAt: -Infinity, count: 0 };
  const unknownSlugs = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  function writeRefused(tenant: string, refused: Refused): void {
    const { outcome, count } = refused;
    logger.warn({ tenant, outcome, count }, 'deliveries refused');
    restart(refused);
  }

  function writeUnknown(): void {
    const slugs = [...unknownSlugs];
    logger.warn({ slugs, count: unknown.count }, 'deliveries for unknown slugs');
    unknownSlugs.clear();
    restart(unknown);
  }

  function restart(counted: Counted): void {
    counted.loggedAt = now();
    counted.count = 0;
  }

  /** Now, or when the minute is over. */
  function writeInTime({ loggedAt }: Counted, write: () => void): void {
    if (now() - loggedAt >= EVERY_MS) write();
    else timer ??= setTimeout(flush, EVERY_MS).unref();
  }

  /** Logs what no line has told of yet: the end of a flood, at the latest when the server stops. */
  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    for (const [tenant, refused] of byTenant) if (refused.count > 0) writeRefused(tenant, refused);
    if (unknown.count > 0) writeUnknown();
  }

  return {
    flush,

    /** Called for known shops only. */
    refused(tenant: string, outcome: DeliveryOutcome): void {
      const { loggedAt, count } = byTenant.get(tenant) ?? { loggedAt: -Infinity, count: 0 };
      const refused = { loggedAt, count: count + 1, outcome };
      byTenant.set(tenant, refused);
      writeInTime(refused, () => writeRefused(tenant, refused));
    },

    /** A slug of no shop; in the line only if it could be one's. */
    unknown(slug: string): void {
      unknown.count += 1;
      if (unknownSlugs.size < MOST_SLUGS && isSlug(slug)) unknownSlugs.add(slug);
      writeInTime(unknown, writeUnknown);
    },
  };
}
