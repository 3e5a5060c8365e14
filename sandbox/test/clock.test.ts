import { expect, test } from 'vitest';
import { Clock, parseDuration } from '../src/clock.ts';
import { startSandbox } from '../src/sandbox.ts';

test.each([
  ['4 days', 345_600_000],
  ['1 day', 86_400_000],
  ['2 hours', 7_200_000],
  ['5 min', 300_000],
  ['30 s', 30_000],
  ['1.5 seconds', 1500],
  ['500 ms', 500],
])('reads %j as a duration', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

test.each(['', 'soon', '4', 'days', '4 moons', '3 m'])('refuses %j as a duration', (text) => {
  expect(() => parseDuration(text)).toThrow('Write for example');
});

test('runs what falls due in order, each at its own time', async () => {
  const clock = new Clock('virtual');
  const seen: string[] = [];
  const note = (name: string) => () => seen.push(`${name} ${clock.iso()}`);
  clock.after(2000, note('second'));
  clock.after(1000, () => {
    note('first')();
    clock.after(500, note('between'));
  });
  const callOff = clock.after(1700, note('never'));
  callOff();

  await clock.advance(5000, () => Promise.resolve());

  expect(seen).toEqual([
    'first 2026-11-24T09:00:01Z',
    'between 2026-11-24T09:00:01Z',
    'second 2026-11-24T09:00:02Z',
  ]);
  expect(clock.iso()).toBe('2026-11-24T09:00:05Z');
});

test('stands still on its own when it is virtual', async () => {
  const sandbox = await startSandbox({ clock: 'virtual' });
  const acme = sandbox.account('acme');

  acme.comment(1, { by: 'alice', text: 'One' });
  await sandbox.settle();
  acme.comment(1, { by: 'alice', text: 'Two' });

  const [one, two] = acme.comments(1).slice(-2);
  expect([one!['created_at'], two!['created_at']]).toEqual([
    '2026-11-24T09:00:00Z',
    '2026-11-24T09:00:00Z',
  ]);
  await sandbox.stop();
});

test('follows real time from where it was moved to when it is not', async () => {
  const clock = new Clock('system');
  const before = Date.now();

  await clock.advance(60_000, () => Promise.resolve());

  expect(clock.now()).toBeGreaterThanOrEqual(before + 60_000);
  expect(clock.now()).toBeLessThan(before + 65_000);
});
