import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { connect, freshWorld, WEBHOOK } from './set-up.ts';

const world = freshWorld();

const STATIC_TEST_SECRET = 'dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==';

function create(changes: Record<string, unknown> = {}) {
  const webhook = { ...WEBHOOK, endpoint: world.receiver.url, ...changes };
  return world.zendesk.call('POST', '/webhooks', { webhook });
}

test('creates a webhook with 201, a ULID and string user ids', async () => {
  const { status, body } = await create();

  expect(status).toBe(201);
  expect(body.webhook.id).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  expect(body.webhook.created_by).toBe(String(world.acme.users.assistant.id));
  expect(body.webhook).not.toHaveProperty('signing_secret');
});

test('shows the signing secret in the webhook itself only by switch', async () => {
  const { acme, zendesk } = world;
  const { webhookId, secret } = await connect(world);
  acme.switches.webhookShowsSigningSecret = true;

  const { webhook } = await zendesk.get(`/webhooks/${webhookId}`);

  expect(webhook.signing_secret).toEqual({ algorithm: 'SHA256', secret });
});

test.each([
  ['name', undefined],
  ['endpoint', 'http://example.com/hook'],
  ['endpoint', 'no url'],
  ['http_method', 'BREW'],
  ['request_format', 'yaml'],
  ['status', 'on'],
  ['authentication', { type: 'magic' }],
])('refuses a webhook whose %s is %j, in the errors[] envelope', async (key, value) => {
  const answer = await create({ [key]: value });

  expect(answer.status).toBe(400);
  expect(answer.body.errors[0].detail).toContain(key.split('_')[0]);
});

test('changes a webhook with 204 and no body: PUT replaces, PATCH changes what is given', async () => {
  const { zendesk, receiver } = world;
  const authentication = {
    type: 'basic_auth',
    add_position: 'header',
    data: { username: 'zd', password: 's3cret' },
  };
  const { body } = await create({ description: 'Mine', authentication });
  const path = `/webhooks/${body.webhook.id}`;

  const patched = await zendesk.call('PATCH', path, { webhook: { name: 'Renamed' } });
  const afterPatch = (await zendesk.get(path)).webhook;
  const put = await zendesk.call('PUT', path, { webhook: { ...WEBHOOK, endpoint: receiver.url } });
  const afterPut = (await zendesk.get(path)).webhook;

  expect([patched, put]).toMatchObject([
    { status: 204, body: '' },
    { status: 204, body: '' },
  ]);
  expect(afterPatch).toMatchObject({
    name: 'Renamed',
    description: 'Mine',
    authentication: { type: 'basic_auth', data: { username: 'zd' } },
  });
  expect(afterPatch.authentication.data).not.toHaveProperty('password');
  expect(afterPut).toMatchObject({ name: WEBHOOK.name, description: null });
  expect(afterPut).not.toHaveProperty('authentication');
});

test('keeps the connection of a webhook for life', async () => {
  const { zendesk } = world;
  const { webhookId } = await connect(world);

  const answer = await zendesk.call('PATCH', `/webhooks/${webhookId}`, {
    webhook: { subscriptions: ['zen:event-type:ticket.comment_added'] },
  });

  expect(answer.status).toBe(400);
});

test('refuses to delete a webhook that a trigger uses, unless switched', async () => {
  const { acme, zendesk } = world;
  const { webhookId } = await connect(world);

  expect((await zendesk.call('DELETE', `/webhooks/${webhookId}`)).status).toBe(400);
  acme.switches.deleteReferencedWebhook = 'allowed';
  expect((await zendesk.call('DELETE', `/webhooks/${webhookId}`)).status).toBe(204);
  expect(await zendesk.call('GET', `/webhooks/${webhookId}`)).toMatchObject({
    status: 404,
    body: { errors: [{ code: 'WebhookNotFound' }] },
  });
});

test('makes the old signing secret invalid at once when it is reset', async () => {
  const { acme, sandbox, zendesk, receiver } = world;
  const { webhookId, secret: old } = await connect(world);

  const reset = await zendesk.call('POST', `/webhooks/${webhookId}/signing_secret`);
  acme.comment(1, { by: 'alice', text: 'Hello?' });
  await sandbox.settle();

  expect(reset.status).toBe(201);
  const secret = reset.body.signing_secret.secret;
  expect(secret).not.toBe(old);
  expect(receiver.received[0]!.headers['x-zendesk-webhook-signature']).toBe(
    signature(secret, receiver.received[0]!),
  );
});

test('signs a test without a webhook with the public secret, later with its own', async () => {
  const { zendesk, receiver } = world;
  receiver.answers.push({ status: 201, body: '{"ok":true}' });
  const request = {
    endpoint: receiver.url,
    http_method: 'POST',
    request_format: 'json',
    payload: '{"ticket_id":"35436"}',
  };

  const { response } = await zendesk.post('/webhooks/test', { request });
  const { webhookId, secret } = await connect(world);
  await zendesk.post(`/webhooks/test?webhook_id=${webhookId}`, { request: { payload: '{}' } });

  expect(response).toMatchObject({ status: 201, payload: '{"ok":true}' });
  const [before, after] = receiver.received;
  expect(before!.body).toBe('{"ticket_id":"35436"}');
  expect(before!.headers['x-zendesk-webhook-signature']).toBe(
    signature(STATIC_TEST_SECRET, before!),
  );
  expect(after!.headers['x-zendesk-webhook-signature']).toBe(signature(secret, after!));
});

