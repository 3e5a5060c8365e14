import { expect, test } from 'vitest';
import { apiToken, clientWith, send } from './client.ts';
import { freshWorld } from './set-up.ts';

const world = freshWorld({ clock: 'virtual' });

const priority = (turn: number) => ({ ticket: { priority: turn % 2 ? 'high' : 'low' } });

test('shows what is left of the plan in both header families', async () => {
  const { headers } = await world.zendesk.call('GET', '/tickets/1');

  expect(Object.fromEntries(headers)).toMatchObject({
    'x-rate-limit': '700',
    'ratelimit-limit': '700',
    'x-rate-limit-remaining': '699',
    'ratelimit-remaining': '699',
    'ratelimit-reset': '60',
  });
});

test('answers 429 with Retry-After beyond the plan, until the minute is over', async () => {
  const { acme, sandbox, zendesk } = world;
  acme.switches.limits.planPerMinute = 2;
  await zendesk.call('GET', '/tickets/1');
  await zendesk.call('GET', '/tickets/1');

  const refused = await zendesk.call('GET', '/tickets/1');
  const helpCenter = await zendesk.call('GET', '/help_center/articles');
  await sandbox.advance('1 min');

  expect(refused).toMatchObject({ status: 429, body: { error: 'APIRateLimitExceeded' } });
  expect(Number(refused.headers.get('retry-after'))).toBe(60);
  expect(helpCenter.status).toBe(200);
  expect((await zendesk.call('GET', '/tickets/1')).status).toBe(200);
});

test('refuses the 31st update of a ticket by one user in ten minutes, with much of the plan left', async () => {
  const { acme, sandbox, zendesk } = world;
  for (let turn = 0; turn < 30; turn += 1) await zendesk.put('/tickets/1', priority(turn));

  const refused = await zendesk.call('PUT', '/tickets/1', priority(30));
  const other = clientWith(acme, apiToken(acme, acme.users.bob.email));

  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('x-rate-limit-remaining'))).toBeGreaterThan(600);
  expect((await zendesk.call('PUT', '/tickets/2', priority(0))).status).toBe(200);
  expect((await other.call('PUT', '/tickets/1', priority(30))).status).toBe(200);
  await sandbox.advance('10 min');
  expect((await zendesk.call('PUT', '/tickets/1', priority(30))).status).toBe(200);
});

test.each([
  [false, 100],
  [true, 20],
])('allows an account (trial: %s) %i ticket updates a minute', async (trial, allowed) => {
  const { acme, zendesk } = world;
  acme.switches.trial = trial;
  acme.switches.limits.updatesPerTicket = 1000;
  for (let turn = 0; turn < allowed; turn += 1) await zendesk.put('/tickets/1', priority(turn));

  const refused = await zendesk.call('PUT', '/tickets/1', priority(allowed));

  expect(refused.status).toBe(429);
  expect(refused.headers.get('zendesk-ratelimit-tickets-update')).toBe(
    `total=${allowed}; remaining=0; resets=60`,
  );
});

test('counts no browser session against the plan', async () => {
  const { acme } = world;
  acme.switches.limits.planPerMinute = 1;
  const signedIn = await send(`${acme.url}/sandbox/session`, 'POST', {
    body: { userId: acme.users.bob.id },
  });
  const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!;

  for (let count = 0; count < 3; count += 1) {
    expect((await clientWith(acme, { cookie }).call('GET', '/tickets/1')).status).toBe(200);
  }
});

test('words a 429 as JSON or as text, by switch', async () => {
  const { acme, zendesk } = world;
  acme.switches.limits.planPerMinute = 0;
  acme.switches.rateLimitBody = 'text';

  expect((await zendesk.call('GET', '/tickets/1')).body).toBe(
    'Number of allowed API requests per minute exceeded',
  );
});
