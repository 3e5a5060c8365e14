const MINUTE_MS = 60_000;

/**
 * So many writes to one ticket within so long are a loop. The first is a third of the updates that Zendesk allows to
 * one user on one ticket (30 in ten minutes, https://developer.zendesk.com/api-reference/introduction/rate-limits):
 * our breaker must open before Zendesk's does. The second is for slow loops, such as a trigger that hands back every
 * handoff, which each sweep finds. A conversation with people takes at most seven public writes: six answers and a
 * handoff.
 */
const LOOP_LIMITS = [
  { writes: 10, windowMs: 10 * MINUTE_MS },
  { writes: 12, windowMs: 60 * MINUTE_MS },
] as const;

/** The same in words. */
export const LOOP_LIMITS_TEXT = LOOP_LIMITS.map(
  ({ writes, windowMs }) => `${writes} times within ${windowMs / MINUTE_MS} minutes`,
).join(' or ');

/** Writes older than this no longer count. */
export const LOOP_WINDOW_MS = Math.max(...LOOP_LIMITS.map(({ windowMs }) => windowMs));

/** Whether writes at these times, epoch milliseconds, are too many. */
export function isLoop(writes: readonly number[], now: number): boolean {
  return LOOP_LIMITS.some(
    (limit) => writes.filter((at) => at > now - limit.windowMs).length >= limit.writes,
  );
}
