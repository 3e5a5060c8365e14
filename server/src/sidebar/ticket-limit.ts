/** Tickets remembered at once; the oldest is forgotten first. A tenth of a megabyte. */
const MAX_TICKETS = 2_000;

/**
 * Lets each ticket through so often within a time; answers 0, or how many milliseconds are left to wait. Counted in
 * this process alone: it protects the answer engine from a stuck button, not from an enemy.
 */
export function createTicketLimit({
  times,
  withinMs,
  now,
}: {
  times: number;
  withinMs: number;
  now: () => number;
}) {
  const taken = new Map<string, number[]>();

  return (ticket: string): number => {
    const at = now();
    const recent = (taken.get(ticket) ?? []).filter((past) => past > at - withinMs);
    if (recent.length >= times) return recent[0]! + withinMs - at;

    taken.delete(ticket);
    taken.set(ticket, [...recent, at]);
    const [oldest] = taken.keys();
    if (taken.size > MAX_TICKETS) taken.delete(oldest!);
    return 0;
  };
}
