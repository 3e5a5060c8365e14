import { createHmac } from 'node:crypto';
import type { Frame } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startEchoServer } from './echo-server.ts';
import type { Echo } from './echo-server.ts';
import { browserWorld, openProbe } from './open-workspace.ts';

const world = browserWorld();
let backend: Awaited<ReturnType<typeof startEchoServer>>;

beforeEach(async () => {
  backend = await startEchoServer();
});
afterEach(() => backend.stop());

interface Failure {
  status: number;
  statusText: string;
  responseText: string;
  responseJSON?: { error: unknown };
}

const request = <T>(app: Frame, options: object) =>
  app.evaluate<T>(`client.request(${JSON.stringify(options)})`);

const failure = (app: Frame, options: object) =>
  app.evaluate<Failure>(
    `client.request(${JSON.stringify(options)}).then(() => { throw new Error('The request succeeded') }, (failed) => failed)`,
  );

test("calls the account's API as the signed-in agent, with the right to write", async () => {
  const { app } = await openProbe(world);

  const me = await request<{ user: { id: number } }>(app, { url: '/api/v2/users/me.json' });
  await request(app, {
    url: '/api/v2/tickets/1/tags.json',
    type: 'PUT',
    contentType: 'application/json',
    data: JSON.stringify({ tags: ['from_the_app'] }),
  });

  expect(me.user.id).toBe(world.acme.users.bob.id);
  expect(world.acme.ticket(1)['tags']).toContain('from_the_app');
});

test('rejects with what the account answered', async () => {
  const { app } = await openProbe(world);

  const missing = await failure(app, { url: '/api/v2/tickets/99999.json' });

  expect(missing).toMatchObject({
    status: 404,
    statusText: 'Not Found',
    responseJSON: { error: 'RecordNotFound' },
  });
});

test('repeats a rate-limited call by itself, unless told not to', async () => {
  const { app } = await openProbe(world);
  const url = '/api/v2/users/me.json';
  const limited = { match: { path: /users\/me/ }, kind: '429', retryAfter: 1 } as const;

  world.acme.faults.next(limited);
  const repeated = await request<{ user: { id: number } }>(app, { url });
  world.acme.faults.next(limited);
  const refused = await failure(app, { url, autoRetry: false });

  expect(repeated.user.id).toBe(world.acme.users.bob.id);
  expect(refused.status).toBe(429);
});

test('reaches other hosts through the proxy, and tells their answers apart', async () => {
  const { app } = await openProbe(world);

  const echo = await request<Echo>(app, {
    url: `${backend.url}/a?b=c`,
    type: 'POST',
    contentType: 'application/json',
    headers: { 'X-Shop': 'acme', dropped_header: '1' },
    data: '{"x":1}',
  });
  const missing = await failure(app, { url: `${backend.url}/missing` });
  const dead = await failure(app, { url: 'http://127.0.0.1:9/', timeout: 2000 });

  expect(echo).toMatchObject({ method: 'POST', path: '/a?b=c', body: '{"x":1}' });
  expect(echo.headers).toMatchObject({ 'content-type': 'application/json', 'x-shop': 'acme' });
  expect(echo.headers).not.toHaveProperty('dropped_header');
  // The browser itself would have named its origin.
  expect(echo.headers).not.toHaveProperty('origin');
  expect([missing.status, dead.status]).toEqual([404, 0]);
});

test('reaches other hosts from the browser with cors', async () => {
  const { page, app } = await openProbe(world);

  const echo = await request<Echo>(app, { url: `${backend.url}/direct`, cors: true });

  expect(echo.headers['origin']).toBe(new URL(page.url()).origin);
});

test('answers the whole response when asked for it', async () => {
  const { app } = await openProbe(world);

  const whole = await request<{ status: number; responseJSON: Echo; responseHeaders: string }>(
    app,
    {
      url: `${backend.url}/whole`,
      httpCompleteResponse: true,
    },
  );

  expect(whole).toMatchObject({ status: 200, responseJSON: { path: '/whole' } });
  expect(whole.responseHeaders).toContain('content-type: application/json');
});

test('signs a token with a secure setting that the browser never sees', async () => {
  const { app } = await openProbe(world);

  const echo = await request<Echo>(app, {
    url: `${backend.url}/signed`,
    secure: true,
    headers: { Authorization: 'Bearer {{jwt.token}}', 'X-Greeting': '{{setting.greeting}}' },
    jwt: {
      algorithm: 'HS256',
      secret_key: '{{setting.shared_secret}}',
      expiry: 60,
      claims: { iss: 'acme' },
    },
  });

  const [head, claims, signature] = (echo.headers['authorization'] ?? '').slice(7).split('.');
  const expected = createHmac('sha256', 's3cr3t-of-the-probe').update(`${head}.${claims}`);
  expect(signature).toBe(expected.digest('base64url'));
  expect(JSON.parse(Buffer.from(claims ?? '', 'base64url').toString())).toMatchObject({
    iss: 'acme',
    exp: expect.any(Number),
  });
  // A setting that is not secure stays as it was written.
  expect(echo.headers['x-greeting']).toBe('{{setting.greeting}}');
});

test('refuses a secure request to a host that the manifest does not name', async () => {
  const { app } = await openProbe(world);

  const refused = await failure(app, {
    url: backend.url.replace('127.0.0.1', 'localhost') + '/elsewhere',
    secure: true,
    headers: { 'X-Secret': '{{setting.shared_secret}}' },
  });

  // `localhost` on another port is another host than the account's.
  expect(refused.status).toBe(400);
  expect(refused.responseText).toContain('domainWhitelist');
});

test('lets only agents use the proxy', async () => {
  const answer = await fetch(`${world.acme.url}/sandbox/proxy`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ appId: 1, url: backend.url }),
  });

  expect(answer.status).toBe(403);
});
