/** Zendesk's own deliveries fail again within minutes when something is wrong; a stranger's single try is none. */
const FAILURES = 3;
const WITHIN_MS = 10 * 60_000;

/** Answers whether this failure of the shop is one too many: the third within ten minutes, then the count begins anew. */
export function createFailureBurst(now: () => number) {
  const bursts = new Map<string, { count: number; since: number }>();

  return (slug: string): boolean => {
    const known = bursts.get(slug);
    const isOver = known === undefined || now() - known.since > WITHIN_MS;
    const burst = isOver ? { count: 1, since: now() } : { ...known, count: known.count + 1 };
    const isTooMany = burst.count >= FAILURES;
    if (isTooMany) bursts.delete(slug);
    else bursts.set(slug, burst);
    return isTooMany;
  };
}
