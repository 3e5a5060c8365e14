import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createHmac } from 'node:crypto';
import { startSandbox, type Sandbox } from '../src/sandbox.ts';
import type { SandboxAccount } from '../src/sandbox-account.ts';
import { client, type Client } from './client.ts';

let sandbox: Sandbox;
let acme: SandboxAccount;
let zendesk: Client;
let receiver: Server;
let received: Array<{ headers: Record<string, string>; body: string }>;
let endpoint: string;

beforeEach(async () => {
  sandbox = await startSandbox();
  acme = sandbox.account('acme');
  zendesk = await client(acme);
  received = [];
  receiver = createServer((req, res) => {
    let body = '';
    req.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    req.on('end', () => {
      received.push({ headers: req.headers as Record<string, string>, body });
      res.end('ok');
    });
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  endpoint = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/zendesk_webhook/acme`;
});

afterEach(async () => {
  await sandbox.stop();
  receiver.close();
});

async function connect(body: string) {
  const { webhook } = await zendesk.post('/webhooks', {
    webhook: {
      name: 'Smart Assistant',
      endpoint,
      http_method: 'POST',
      request_format: 'json',
      status: 'active',
      subscriptions: ['conditional_ticket_events'],
    },
  });
  await zendesk.post('/triggers', {
    trigger: {
      title: 'Notify Assistant on new comment',
      conditions: { all: [{ field: 'comment_is_public', operator: 'is', value: 'true' }], any: [] },
      actions: [{ field: 'notification_webhook', value: [webhook.id, body] }],
    },
  });
  const { signing_secret: secret } = await zendesk.get(`/webhooks/${webhook.id}/signing_secret`);
  return { webhook, secret: secret.secret as string };
}

test('delivers a signed webhook for a public comment of a customer', async () => {
  const { webhook, secret } = await connect(
    '{"ticket_id":"{{ticket.id}}","comment_id":"{{ticket.latest_public_comment.id}}"}',
  );

  const comment = acme.comment(1, { by: 'alice', text: 'Any news?' });
  await sandbox.settle();

  expect(received).toHaveLength(1);
  const { headers, body } = received[0]!;
  expect(JSON.parse(body)).toEqual({ ticket_id: '1', comment_id: String(comment['id']) });
  expect(headers['x-zendesk-webhook-id']).toBe(webhook.id);
  const expected = createHmac('sha256', secret)
    .update(headers['x-zendesk-webhook-signature-timestamp'] + body)
    .digest('base64');
  expect(headers['x-zendesk-webhook-signature']).toBe(expected);
  expect(acme.deliveries.at(-1)).toMatchObject({ status: 'success', response: { status: 200 } });
});

test('answers a ticket update with the ticket and its audit, in one run of the triggers', async () => {
  await connect('{"ticket_id":"{{ticket.id}}","actor":"{{current_user.id}}"}');
  const { ticket_field: field } = await zendesk.post('/ticket_fields', {
    ticket_field: { type: 'textarea', title: 'Smart Assistant state' },
  });
  const { ticket: before } = await zendesk.get('/tickets/1.json');

  const { ticket, audit } = await zendesk.put('/tickets/1', {
    ticket: {
      comment: { body: 'It arrives tomorrow.', public: true },
      status: 'pending',
      custom_fields: [{ id: field.id, value: 'state-1' }],
      metadata: { smart_assistant: { turn: 't1' } },
      safe_update: true,
      updated_stamp: before.updated_at,
    },
  });
  await sandbox.settle();

  expect(ticket.status).toBe('pending');
  expect(ticket.custom_fields).toContainEqual({ id: field.id, value: 'state-1' });
  expect(audit.metadata.custom).toEqual({ smart_assistant: { turn: 't1' } });
  const types = audit.events.map((event: { type: string; field_name?: string }) =>
    [event.type, event.field_name].filter(Boolean).join(' '),
  );
  expect(types).toEqual([
    'Comment',
    'Change status',
    'Change custom_status_id',
    `Change ${field.id}`,
    'Notification',
  ]);
  const { comments } = await zendesk.get('/tickets/1/comments?page[size]=1&sort=-created_at');
  expect(comments[0].id).toBe(audit.events[0].id);
  expect(received.map(({ body }) => JSON.parse(body))).toEqual([
    { ticket_id: '1', actor: String(acme.users.assistant.id) },
  ]);
});

test('keeps a body valid JSON whatever the customer writes', async () => {
  await connect('{"id":"{{ticket.id}}","comment":"{{ticket.latest_public_comment}}"}');
  const text = 'He said "no" \\ and\nthen {{ticket.id}} 🧥';

  acme.comment(1, { by: 'alice', text });
  await sandbox.settle();

  expect(JSON.parse(received[0]!.body)).toEqual({ id: '1', comment: text });
});
