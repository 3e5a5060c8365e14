import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { proveRoundTrip } from '@smart-assistant/shared/setup/round-trip.ts';
import type { ZendeskCall } from '@smart-assistant/shared/setup/zendesk-call.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startStack } from '../../stack.ts';
import type { Stack } from '../../stack.ts';
import { underTest } from './account-under-test.ts';
import type { AccountUnderTest } from './account-under-test.ts';

let stack: Stack;
let it: AccountUnderTest;
let webhookId: string;

beforeAll(async () => {
  stack = await startStack();
  it = underTest(stack.account);
  const { webhooks } = await it.api('GET', '/webhooks');
  webhookId = webhooks[0].id;
});

afterAll(() => stack.stop());

const prove = (more: Partial<Parameters<typeof proveRoundTrip>[1]> = {}, call = it.call) =>
  proveRoundTrip(call, { webhookId, nonce: 'n-1', ...more });

/** A webhook to that address. */
async function webhookTo(endpoint: string): Promise<string> {
  const { webhook } = await it.api('POST', '/webhooks', {
    webhook: {
      ...{ name: 'Elsewhere', endpoint, http_method: 'POST', request_format: 'json' },
      ...{ status: 'active', subscriptions: ['conditional_ticket_events'] },
    },
  });
  return webhook.id as string;
}

test('is proven when a really signed delivery arrives and verifies', async () => {
  expect(await prove()).toMatchObject({ kind: 'proven' });
});

test('tells that the server does not know the secret of a webhook', async () => {
  const other = await webhookTo(`${stack.service.url}/zendesk_webhook/${stack.slug}`);

  expect(await prove({ webhookId: other })).toEqual({ kind: 'secret_unknown' });
});

test('tells that nobody is there', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  const other = await webhookTo(`http://127.0.0.1:${port}/zendesk_webhook/acme`);

  expect(await prove({ webhookId: other })).toMatchObject({ kind: 'not_reached' });
});

test('tells that somebody else answers', async () => {
  const server = createServer((_req, res) => res.end('Welcome to nginx')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  const answered = await prove({ webhookId: await webhookTo(`http://127.0.0.1:${port}/`) });
  const unknown = await prove({
    webhookId: await webhookTo(`${stack.service.url}/zendesk_webhook/nobody`),
  });
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));

  expect(answered).toEqual({ kind: 'wrong_answer', status: 200 });
  expect(unknown).toEqual({ kind: 'wrong_answer', status: 404 });
});

test('tells who may not test, what is gone, and that Zendesk does not answer', async () => {
  const silent: ZendeskCall = () => Promise.reject(new Error('no network'));

  expect(await prove({}, it.callAs('bob'))).toMatchObject({ kind: 'refused', reason: 'forbidden' });
  expect(await prove({ webhookId: 'gone' })).toMatchObject({ kind: 'refused', reason: 'missing' });
  expect(await prove({}, silent)).toMatchObject({ kind: 'refused', reason: 'failed', status: 0 });
});
