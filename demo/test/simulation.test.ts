import { randomInt } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { BUGS } from '../simulation/bugs.ts';
import type { BugName } from '../simulation/bugs.ts';
import { leavePlaces } from '../simulation/places.ts';
import { firstFailure } from '../simulation/run-seeds.ts';
import { runSchedule } from '../simulation/run-schedule.ts';
import { scheduleFrom } from '../simulation/schedule.ts';
import { describeFailure, shrink } from '../simulation/shrink.ts';

/** Always the same, so that a change that breaks one is seen at once. `npm run bench` runs 100,000 others. */
const KNOWN_SCHEDULES = 200;
/** New ones each time. */
const FRESH_SCHEDULES = 100;
/** A bug that this many schedules do not find is not found. */
const SCHEDULES_PER_BUG = 3_000;
const LONG_MS = 120_000;

afterAll(leavePlaces);

/** Nothing, or the smallest story that shows what was broken. */
async function failureIn(from: number, count: number): Promise<string | undefined> {
  const failed = await firstFailure({ from, count });
  return failed && describeFailure(await shrink(failed));
}

test(
  'keeps every promise in schedules of faults, crashes and people that were chosen once and for all',
  async () => {
    expect(await failureIn(1, KNOWN_SCHEDULES)).toBeUndefined();
  },
  LONG_MS,
);

test(
  'keeps every promise in schedules that nobody has seen before',
  async () => {
    const seed = randomInt(2 ** 31);
    console.log(`simulation: schedules from seed ${seed} on`);

    expect(await failureIn(seed, FRESH_SCHEDULES)).toBeUndefined();
  },
  LONG_MS,
);

test('runs a schedule the same way each time', async () => {
  const first = await runSchedule(scheduleFrom(77));
  const second = await runSchedule(scheduleFrom(77));

  expect(first.trace.length).toBeGreaterThan(20);
  expect(withoutIds(second.trace)).toEqual(withoutIds(first.trace));
});

describe('a server', () => {
  test.each(Object.keys(BUGS) as BugName[])(
    '%s is caught',
    async (name) => {
      const failed = await firstFailure({ from: 1, count: SCHEDULES_PER_BUG, bug: BUGS[name] });

      expect(failed?.broken[0]).toBeDefined();
    },
    LONG_MS,
  );
});

test(
  'tells a failure as the shortest story that shows it',
  async () => {
    const bug = BUGS['without safe update'];
    const failed = await firstFailure({ from: 1, count: SCHEDULES_PER_BUG, bug });

    const shrunk = await shrink(failed!, bug);

    const size = ({ schedule }: typeof shrunk) =>
      schedule.story.length + schedule.interruptions.length;
    expect(size(shrunk)).toBeLessThanOrEqual(size(failed!));
    expect(shrunk.broken).not.toEqual([]);
    const words = describeFailure(shrunk);
    expect(words).toContain(`seed ${failed!.schedule.seed}`);
    expect(words).toMatch(/before call \d+ to Zendesk: /);
    expect(words).toMatch(/works: PUT \/api\/v2\/tickets\/\d+/);
  },
  LONG_MS,
);

/** A schedule that runs where another one ran before has another ticket. */
function withoutIds(trace: readonly string[]): string[] {
  return trace.map((line) => line.replace(/tickets\/\d+/, 'tickets/…'));
}
