import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { columnsOf, rangeOf } from '../../src/nav-bar/period.ts';
import { axisMarks, stackColumns } from '../../src/nav-bar/stack-columns.ts';

const HOUR_MS = 3_600_000;
const ownZone = process.env['TZ'];

afterEach(() => {
  if (ownZone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = ownZone;
});

describe('a day', () => {
  test.each([
    ['UTC', '2026-11-24T12:00:00Z', 24],
    ['Asia/Kolkata', '2026-11-24T12:00:00Z', 24],
    ['Europe/Berlin', '2026-03-29T12:00:00Z', 23],
    ['Europe/Berlin', '2026-10-25T12:00:00Z', 25],
  ])('in %s on %s has %i hours, from midnight to midnight', (zone, now, hours) => {
    process.env['TZ'] = zone;

    const range = rangeOf('today', Date.parse(now));
    const columns = columnsOf('today', range);

    expect(new Date(range.from).getHours()).toBe(0);
    expect(new Date(range.to).getHours()).toBe(0);
    expect(columns).toHaveLength(hours);
    expect(columns.at(-1)!.to).toBe(range.to);
  });

  test('ends where the next one begins, also when clocks change', () => {
    process.env['TZ'] = 'Europe/Berlin';
    const now = Date.parse('2026-10-25T22:00:00Z');

    expect(rangeOf('yesterday', now).to).toBe(rangeOf('today', now).from);
  });
});

test('a week is seven days, the last of them today', () => {
  process.env['TZ'] = 'Europe/Berlin';
  const now = Date.parse('2026-10-27T22:00:00Z');
  const range = rangeOf('week', now);

  const columns = columnsOf('week', range);

  expect(columns).toHaveLength(7);
  expect(columns.at(-1)).toEqual(rangeOf('today', now));
  expect(columns[4]!.to - columns[4]!.from).toBe(25 * HOUR_MS);
});

test('no turn is lost or counted twice', () => {
  const range = rangeOf('week', Date.parse('2026-11-24T12:00:00Z'));
  const turns = fc.array(
    fc.record({
      at: fc.integer({ min: range.from, max: range.to - 1 }),
      action: fc.constantFrom('replied', 'handed_over', 'stayed_silent'),
      count: fc.integer({ min: 1, max: 50 }),
    }),
  );

  fc.assert(
    fc.property(turns, (hours) => {
      const columns = stackColumns(columnsOf('week', range), hours);
      const drawn = columns.reduce((sum, { total }) => sum + total, 0);
      expect(drawn).toBe(hours.reduce((sum, { count }) => sum + count, 0));
    }),
  );
});

test('the axis holds the highest column and is marked with few whole numbers', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (highest) => {
      const marks = axisMarks(highest);
      expect(marks.at(-1)).toBeGreaterThanOrEqual(highest);
      expect(marks.length).toBeGreaterThanOrEqual(2);
      expect(marks.length).toBeLessThanOrEqual(6);
      expect(marks.every(Number.isInteger)).toBe(true);
    }),
  );
});
