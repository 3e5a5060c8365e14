import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { connect, freshWorld } from './set-up.ts';

const world = freshWorld();

test('delivers a signed webhook for a public comment of a customer', async () => {
  const { acme, sandbox, receiver } = world;
  const body = '{"ticket_id":"{{ticket.id}}","comment_id":"{{ticket.latest_public_comment.id}}"}';
  const { webhookId, secret } = await connect(world, { body });

  const comment = acme.comment(1, { by: 'alice', text: 'Any news?' });
  await sandbox.settle();

  expect(receiver.received).toHaveLength(1);
  const { headers, body: sent } = receiver.received[0]!;
  expect(JSON.parse(sent)).toEqual({ ticket_id: '1', comment_id: String(comment['id']) });
  expect(headers['x-zendesk-webhook-id']).toBe(webhookId);
  expect(headers['x-zendesk-account-id']).toMatch(/^\d+$/);
  const expected = createHmac('sha256', secret)
    .update(headers['x-zendesk-webhook-signature-timestamp'] + sent)
    .digest('base64');
  expect(headers['x-zendesk-webhook-signature']).toBe(expected);
  expect(acme.deliveries.at(-1)).toMatchObject({ status: 'success', response: { status: 200 } });
});

test('answers a ticket update with the ticket and its audit, in one run of the triggers', async () => {
  const { sandbox, acme, zendesk, receiver } = world;
  await connect(world, { body: '{"ticket_id":"{{ticket.id}}","actor":"{{current_user.id}}"}' });
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
  expect(receiver.received.map(({ body }) => JSON.parse(body))).toEqual([
    { ticket_id: '1', actor: String(acme.users.assistant.id) },
  ]);
});

test('keeps no echo for an update that only writes a field', async () => {
  const { sandbox, zendesk, receiver } = world;
  await connect(world);
  const { ticket_field: field } = await zendesk.post('/ticket_fields', {
    ticket_field: { type: 'text', title: 'State' },
  });

  await zendesk.put('/tickets/1', {
    ticket: { custom_fields: [{ id: field.id, value: 'x' }] },
  });
  await sandbox.settle();

  expect(receiver.received).toEqual([]);
});
