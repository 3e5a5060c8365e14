import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { startSandbox } from '../src/sandbox.ts';
import { client } from './client.ts';
import { startReceiver } from './receiver.ts';
import { connect } from './set-up.ts';

const MAIN = new URL('../src/main.ts', import.meta.url).pathname;

function run(...args: string[]) {
  return spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
}

async function fail(...args: string[]) {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  const closed = once(child, 'close') as Promise<[number]>;
  const errors = await textOf(child.stderr);
  const [code] = await closed;
  return { errors, code };
}

test('tells how to start it', async () => {
  const child = run('--help');
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));

  const [code] = await once(child, 'close');

  expect(code).toBe(0);
  expect(text).toContain('--acme-port');
});

test.each(['--acme-port', '--fresh-port'])('says that the port of %s is in use', async (option) => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;

  const ending = await fail('--acme-port', '0', '--fresh-port', '0', option, String(port));

  other.close();
  expect(ending).toEqual({
    errors: `Port ${port} is in use: stop what listens there, or choose another with --acme-port or --fresh-port.\n`,
    code: 1,
  });
});

test.each([
  [['--wrong'], "Unknown option '--wrong'; --help shows those there are.\n"],
  [['wrong'], "Unexpected argument 'wrong'; --help shows those there are.\n"],
  [['--acme-port', 'http'], '--acme-port takes a number from 0, any free port, to 65535.\n'],
  [['--fresh-port', '65536'], '--fresh-port takes a number from 0, any free port, to 65535.\n'],
])('says in one sentence what is wrong with %j', async (args, errors) => {
  expect(await fail(...args)).toEqual({ errors, code: 1 });
});

test('runs two accounts on its own until it is told to stop', async () => {
  const child = run('--acme-port', '0', '--fresh-port', '0');
  let text = '';
  for await (const chunk of child.stdout.setEncoding('utf8')) {
    text += String(chunk);
    if (text.split('\n').length > 2) break;
  }
  const [acme, fresh] = [...text.matchAll(/http:\/\/localhost:\d+/g)].map(String);

  for (const url of [acme, fresh]) {
    const response = await fetch(`${url}/sandbox.json`, { signal: AbortSignal.timeout(5000) });
    expect(response.status).toBe(200);
  }
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
});

test('tells where zcli finds its certificate, and leaves nothing of it behind', async () => {
  const child = run('--acme-port', '0', '--fresh-port', '0', '--https');
  let text = '';
  for await (const chunk of child.stdout.setEncoding('utf8')) {
    text += String(chunk);
    if (text.includes('.pem\n')) break;
  }
  const file = /NODE_EXTRA_CA_CERTS=(\S+)/.exec(text)?.[1] ?? '';
  const certificate = readFileSync(file, 'utf8');

  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');

  expect(certificate).toContain('BEGIN CERTIFICATE');
  expect([code, existsSync(dirname(file))]).toEqual([0, false]);
});

test('stops although a request hangs, a delivery is under way and a page listens', async () => {
  const sandbox = await startSandbox();
  const acme = sandbox.account('acme');
  const receiver = await startReceiver();
  const zendesk = await client(acme);
  await connect({ sandbox, acme, zendesk, receiver });
  receiver.answers.push(null);
  acme.comment(1, { by: 'alice', text: 'Hello?' });
  acme.faults.next({ kind: 'hang' });
  const hanging = expect(zendesk.get('/tickets/1')).rejects.toMatchObject({ name: 'TypeError' });
  const listening = await fetch(`${acme.url}/sandbox/events`);

  await sandbox.stop();

  await hanging;
  await expect(listening.text()).rejects.toMatchObject({ name: 'TypeError' });
  await expect(fetch(acme.url)).rejects.toMatchObject({ name: 'TypeError' });
  await receiver.stop();
});

test('waits in settle() for the retries that come by themselves on the system clock', async () => {
  const sandbox = await startSandbox();
  const acme = sandbox.account('acme');
  const receiver = await startReceiver();
  await connect({ sandbox, acme, zendesk: await client(acme), receiver });
  acme.switches.retryDelaysMs = [20];
  receiver.answers.push({ status: 409 }, { status: 409 });

  acme.comment(1, { by: 'alice', text: 'Hello?' });
  await sandbox.settle();

  expect(receiver.received).toHaveLength(3);
  expect(acme.deliveries.at(-1)).toMatchObject({ status: 'success' });
  await sandbox.stop();
  await receiver.stop();
});
