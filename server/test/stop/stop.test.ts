import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { endInTime } from '../../src/end-in-time.ts';
import { createLogger } from '../../src/logger.ts';
import { startService } from '../../src/service.ts';
import { createTestDatabase } from '../support/test-database.ts';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const SIGNING_SECRET = 's3cret-of-the-shop-that-hangs';

type Line = Record<string, unknown> & { msg: string };

function recordingLogger() {
  const lines: Line[] = [];
  const write = (line: string) => void lines.push(JSON.parse(line) as Line);
  return { lines, logger: createLogger({ level: 'info', destination: { write } }) };
}

/** A Zendesk that takes every connection and never answers. */
async function hangingZendesk() {
  let calls = 0;
  const server = createServer((socket) => {
    calls += 1;
    socket.on('error', () => undefined).resume();
    onTestFinished(() => void socket.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    isCalled: () => calls > 0,
  };
}

const env = (databaseUrl: string) => ({
  ...{ MASTER_KEY: Buffer.alloc(32, 5).toString('base64'), DATABASE_URL: databaseUrl },
  ...{ PORT: '0', DEBOUNCE_MS: '0', MAX_WAIT_MS: '0' },
});

/** Delivers the news of a public comment, signed as Zendesk does. */
async function deliver(serverUrl: string): Promise<void> {
  const body = JSON.stringify({
    ...{ v: 1, event: 'public_comment', ticket_id: '35' },
    ...{ comment_id: '1035', comment_author_id: '77', actor_id: '77' },
  });
  const at = `${new Date().toISOString().slice(0, 19)}Z`;
  const signature = createHmac('sha256', SIGNING_SECRET).update(at + body);
  const response = await fetch(`${serverUrl}/zendesk_webhook/acme`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-zendesk-webhook-signature-timestamp': at,
      'x-zendesk-webhook-signature': signature.digest('base64'),
    },
  });
  expect(response.status).toBe(200);
}

const shopAt = (zendeskUrl: string) => ({
  ...{ slug: 'acme', zendeskUrl, signingSecrets: [SIGNING_SECRET] },
  credentials: { kind: 'api-token', email: 'a@b.example', token: 'x' } as const,
  answerMode: 'reply' as const,
});

/** The server in a process of its own, in the midst of a turn that hangs. */
async function processWithHangingTurn(more: Record<string, string> = {}) {
  const databaseUrl = await createTestDatabase();
  const zendesk = await hangingZendesk();
  const beside = await startService(parseConfig({ ...env(databaseUrl), WORKERS: '0' }), {
    logger: pino({ level: 'silent' }),
  });
  await beside.tenants.save(shopAt(zendesk.url));
  await beside.stop();

  const child = spawn(process.execPath, [MAIN], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env(databaseUrl), ...more },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const exit = once(child, 'exit');
  const lines: Line[] = [];
  const started = new Promise<string>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (text) => {
      const line = JSON.parse(text) as Line;
      lines.push(line);
      if (line.msg === 'service started') resolve(line['url'] as string);
    });
  });
  await deliver(await started);
  await expect.poll(zendesk.isCalled, { timeout: 10_000 }).toBe(true);
  return { child, exit, lines };
}

test('ends in order, and goes on after what fails', async () => {
  const { lines, logger } = recordingLogger();
  const ended: string[] = [];
  const end = (name: string) => () => Promise.resolve(ended.push(name));

  await endInTime(
    [{ requests: end('requests'), turns: () => Promise.reject(new Error('x')) }, { db: end('db') }],
    { logger, withinMs: 5_000 },
  );

  expect(ended).toEqual(['requests', 'db']);
  expect(lines).toMatchObject([{ level: 40, what: 'turns' }]);
});

test('stops in time while a turn hangs, and names what did not end', async () => {
  const zendesk = await hangingZendesk();
  const { lines, logger } = recordingLogger();
  const config = parseConfig({ ...env(await createTestDatabase()), REQUEST_TIMEOUT_MS: '1500' });
  const service = await startService(config, { logger, stopWithinMs: 300 });
  await service.tenants.save(shopAt(zendesk.url));
  await deliver(service.url);
  await expect.poll(zendesk.isCalled, { timeout: 10_000 }).toBe(true);

  const from = performance.now();
  await service.stop();

  expect(performance.now() - from).toBeLessThan(1_000);
  expect(lines.at(-1)).toMatchObject({
    ...{ level: 40, withinMs: 300, msg: expect.stringContaining('not everything ended in time') },
    left: expect.arrayContaining(['turns', 'claims', 'database']),
  });
  // The turn gives up by itself, and the rest ends after it.
  const isClosed = () =>
    service.tenants.list().then(
      () => false,
      ({ code }: { code: string }) => code === 'database_misused',
    );
  await expect.poll(isClosed, { timeout: 10_000 }).toBe(true);
});

test('ends at once at a second signal, and takes one that npm passes on for the same', async () => {
  const { child, exit, lines } = await processWithHangingTurn();

  child.kill('SIGTERM');
  child.kill('SIGINT');
  await pause(1_200);
  expect(child.exitCode).toBeNull();
  child.kill('SIGTERM');

  expect(await exit).toEqual([143, null]);
  expect(lines.slice(-2)).toMatchObject([
    { msg: 'stopping' },
    { msg: 'ended at once by a second signal', signal: 'SIGTERM' },
  ]);
});

test('waits for a turn that ends, says how long a stop took, and ends with 0', async () => {
  const { child, exit, lines } = await processWithHangingTurn({ REQUEST_TIMEOUT_MS: '500' });

  child.kill('SIGTERM');

  expect(await exit).toEqual([0, null]);
  expect(lines.filter(({ msg }) => msg.startsWith('not everything'))).toEqual([]);
  expect(lines.at(-1)).toMatchObject({ msg: 'stopped', ms: expect.any(Number) });
});
