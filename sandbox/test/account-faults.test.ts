import { expect, test } from 'vitest';
import { apiToken, clientWith, mint, send } from './client.ts';
import { connect, freshWorld } from './set-up.ts';

const world = freshWorld();

test.each(['expired-token', 'revoked-token'] as const)(
  'refuses with 401 a call that carries an %s, and mints a new one',
  async (kind) => {
    const { acme, zendesk } = world;

    acme.inflict({ kind });

    expect(await zendesk.call('GET', '/tickets/1')).toMatchObject({
      status: 401,
      body: { error: 'invalid_token' },
    });
    expect(await mint(acme)).toEqual(expect.any(String));
  },
);

test('lets nothing through while the owner of the client is suspended, and again afterwards', async () => {
  const { acme, zendesk } = world;

  acme.inflict({ kind: 'suspended-user' });
  const suspended = await zendesk.call('GET', '/tickets/1');
  acme.inflict({ kind: 'reinstated-user' });
  const reinstated = await zendesk.call('GET', '/tickets/1');

  expect([suspended.status, reinstated.status]).toEqual([401, 200]);
});

test('keeps a deleted user out of calls and lists', async () => {
  const { acme, zendesk } = world;
  const ada = clientWith(acme, apiToken(acme, acme.users.ada.email));

  acme.inflict({ kind: 'deleted-user' });
  const { users } = await ada.get('/users?page[size]=100');
  const found = await ada.get(`/users/search?query=${acme.users.assistant.email}`);

  expect((await zendesk.call('GET', '/tickets/1')).status).toBe(401);
  expect(users.map(({ id }: { id: number }) => id)).not.toContain(acme.users.assistant.id);
  expect(found.users).toEqual([]);
});

test('fires a disabled trigger no more, and an edited one with its new body', async () => {
  const { acme, receiver, sandbox } = world;
  const { triggerId } = await connect(world);

  acme.inflict({ kind: 'edited-trigger', triggerId, body: '{"n":"{{ticket.id}}"}' });
  acme.comment(1, { by: 'alice', text: 'Hello?' });
  await sandbox.settle();
  acme.inflict({ kind: 'disabled-trigger' });
  acme.comment(1, { by: 'alice', text: 'Hello again?' });
  await sandbox.settle();

  expect(receiver.received.map(({ body }) => body)).toEqual(['{"n":"1"}']);
});

test('edits the body of every trigger that calls a webhook into one that a reader does not know', async () => {
  const { acme, receiver, sandbox } = world;
  await connect(world);

  acme.inflict({ kind: 'edited-trigger' });
  acme.comment(1, { by: 'alice', text: 'Hello?' });
  await sandbox.settle();

  expect(receiver.received.map(({ body }) => JSON.parse(body))).toEqual([
    { note: 'edited by hand', id: 1 },
  ]);
});

test('deletes a webhook that a trigger still calls: nothing is delivered', async () => {
  const { acme, receiver, sandbox, zendesk } = world;
  const { webhookId } = await connect(world);

  acme.inflict({ kind: 'deleted-webhook', webhookId });
  acme.comment(1, { by: 'alice', text: 'Hello?' });
  await sandbox.settle();

  expect(receiver.received).toEqual([]);
  expect((await zendesk.call('GET', `/webhooks/${webhookId}`)).status).toBe(404);
});

test('lets an agent type over a field, which the audits tell', async () => {
  const { acme, zendesk } = world;
  const { ticket_field: field } = await zendesk.post('/ticket_fields', {
    ticket_field: { type: 'text', title: 'State' },
  });
  await zendesk.put('/tickets/1', { ticket: { custom_fields: [{ id: field.id, value: 'ours' }] } });

  acme.inflict({ kind: 'edited-state-field' });
  acme.inflict({ kind: 'edited-state-field', ticketId: 2, fieldId: field.id, value: 'copied' });

  expect(acme.ticket(1)['custom_fields']).toEqual([{ id: field.id, value: 'edited by hand' }]);
  expect(acme.ticket(2)['custom_fields']).toEqual([{ id: field.id, value: 'copied' }]);
  expect(acme.audits(1).at(-1)).toMatchObject({
    author_id: acme.users.bob.id,
    via: { channel: 'web' },
    events: [{ field_name: String(field.id), previous_value: 'ours' }],
  });
});

test('takes the same orders over HTTP, and says when there is nothing to hit', async () => {
  const { acme, zendesk } = world;
  const order = (fault: object) =>
    send(`${acme.url}/sandbox/faults`, 'POST', { body: { account: [fault] } });

  expect((await order({ kind: 'revoked-token' })).status).toBe(200);
  expect((await zendesk.call('GET', '/tickets/1')).status).toBe(401);
  for (const kind of ['deleted-webhook', 'disabled-trigger', 'edited-state-field', 'flood']) {
    expect(await order({ kind })).toMatchObject({ status: 400, body: { error: 'SandboxError' } });
  }
});
