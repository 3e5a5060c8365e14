import { expect, test } from 'vitest';
import { sign } from '../src/delivery/sign.ts';
import { apiToken, clientWith } from './client.ts';
import type { Received } from './receiver.ts';
import { connect, freshWorld, PUBLIC_COMMENT, WEBHOOK } from './set-up.ts';

const world = freshWorld({ clock: 'virtual' });

async function comment(text = 'Hello?') {
  world.acme.comment(1, { by: 'alice', text });
  await world.sandbox.settle();
}

async function newField(type = 'text'): Promise<number> {
  const field = { type, title: 'State' };
  return (await world.zendesk.post('/ticket_fields', { ticket_field: field })).ticket_field.id;
}

/** Writes `value` into the field of ticket 1 and tells what is in it afterwards. */
async function write(id: number, value: string, by = world.zendesk): Promise<unknown> {
  const input = { ticket: { custom_fields: [{ id, value }] } };
  const { ticket } = await by.put('/tickets/1', input);
  return ticket.custom_fields.find((field: { id: number }) => field.id === id).value;
}

const signedWith = (secret: string, { headers, body }: Received) =>
  headers['x-zendesk-webhook-signature'] ===
  sign(secret, headers['x-zendesk-webhook-signature-timestamp']!, body);

test.each([
  [false, 20],
  [true, 21],
])('sends what an open breaker held back once it closes: %s', async (replays, sent) => {
  const { acme, receiver, sandbox } = world;
  acme.switches.circuitReplays = replays;
  await connect(world);
  receiver.answers.push(...Array.from({ length: 20 }, () => ({ status: 500 })));
  for (let count = 0; count < 20; count += 1) await comment();

  await comment('Held back');
  expect(receiver.received).toHaveLength(20);
  await sandbox.advance('5 min');

  expect(receiver.received).toHaveLength(sent);
});

test('signs with the old secret for a while after a reset, by switch', async () => {
  const { acme, receiver, sandbox, zendesk } = world;
  acme.switches.secretResetGraceMs = 60_000;
  const { secret: old, webhookId } = await connect(world);

  const reset = await zendesk.post(`/webhooks/${webhookId}/signing_secret`);
  await comment();
  await sandbox.advance('1 min');
  await comment();

  const [within, after] = receiver.received as [Received, Received];
  expect(signedWith(old, within)).toBe(true);
  expect(signedWith(reset.signing_secret.secret, after)).toBe(true);
});

test('names the sender of deliveries as the switch says', async () => {
  const { acme, receiver } = world;
  await connect(world);

  await comment();
  acme.switches.webhookUserAgent = 'Something/2.0';
  await comment();

  expect(receiver.received.map(({ headers }) => headers['user-agent'])).toEqual([
    'Zendesk Webhook',
    'Something/2.0',
  ]);
});

test('shows the payload of an attempt as text, or parsed, by switch', async () => {
  const { acme, zendesk } = world;
  const { webhookId } = await connect(world);
  await comment();
  const path = `/webhooks/${webhookId}/invocations/${acme.deliveries[0]!.id}/attempts`;
  const payload = async () => (await zendesk.get(path)).attempts[0].request.payload;

  expect(await payload()).toBe('{"ticket_id":"1"}');
  acme.switches.attemptPayload = 'object';
  expect(await payload()).toEqual({ ticket_id: '1' });
});

test('asks for the category of a new trigger, by switch', async () => {
  const { acme, zendesk } = world;
  const trigger = {
    title: 'T',
    conditions: PUBLIC_COMMENT,
    actions: [{ field: 'priority', value: 'high' }],
  };
  const post = (more = {}) =>
    zendesk.call('POST', '/triggers', { trigger: { ...trigger, ...more } });
  expect((await post()).status).toBe(201);
  acme.switches.triggerCategory = 'required';
  const { trigger_categories: categories } = await zendesk.get('/trigger_categories');

  const refused = await post();
  const taken = await post({ category_id: categories[0].id });

  expect(refused).toMatchObject({
    status: 400,
    body: { errors: [{ code: 'InvalidTriggerCategory' }] },
  });
  expect(taken.status).toBe(201);
});

test('keeps the value of a text field to the letter, or trims it, by switch', async () => {
  const id = await newField('textarea');

  expect(await write(id, ' a\r\nb \n')).toBe(' a\r\nb \n');
  world.acme.switches.fieldValues = 'trimmed';
  expect(await write(id, ' a\r\nb \n')).toBe('a\nb');
});

test('stores a value for a field that is not on the form, or ignores it, by switch', async () => {
  const { acme, zendesk } = world;
  const id = await newField();
  const { ticket_forms: forms } = await zendesk.get('/ticket_forms');
  const kept = forms[0].ticket_field_ids.filter((each: number) => each !== id);
  await zendesk.put(`/ticket_forms/${forms[0].id}`, { ticket_form: { ticket_field_ids: kept } });

  expect(await write(id, 'first')).toBe('first');
  acme.switches.fieldsOffForm = 'ignored';
  expect(await write(id, 'second')).toBe('first');
});

