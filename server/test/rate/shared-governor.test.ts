import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createRateLedgers } from '../../src/rate-ledger.ts';
import { createAccountGovernors } from '../../src/zendesk/account-governors.ts';
import { createZendeskClient } from '../../src/zendesk/client.ts';
import { testClock } from '../support/inbox.ts';
import { createTestDatabase, openAgain } from '../support/test-database.ts';
import { fakeZendesk } from '../zendesk/fake-zendesk.ts';
import { apiToken } from '../zendesk/test-client.ts';
import { auditBody, ticketBody } from '../zendesk/zendesk-bodies.ts';

const ACCOUNT = 'https://acme.zendesk.com';
const READ = { method: 'GET', path: '/api/v2/tickets/1' };
const SECOND_MS = 1_000;

/** What each process of a server has: a connection, an id, its governors. */
async function process(url: string, processId: string, now: () => number) {
  const ledgers = createRateLedgers({ db: await openAgain(url), processId, now });
  return { ...ledgers, ...createAccountGovernors({ now, ledgerFor: ledgers.ledgerFor }) };
}

async function twoProcesses() {
  const clock = testClock();
  const url = await createTestDatabase();
  const one = await process(url, 'one', clock);
  const two = await process(url, 'two', clock);
  return { clock, url, one, two };
}

const limits = (remaining: number, resetsIn: number) =>
  new Headers({
    'ratelimit-limit': '100',
    'ratelimit-remaining': String(remaining),
    'ratelimit-reset': String(resetsIn),
  });

test('holds calls back when another process has used the limit up', async () => {
  const { clock, one, two } = await twoProcesses();
  const governor = two.governorFor(ACCOUNT);
  await governor.catchUp();

  one.governorFor(ACCOUNT).observe(READ, { status: 200, headers: limits(15, 40) });
  await one.told();
  clock.advance(SECOND_MS);
  await governor.catchUp();

  expect(governor.holdMs(READ)).toBe(39_000);
  expect(two.governorFor('https://other.zendesk.com').holdMs(READ)).toBe(0);
  clock.advance(39_000);
  expect(governor.holdMs(READ)).toBe(0);
});

test('pauses in every process for as long as Zendesk asked one of them to', async () => {
  const { clock, one, two } = await twoProcesses();

  const told = { status: 429, headers: new Headers(), retryAfterMs: 30_000 };
  one.governorFor(ACCOUNT).observe(READ, told);
  await one.told();
  const governor = two.governorFor(ACCOUNT);
  await governor.catchUp();

  expect(governor.holdMs(READ)).toBe(30_000);
  clock.advance(30_000);
  expect(governor.holdMs(READ)).toBe(0);
});

test('looks at what others learned once a second, not for every call', async () => {
  const { clock, two } = await twoProcesses();
  const governor = two.governorFor(ACCOUNT);

  expect(governor.catchUp()).toBeInstanceOf(Promise);
  await governor.catchUp();
  expect(governor.catchUp()).toBeUndefined();
  clock.advance(SECOND_MS);
  expect(governor.catchUp()).toBeInstanceOf(Promise);
});

test('remembers over a restart how often a ticket was updated', async () => {
  const { clock, url, one } = await twoProcesses();
  const write = { method: 'PUT', path: '/api/v2/tickets/1' };
  for (let n = 0; n < 28; n += 1) one.governorFor(ACCOUNT).holdMs(write);
  await one.told();

  const again = (await process(url, 'after the restart', clock)).governorFor(ACCOUNT);
  await again.catchUp();

  expect(again.holdMs(write)).toBe(600_000);
  expect(again.holdMs({ ...write, path: '/api/v2/tickets/2' })).toBe(0);
});

test('tells until when the replies of an account wait', async () => {
  const { clock, one, two } = await twoProcesses();

  one.governorFor(ACCOUNT).observe(READ, { status: 200, headers: limits(50, 40) });
  await one.told();
  expect(await two.limitedUntil('acme.zendesk.com')).toBeUndefined();

  one.governorFor(ACCOUNT).observe(READ, { status: 200, headers: limits(20, 40) });
  await one.told();
  expect(await two.limitedUntil('acme.zendesk.com')).toBe(clock() + 40_000);
});

test('two operating system processes share the thirty updates of a ticket', async () => {
  const url = await createTestDatabase();
  await openAgain(url);
  const zendesk = await fakeZendesk({
    'PUT /api/v2/tickets/1': { body: { ticket: ticketBody({ id: 1 }), audit: auditBody() } },
  });
  const script = fileURLToPath(new URL('./update-ticket.ts', import.meta.url));
  const child = spawn(globalThis.process.execPath, [script, url, zendesk.url, '20'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);

  const { governorFor } = await process(url, 'parent', Date.now);
  const client = createZendeskClient({
    baseUrl: zendesk.url,
    credentials: apiToken,
    timeoutMs: 2_000,
    governor: governorFor(zendesk.url),
  });
  for (let n = 0; n < 8; n += 1) await client.updateTicket('1', { turnId: `parent-${n}` });

  await expect(client.updateTicket('1', { turnId: 'one more' })).rejects.toMatchObject({
    code: 'held_back',
    fate: 'not_sent',
  });
  expect(zendesk.seen).toHaveLength(28);
});
