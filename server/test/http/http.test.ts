import { once } from 'node:events';
import { connect } from 'node:net';
import express, { Router } from 'express';
import { expect, onTestFinished, test } from 'vitest';
import { AppError } from '../../src/errors.ts';
import { createHttpApp, listen } from '../../src/http.ts';
import type { HttpAppOptions } from '../../src/http.ts';
import { createLogger } from '../../src/logger.ts';
import { createMetrics } from '../../src/metrics.ts';

interface Overrides extends Partial<HttpAppOptions> {
  routes?: (router: Router) => void;
}

async function startApp({ routes, ...overrides }: Overrides = {}) {
  const log: string[] = [];
  const router = Router();
  routes?.(router);
  const requestTimeoutMs = overrides.requestTimeoutMs ?? 5_000;
  const app = createHttpApp({
    routers: [router],
    logger: createLogger({ level: 'trace', destination: { write: (line) => log.push(line) } }),
    registry: createMetrics().registry,
    requestTimeoutMs,
    ready: async () => undefined,
    ...overrides,
  });
  const server = await listen(app, { host: '127.0.0.1', port: 0, requestTimeoutMs });
  onTestFinished(server.close);

  return {
    server,
    log: () => log.join(''),
    async get(path: string, headers: Record<string, string> = {}) {
      const response = await fetch(server.url + path, { headers });
      const text = await response.text();
      return { status: response.status, headers: response.headers, text };
    },
  };
}

test('answers every unknown path with the same 404', async () => {
  const { get } = await startApp();

  const answers = [await get('/'), await get('/admin'), await get('/zendesk_webhook/acme')];

  for (const { status, text } of answers) {
    expect(status).toBe(404);
    expect(JSON.parse(text)).toEqual({
      error: { code: 'not_found', message: 'There is nothing here' },
    });
  }
});

test('does not say what it is made of, and forbids what a browser should not do', async () => {
  const { headers } = await (await startApp()).get('/healthz');

  expect(headers.get('x-powered-by')).toBeNull();
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toContain("default-src 'self'");
});

test('is alive without its database, but not ready', async () => {
  const { get, log } = await startApp({ ready: () => Promise.reject(new Error('at db.internal')) });

  const [health, readiness] = [await get('/healthz'), await get('/readyz')];

  expect(health.status).toBe(200);
  expect(readiness.status).toBe(503);
  expect(readiness.text).not.toContain('db.internal');
  expect(log()).toContain('request failed');
});

test('is ready when its database answers', async () => {
  expect((await (await startApp()).get('/readyz')).status).toBe(200);
});

test('shows its metrics, without a token to everybody', async () => {
  const { status, headers, text } = await (await startApp()).get('/metrics');

  expect(status).toBe(200);
  expect(headers.get('content-type')).toContain('text/plain');
  expect(text).toContain('# TYPE smart_assistant_webhook_deliveries_total counter');
});

test('hides its metrics from who does not know the token', async () => {
  const { get } = await startApp({ metricsToken: 'a-token-of-some-length' });

  const statuses = [
    (await get('/metrics')).status,
    (await get('/metrics', { authorization: 'Bearer wrong' })).status,
    (await get('/metrics', { authorization: 'Bearer a-token-of-some-length' })).status,
  ];

  expect(statuses).toEqual([404, 404, 200]);
});

test('tells the outside nothing of an unexpected error', async () => {
  const { get, log } = await startApp({
    routes: (router) =>
      router.get('/broken', () => {
        throw new Error('the password is hunter2');
      }),
  });

  const { status, text } = await get('/broken');

  expect({ status, body: JSON.parse(text) as unknown }).toEqual({
    status: 500,
    body: {
      error: { code: 'internal_error', message: 'Something went wrong here; the log says what' },
    },
  });
  expect(log()).toContain('request failed');
});

test('maps an error of ours by its code, with Retry-After where trying again helps', async () => {
  const { get } = await startApp({
    routes: (router) =>
      router.get('/busy', () => {
        throw new AppError('storage_unavailable', 'The database does not answer');
      }),
  });

  const { status, headers, text } = await get('/busy');

  expect(status).toBe(503);
  expect(headers.get('retry-after')).toBe('5');
  expect(text).toContain('The database does not answer');
});

test("blames the client for a client's mistake", async () => {
  const { server, get } = await startApp({
    routes: (router) => router.post('/json', express.json({ limit: 10 })),
  });
  const post = (body: string) =>
    fetch(`${server.url}/json`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    });

  expect((await post('{')).status).toBe(400);
  expect((await post('{"a":"123456789"}')).status).toBe(413);
  expect((await get('/%ff')).status).toBeLessThan(500);
});

test('answers 503 for a handler that hangs', async () => {
  const { get } = await startApp({
    requestTimeoutMs: 200,
    routes: (router) => router.get('/hangs', () => undefined),
  });

  const { status, text } = await get('/hangs');

  expect(status).toBe(503);
  expect(text).toContain('timed_out');
});

test('says which port is taken, and the way out', async () => {
  const { server } = await startApp();
  const port = Number(new URL(server.url).port);

  const second = listen(express(), { host: '127.0.0.1', port, requestTimeoutMs: 1_000 });

  await expect(second).rejects.toMatchObject({
    code: 'port_unavailable',
    message: expect.stringContaining('set PORT or HOST'),
  });
});

test('lets an open request end before it closes', async () => {
  let entered!: () => void;
  const isInside = new Promise<void>((resolve) => (entered = resolve));
  let finish!: () => void;
  const { server, get } = await startApp({
    routes: (router) =>
      router.get('/slow', (_req, res) => {
        finish = () => void res.send('done');
        entered();
      }),
  });

  const answer = get('/slow');
  await isInside;
  const closing = server.close();
  finish();

  expect((await answer).text).toBe('done');
  await closing;
  await expect(get('/healthz')).rejects.toThrow();
});

test('hangs up on a client that never finishes its request', async () => {
  const { server } = await startApp({ requestTimeoutMs: 200 });
  const { port } = new URL(server.url);

  const socket = connect(Number(port), '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  socket.write('GET /healthz HTTP/1.1\r\nhost: ');
  const [answer] = (await once(socket, 'data')) as [Buffer];

  expect(answer.toString()).toMatch(/^HTTP\/1\.1 408 /);
});
