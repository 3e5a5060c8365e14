import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseErrorBody } from '../../src/zendesk/error-body.ts';
import {
  MAX_READ_RETRIES,
  MAX_WAIT_MS,
  parseRetryAfter,
  retryDelayMs,
} from '../../src/zendesk/retry-timing.ts';

const random = fc.double({ min: 0, max: 1, noNaN: true });

test('takes a short Retry-After exactly, whatever the dice say', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: MAX_WAIT_MS }), random, (retryAfterMs, dice) => {
      expect(retryDelayMs({ retries: 0, retryAfterMs, random: dice })).toBe(retryAfterMs);
    }),
  );
});

test('doubles its own pauses and never waits longer than the limit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: MAX_READ_RETRIES - 1 }), random, (retries, dice) => {
      const delay = retryDelayMs({ retries, random: dice })!;
      const full = 200 * 2 ** retries;
      expect(delay).toBeGreaterThanOrEqual(full / 2);
      expect(delay).toBeLessThanOrEqual(Math.min(full, MAX_WAIT_MS));
    }),
  );
});

test('gives up after the last retry and on a wait that is too long', () => {
  expect(retryDelayMs({ retries: MAX_READ_RETRIES, random: 0 })).toBeUndefined();
  expect(retryDelayMs({ retries: 0, retryAfterMs: MAX_WAIT_MS + 1, random: 0 })).toBeUndefined();
});

test.each([
  ['93', 93_000],
  ['0.5', 500],
  ['Tue, 24 Nov 2026 09:00:30 GMT', 30_000],
  ['Tue, 24 Nov 2026 08:00:00 GMT', 0],
  ['soon', undefined],
  ['', undefined],
  [null, undefined],
])('reads Retry-After %j', (header, expected) => {
  expect(parseRetryAfter(header, Date.parse('2026-11-24T09:00:00Z'))).toBe(expected);
});

test('reads any error body without failing', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.object().map((value) => JSON.stringify(value)),
      ),
      (text) => {
        const { details } = parseErrorBody(text);
        expect(details.length).toBeLessThanOrEqual(5);
        expect(details.every((line) => line.length <= 200)).toBe(true);
      },
    ),
  );
});