test.each([
  [
    { type: 'basic_auth', data: { username: 'zd', password: 'p' } },
    'authorization',
    'Basic emQ6cA==',
  ],
  [{ type: 'bearer_token', data: { token: 'abc' } }, 'authorization', 'Bearer abc'],
  [{ type: 'api_key', data: { name: 'X-Api-Key', value: 'k' } }, 'x-api-key', 'k'],
])('sends the configured authentication %j', async (authentication, header, value) => {
  const { acme, sandbox, receiver } = world;
  await connect(world, {
    webhook: {
      authentication: { add_position: 'header', ...authentication },
      custom_headers: { 'x-assistant-tenant': 'acme' },
    },
  });

  acme.comment(1, { by: 'alice', text: 'Hello?' });
  await sandbox.settle();

  expect(receiver.received[0]!.headers).toMatchObject({
    [header]: value,
    'x-assistant-tenant': 'acme',
  });
});

test('signs a GET webhook over the timestamp alone', async () => {
  const { acme, sandbox, zendesk, receiver } = world;
  const { body } = await create({ http_method: 'GET' });
  await zendesk.post('/triggers', {
    trigger: {
      title: 'Get',
      conditions: { all: [{ field: 'comment_is_public', operator: 'is', value: 'true' }], any: [] },
      actions: [
        { field: 'notification_webhook', value: [body.webhook.id, [['id', '{{ticket.id}}']]] },
      ],
    },
  });
  const { signing_secret: secret } = await zendesk.get(
    `/webhooks/${body.webhook.id}/signing_secret`,
  );

  acme.comment(1, { by: 'alice', text: 'Hello?' });
  await sandbox.settle();

  const [got] = receiver.received;
  expect(got).toMatchObject({ method: 'GET', path: '/zendesk_webhook/acme?id=1', body: '' });
  expect(got!.headers['x-zendesk-webhook-signature']).toBe(signature(secret.secret, got!));
});

test('allows a trial account ten webhooks', async () => {
  const { acme } = world;
  acme.switches.trial = true;
  for (let count = 0; count < 10; count += 1) expect((await create()).status).toBe(201);

  expect(await create()).toMatchObject({
    status: 403,
    body: { errors: [{ code: 'WebhookLimitExceeded', title: 'Webhook Limit Exceeded' }] },
  });
});

test('logs invocations and their attempts, with request and response', async () => {
  const { acme, sandbox, zendesk, receiver } = world;
  const { webhookId } = await connect(world);
  receiver.answers.push({ status: 400, body: 'bad' });
  acme.comment(1, { by: 'alice', text: 'One' });
  await sandbox.settle();
  acme.comment(1, { by: 'alice', text: 'Two' });
  await sandbox.settle();

  const { invocations } = await zendesk.get(`/webhooks/${webhookId}/invocations`);
  const failed = await zendesk.get(
    `/webhooks/${webhookId}/invocations?filter[status]=client error`,
  );
  const { attempts } = await zendesk.get(
    `/webhooks/${webhookId}/invocations/${failed.invocations[0].id}/attempts`,
  );

  expect(invocations.map(({ status }: { status: string }) => status)).toEqual([
    'client error',
    'success',
  ]);
  expect(attempts).toMatchObject([
    { status: 'client error', status_code: 400, response: { payload: 'bad' } },
  ]);
  expect(attempts[0].request.payload).toBe('{"ticket_id":"1"}');
});

function signature(
  secret: string,
  { headers, body }: { headers: Record<string, string>; body: string },
) {
  const timestamp = headers['x-zendesk-webhook-signature-timestamp'] ?? '';
  return createHmac('sha256', secret)
    .update(timestamp + body)
    .digest('base64');
}

test('lists webhooks by name or status, from either end', async () => {
  await create({ name: 'b', status: 'inactive' });
  await create({ name: 'a' });
  const names = async (sort: string) =>
    (await world.zendesk.get(`/webhooks?sort=${sort}`)).webhooks.map(
      ({ name }: { name: string }) => name,
    );

  expect(await names('name')).toEqual(['a', 'b']);
  expect(await names('-name')).toEqual(['b', 'a']);
  expect(await names('-status')).toEqual(['b', 'a']);
});

test('clones a webhook with a secret of its own', async () => {
  const { zendesk } = world;
  const { body } = await create({ name: 'Original' });
  const secretOf = async (id: string) =>
    (await zendesk.get(`/webhooks/${id}/signing_secret`)).signing_secret.secret as string;

  const clone = await zendesk.call('POST', `/webhooks?clone_webhook_id=${body.webhook.id}`);

  expect(clone).toMatchObject({ status: 201, body: { webhook: { name: 'Original' } } });
  expect(await secretOf(clone.body.webhook.id)).not.toBe(await secretOf(body.webhook.id));
});
