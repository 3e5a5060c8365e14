import { createZendeskClient } from '../../src/zendesk/client.ts';
import type { ZendeskClientOptions } from '../../src/zendesk/client.ts';

export const apiToken = {
  kind: 'api-token',
  email: 'ada@acme.example',
  token: 'legacy-token',
} as const;
export const oauth = {
  kind: 'oauth',
  clientId: 'smart_assistant',
  clientSecret: 's3cret',
} as const;

/** A clock that moves only when it is told to, or when somebody sleeps. */
export function testClock(start = Date.parse('2026-11-24T09:00:00Z')) {
  let time = start;
  const slept: number[] = [];
  return {
    now: () => time,
    advance: (ms: number) => void (time += ms),
    slept,
    sleep: (ms: number) => {
      slept.push(ms);
      time += ms;
      return Promise.resolve();
    },
  };
}

/** A client of a local server; waits take no real time. */
export function testClient(
  baseUrl: string,
  {
    clock = testClock(),
    ...options
  }: Partial<ZendeskClientOptions> & { clock?: ReturnType<typeof testClock> } = {},
) {
  return createZendeskClient({
    baseUrl,
    credentials: apiToken,
    timeoutMs: 2_000,
    now: clock.now,
    sleep: clock.sleep,
    random: () => 0.5,
    ...options,
  });
}
