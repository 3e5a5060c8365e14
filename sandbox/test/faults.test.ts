import { expect, test } from 'vitest';
import { sign } from '../src/delivery/sign.ts';
import { client, send } from './client.ts';
import type { Received } from './receiver.ts';
import { connect, freshWorld } from './set-up.ts';

const world = freshWorld();

const write = { ticket: { comment: { body: 'Posted', public: true } } };
const posted = () =>
  world.acme.comments(1).filter((comment) => comment['body'] === 'Posted').length;

test('drops the connection before a write is handled, or after it', async () => {
  const { acme, zendesk } = world;
  acme.faults.next({ kind: 'drop-before', match: { method: 'PUT' } });
  acme.faults.next({ kind: 'drop-after', match: { method: 'PUT', path: /\/tickets\/1$/ } });

  await expect(zendesk.call('PUT', '/tickets/1', write)).rejects.toMatchObject({
    name: 'TypeError',
  });
  expect(posted()).toBe(0);
  await expect(zendesk.call('PUT', '/tickets/1', write)).rejects.toMatchObject({
    name: 'TypeError',
  });

  expect(posted()).toBe(1);
});

test('answers 500 although the write was handled', async () => {
  const { acme, zendesk } = world;
  acme.faults.next({ kind: '500-after', match: { method: 'PUT' } });

  const answer = await zendesk.call('PUT', '/tickets/1', write);

  expect(answer).toMatchObject({ status: 500, body: '' });
  expect(posted()).toBe(1);
});

test.each([
  ['429', 429, { error: 'APIRateLimitExceeded' }],
  ['500', 500, { error: 'InternalError' }],
  ['409', 409, { error: 'DatabaseConflict' }],
  ['401', 401, { error: 'invalid_token' }],
] as const)('answers with the fault %s as often as it was armed', async (kind, status, body) => {
  const { acme, zendesk } = world;
  acme.faults.next({ kind, times: 2, match: { path: /tickets/ } });

  expect(await zendesk.call('GET', '/tickets/1')).toMatchObject({ status, body });
  expect((await zendesk.call('GET', '/users/me')).status).toBe(200);
  expect((await zendesk.call('GET', '/tickets/1')).status).toBe(status);
  expect((await zendesk.call('GET', '/tickets/1')).status).toBe(200);
});

test('answers 502 as HTML, 503 empty with Retry-After, and a body cut short', async () => {
  const { acme, zendesk } = world;
  acme.faults.next({ kind: '502-html' });
  acme.faults.next({ kind: '503', retryAfter: 7 });
  acme.faults.next({ kind: 'garbled' });

  const html = await zendesk.call('GET', '/tickets/1');
  const unavailable = await zendesk.call('GET', '/tickets/1');
  const garbled = await zendesk.call('GET', '/tickets/1');

  expect(html).toMatchObject({ status: 502, body: expect.stringContaining('<h1>') });
  expect(unavailable).toMatchObject({ status: 503, body: '' });
  expect(unavailable.headers.get('retry-after')).toBe('7');
  expect(garbled).toMatchObject({ status: 200, body: '{"ticket":{"id":' });
});

test('keeps a request waiting, for a time or for ever', async () => {
  const { acme } = world;
  const token = (await client(acme)).get('/users/me');
  await token;
  acme.faults.next({ kind: 'slow', delayMs: 30 });
  acme.faults.next({ kind: 'hang' });
  const get = (timeoutMs: number) =>
    fetch(`${acme.url}/api/v2/users/me`, { signal: AbortSignal.timeout(timeoutMs) });

  expect((await get(5000)).status).toBe(200);

  await expect(get(100)).rejects.toMatchObject({ name: 'TimeoutError' });
});

test('hits the token endpoint too', async () => {
  const { acme } = world;
  acme.faults.next({ kind: '500', match: { path: /oauth/ } });

  const answer = await send(`${acme.url}/oauth/tokens`, 'POST', { body: {} });

  expect(answer.status).toBe(500);
});

test('notes every call with its user and status, 0 when the connection was cut', async () => {
  const { acme, zendesk } = world;
  acme.clearCalls();
  acme.faults.next({ kind: 'drop-after', match: { path: /users/ } });

  await zendesk.get('/tickets/1.json?include=users');
  await expect(zendesk.get('/users/me')).rejects.toMatchObject({ name: 'TypeError' });

  const userId = acme.users.assistant.id;
  expect(acme.calls).toMatchObject([
    { method: 'GET', path: '/api/v2/tickets/1.json', status: 200, userId },
    { method: 'GET', path: '/api/v2/users/me', status: 0, userId },
  ]);
});

test('stamps deliveries with a clock that is off', async () => {
  const { acme, receiver, sandbox } = world;
  const { secret } = await connect(world);
  acme.faults.delivery.clockSkewMs = -3_600_000;

  acme.comment(1, { by: 'alice', text: 'Hello?' });
  await sandbox.settle();

  const [{ headers, body }] = receiver.received as [Received];
  const stamp = headers['x-zendesk-webhook-signature-timestamp']!;
  const ageMs = Date.now() - Date.parse(stamp);
  expect(Math.round(ageMs / 60_000)).toBe(60);
  expect(headers['x-zendesk-webhook-signature']).toBe(sign(secret, stamp, body));
});
