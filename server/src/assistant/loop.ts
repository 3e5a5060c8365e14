/**
 * A third of the updates that Zendesk allows to one user on one ticket in ten minutes (30): the breaker must open
 * before Zendesk's does. A conversation with people in it takes at most seven writes: six answers and a handoff.
 */
export const LOOP_WRITES = 10;
/** Zendesk's own window for updates of one ticket: https://developer.zendesk.com/api-reference/introduction/rate-limits */
export const LOOP_WINDOW_MS = 10 * 60_000;
