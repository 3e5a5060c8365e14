import { expect, test } from 'vitest';
import { createRateGovernor } from '../../src/zendesk/rate-governor.ts';
import { fakeZendesk } from './fake-zendesk.ts';
import { testClient, testClock } from './test-client.ts';
import { auditBody, ticketBody } from './zendesk-bodies.ts';

const read = { method: 'GET', path: '/api/v2/tickets/1' };
const write = { method: 'PUT', path: '/api/v2/tickets/1' };

function governed(clock = testClock()) {
  return { clock, governor: createRateGovernor({ now: clock.now }) };
}

function answer(headers: Record<string, string>, status = 200) {
  return { status, headers: new Headers(headers) };
}

test('lets calls through while nothing is known', () => {
  const { governor } = governed();

  expect(governor.holdMs(read)).toBe(0);
});

test('keeps a fifth of the account limit free until it resets', () => {
  const { governor, clock } = governed();
  governor.observe(
    read,
    answer({ 'ratelimit-limit': '700', 'ratelimit-remaining': '141', 'ratelimit-reset': '41' }),
  );

  expect(governor.holdMs(read)).toBe(0);
  expect(governor.holdMs(read)).toBe(41_000);
  clock.advance(41_000);
  expect(governor.holdMs(read)).toBe(0);
});

test('keeps what nobody waits for back while replies still have room', () => {
  const { governor } = governed();
  const sweep = { ...read, priority: 'background' } as const;
  governor.observe(
    read,
    answer({ 'ratelimit-limit': '100', 'ratelimit-remaining': '50', 'ratelimit-reset': '41' }),
  );

  expect(governor.holdMs(sweep)).toBe(41_000);
  expect(governor.holdMs(read)).toBe(0);
});

test('believes the tighter of the two header families', () => {
  const { governor } = governed();
  governor.observe(
    read,
    answer({
      'x-rate-limit': '700',
      'x-rate-limit-remaining': '600',
      'ratelimit-limit': '700',
      'ratelimit-remaining': '3',
      'ratelimit-reset': '9',
    }),
  );

  expect(governor.holdMs(read)).toBe(9_000);
});

test('holds only the endpoint that ran low', () => {
  const { governor } = governed();
  governor.observe(
    write,
    answer({ 'zendesk-ratelimit-tickets-update': 'total=100; remaining=20; resets=30' }),
  );

  expect(governor.holdMs({ ...write, path: '/api/v2/tickets/2' })).toBe(30_000);
  expect(governor.holdMs(read)).toBe(0);
});

test('counts the help center apart from tickets', () => {
  const { governor } = governed();
  const articles = { method: 'GET', path: '/api/v2/help_center/articles' };
  governor.observe(
    articles,
    answer({ 'ratelimit-limit': '400', 'ratelimit-remaining': '0', 'ratelimit-reset': '5' }),
  );

  expect(governor.holdMs(articles)).toBe(5_000);
  expect(governor.holdMs(read)).toBe(0);
});

test('pauses an endpoint after a 429, however much the account has left', () => {
  const { governor } = governed();
  const headers = new Headers({ 'x-rate-limit': '700', 'x-rate-limit-remaining': '699' });
  governor.observe(write, { status: 429, headers, retryAfterMs: 12_000 });

  expect(governor.holdMs(write)).toBe(12_000);
  expect(governor.holdMs(read)).toBe(0);
});

test('stays under 30 updates of one ticket in ten minutes', () => {
  const { governor, clock } = governed();
  const holds = Array.from({ length: 28 }, () => governor.holdMs(write));

  expect(Math.max(...holds)).toBe(0);
  expect(governor.holdMs(write)).toBe(600_000);
  expect(governor.holdMs({ ...write, path: '/api/v2/tickets/2' })).toBe(0);
  clock.advance(600_000);
  expect(governor.holdMs(write)).toBe(0);
});

test('waits a short hold out and gives a long one back, the call unsent', async () => {
  const low = (resets: number) => ({
    'ratelimit-limit': '100',
    'ratelimit-remaining': '5',
    'ratelimit-reset': String(resets),
  });
  const clock = testClock();
  const zendesk = await fakeZendesk({
    'GET /api/v2/tickets/1': [
      { headers: low(4), body: { ticket: ticketBody() } },
      { headers: low(50), body: { ticket: ticketBody() } },
    ],
    'PUT /api/v2/tickets/1': { body: { ticket: ticketBody(), audit: auditBody() } },
  });
  const client = testClient(zendesk.url, { clock });

  await client.getTicket('1');
  await client.getTicket('1');
  expect(clock.slept).toEqual([4_000]);

  await expect(client.updateTicket('1', { turnId: 't' })).rejects.toMatchObject({
    code: 'held_back',
    fate: 'not_sent',
    retryable: true,
    retryAfterMs: 50_000,
  });
  expect(zendesk.seen).toHaveLength(2);
});

test('sends a reply where a sweep of the same account is held back', async () => {
  const headers = {
    'ratelimit-limit': '100',
    'ratelimit-remaining': '40',
    'ratelimit-reset': '50',
  };
  const zendesk = await fakeZendesk({
    'GET /api/v2/tickets/1': { headers, body: { ticket: ticketBody() } },
    'PUT /api/v2/tickets/1': { headers, body: { ticket: ticketBody(), audit: auditBody() } },
  });
  const client = testClient(zendesk.url);
  await client.getTicket('1');

  await expect(client.background.changedTickets({ startTime: 1 })).rejects.toMatchObject({
    code: 'held_back',
    fate: 'not_sent',
    retryAfterMs: 50_000,
  });
  await client.updateTicket('1', { turnId: 'a reply' });

  expect(zendesk.seen.map(({ method }) => method)).toEqual(['GET', 'PUT']);
});