test('takes the write of an agent to a locked field, or ignores it, by switch; an admin may always', async () => {
  const { acme, zendesk } = world;
  const id = await newField();
  const bob = clientWith(acme, apiToken(acme, acme.users.bob.email));
  acme.inflict({ kind: 'locked-field' });

  expect((await zendesk.get(`/ticket_fields/${id}`)).ticket_field.agent_can_edit).toBe(false);
  expect(await write(id, 'by bob', bob)).toBe('by bob');
  acme.switches.lockedFieldWrites = 'ignored';
  expect(await write(id, 'by bob again', bob)).toBe('by bob');
  expect(await write(id, 'by an admin')).toBe('by an admin');
});

test('knows additional_tags and remove_tags for a single ticket, by switch', async () => {
  const { acme, zendesk } = world;
  const put = async (change: object) =>
    (await zendesk.put('/tickets/1', { ticket: change })).ticket;

  const both = await put({ additional_tags: ['added'], remove_tags: ['website'] });
  acme.switches.additionalTagsOnPut = false;
  const neither = await put({ additional_tags: ['more'], remove_tags: ['added'] });

  expect([both.tags, neither.tags]).toEqual([['added'], ['added']]);
});

test('has a json filter in templates, by switch', async () => {
  const { acme, receiver } = world;
  acme.switches.liquid = 'raw';
  await connect(world, { body: '{"text":{{ticket.latest_comment.value | json}}}' });

  await comment('He said "no"');
  acme.switches.jsonFilter = 'present';
  await comment('He said "no"');

  expect(receiver.received.map(({ body }) => body)).toEqual([
    '{"text":He said "no"}',
    String.raw`{"text":"He said \"no\""}`,
  ]);
});

test('prints timestamps to the minute or to the second, by switch', async () => {
  const { acme, receiver } = world;
  await connect(world, { body: '{{ticket.updated_at_with_timestamp}}' });

  await comment();
  acme.switches.timestampPlaceholders = 'seconds';
  await comment();

  expect(receiver.received.map(({ body }) => body)).toEqual([
    expect.stringMatching(/T\d\d:\d\dZ$/),
    expect.stringMatching(/T\d\d:\d\d:\d\dZ$/),
  ]);
});

test('names the roles in conditions as the reference does, or as users have them, by switch', async () => {
  const { acme, zendesk } = world;
  const rule = (role: string) => ({
    title: role,
    conditions: { all: [{ field: 'role', operator: 'is', value: role }], any: [] },
    actions: [{ field: 'current_tags', value: `by_${role}` }],
  });
  const post = (role: string) => zendesk.call('POST', '/triggers', { trigger: rule(role) });
  const asDocumented = [(await post('end_user')).status, (await post('end-user')).status];

  acme.switches.roleValues = 'of-users';
  const asUsers = [(await post('end_user')).status, (await post('end-user')).status];
  await comment();

  expect([asDocumented, asUsers]).toEqual([
    [201, 422],
    [422, 201],
  ]);
  expect(acme.ticket(1)['tags']).toEqual(expect.arrayContaining(['by_end_user', 'by_end-user']));
});

test('takes plain http on this machine alone, or anywhere, by switch', async () => {
  const { acme, zendesk } = world;
  const webhook = { ...WEBHOOK, endpoint: 'http://shop.example/hook' };

  const refused = await zendesk.call('POST', '/webhooks', { webhook });
  acme.switches.plainHttpEndpoints = 'anywhere';
  const taken = await zendesk.call('POST', '/webhooks', { webhook });

  expect([refused.status, taken.status]).toEqual([400, 201]);
});

test('limits the custom headers of a webhook, by switch', async () => {
  const { acme, zendesk } = world;
  const headers = Object.fromEntries(Array.from({ length: 6 }, (_, n) => [`x-header-${n}`, 'a']));
  const webhook = { ...WEBHOOK, endpoint: 'https://shop.example/hook', custom_headers: headers };

  const any = await zendesk.call('POST', '/webhooks', { webhook });
  acme.switches.maxCustomHeaders = 5;
  const five = await zendesk.call('POST', '/webhooks', { webhook });

  expect([any.status, five.status]).toEqual([201, 400]);
});

test('refuses a webhook with the code of the switch', async () => {
  const { acme, zendesk } = world;
  const code = async () =>
    (await zendesk.call('POST', '/webhooks', { webhook: { name: 'x' } })).body.errors[0].code;

  const first = await code();
  acme.switches.webhookRefusalCode = 'ValidationError';

  expect([first, await code()]).toEqual(['InvalidWebhook', 'ValidationError']);
});

test('logs a payload of 256 KB as failed, or not at all, by switch', async () => {
  const { acme, receiver } = world;
  await connect(world, { body: '{{ticket.latest_public_comment}}'.repeat(5) });

  await comment('x'.repeat(60_000));
  acme.switches.oversizePayload = 'unlogged';
  await comment('x'.repeat(60_000));

  expect(acme.deliveries.map(({ status }) => status)).toEqual(['failed']);
  expect(receiver.received).toEqual([]);
});
