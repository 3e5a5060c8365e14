import type { TurnRecord } from '@smart-assistant/shared/sidebar-api.ts';

type Part = 'readMs' | 'answerMs' | 'writeMs';

/** Where the time of one turn goes. */
export interface Stopwatch {
  timed<Result>(part: Part, work: () => Promise<Result>): Promise<Result>;
  timings(nudgedAt: number): NonNullable<TurnRecord['timings']>;
}

export function createStopwatch(now: () => number): Stopwatch {
  const startedAt = now();
  const spent: Record<Part, number> = { readMs: 0, answerMs: 0, writeMs: 0 };

  return {
    async timed(part, work) {
      const from = now();
      try {
        return await work();
      } finally {
        spent[part] += Math.max(0, now() - from);
      }
    },
    timings: (nudgedAt) => ({ waitedMs: Math.max(0, startedAt - nudgedAt), ...spent }),
  };
}
