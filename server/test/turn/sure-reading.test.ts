import { expect, test } from 'vitest';
import type { TicketReading } from '../../src/turn/read-ticket.ts';
import { createReadingCheck } from '../../src/turn/sure-reading.ts';
import { testClock } from '../support/inbox.ts';

const START = Date.parse('2026-11-24T09:00:00Z');

function given() {
  const now = testClock(START);
  const sleep = (ms: number) => Promise.resolve(now.advance(ms));
  const check = createReadingCheck({ now, sleep });
  const reading = (updatedAt: string, readAt = now()) =>
    ({ ticket: { updatedAt }, readAt, readUntil: now() }) as unknown as TicketReading;
  return { now, reading, isSure: check.isSure };
}

test('trusts a reading from after the second of the last change', async () => {
  const { reading, isSure } = given();

  expect(await isSure(reading('2026-11-24T08:59:58Z'))).toBe(true);
});

test('trusts a slow reading, and none that an answer was long thought about', async () => {
  const { now, reading, isSure } = given();
  const readAt = now();
  now.advance(20_000);
  const slow = reading('2026-11-24T08:59:58Z', readAt);

  expect(await isSure(slow)).toBe(true);
  now.advance(5_001);
  expect(await isSure(slow)).toBe(false);
});

test('waits for the end of the second of the last change', async () => {
  const { now, reading, isSure } = given();

  expect(await isSure(reading('2026-11-24T09:00:00Z'))).toBe(false);

  expect(now()).toBe(START + 1_500);
  expect(await isSure(reading('2026-11-24T09:00:00Z'))).toBe(true);
});

test('waits when the ticket changed while a slow reading was under way', async () => {
  const { now, reading, isSure } = given();
  const readAt = now();
  now.advance(10_200);
  const changed = '2026-11-24T09:00:10Z';

  expect(await isSure(reading(changed, readAt))).toBe(false);

  expect(now()).toBe(Date.parse(changed) + 1_500);
  expect(await isSure(reading(changed))).toBe(true);
});

test("waits its time from first sight when Zendesk's clock is ahead", async () => {
  const { now, reading, isSure } = given();

  expect(await isSure(reading('2026-11-24T09:05:00Z'))).toBe(false);

  expect(now()).toBe(START + 1_500);
  expect(await isSure(reading('2026-11-24T09:05:00Z'))).toBe(true);
});
