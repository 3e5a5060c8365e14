import zendesk from 'node-zendesk';
import { beforeEach, expect, test } from 'vitest';
import { mint } from './client.ts';
import { freshWorld, WEBHOOK } from './set-up.ts';

const world = freshWorld();

const CLOSED_TICKET = 11;
const LONG_TICKET = 15;
const NOTED_TICKET = 7;

type Stranger = ReturnType<typeof zendesk.createClient>;

/** An independent client, set up as its readme says; `endpointUri` is its way to another host than zendesk.com. */
let stranger: Stranger;

beforeEach(async () => {
  stranger = zendesk.createClient({
    endpointUri: `${world.acme.url}/api/v2`,
    token: await mint(world.acme),
    useOAuth: true,
  });
});

test('lets an independent client open, answer, solve and delete a ticket', async () => {
  const { acme } = world;

  const { result: opened } = await stranger.tickets.create({
    ticket: { subject: 'From a stranger', comment: { body: 'Hello' } },
  });
  await stranger.tickets.update(opened.id, {
    ticket: { status: 'solved', assignee_id: acme.users.bob.id, comment: { body: 'Done' } },
  });
  const comments = await stranger.tickets.getComments(opened.id);
  const { result: shown } = await stranger.tickets.show(opened.id);

  expect(comments.map(({ body }) => body)).toEqual(['Hello', 'Done']);
  expect(shown).toMatchObject({ status: 'solved', subject: 'From a stranger' });
});

test('pages through everything that has more than one page', async () => {
  const [comments, tickets] = [
    await stranger.tickets.getComments(LONG_TICKET),
    await stranger.tickets.list(),
  ];

  expect(new Set(comments.map(({ id }) => id)).size).toBe(300);
  expect(tickets).toHaveLength(16);
});

test('reads the audits of a ticket', async () => {
  const audits = await stranger.tickets.exportAudit(NOTED_TICKET);

  expect(audits).toHaveLength(world.acme.audits(NOTED_TICKET).length);
  expect(audits[0]).toMatchObject({ ticket_id: NOTED_TICKET, via: { channel: 'web' } });
});

test('connects a webhook and a trigger, and gets what it asked for', async () => {
  const { acme, receiver, sandbox } = world;
  const { result: webhook } = await stranger.webhooks.create({
    webhook: { ...WEBHOOK, endpoint: receiver.url },
  });
  // The library types its results as plain objects.
  const { id: webhookId } = webhook as { id: string };
  const { result: trigger } = await stranger.triggers.create({
    trigger: {
      title: 'Tell the stranger',
      conditions: { all: [{ field: 'status', operator: 'value', value: 'solved' }], any: [] },
      actions: [{ field: 'notification_webhook', value: [webhookId, '{"id":"{{ticket.id}}"}'] }],
    },
  });

  await stranger.tickets.update(1, {
    ticket: { status: 'solved', assignee_id: acme.users.bob.id },
  });
  await sandbox.settle();

  expect(trigger).toMatchObject({ title: 'Tell the stranger', active: true });
  expect(receiver.received.map(({ body }) => body)).toEqual(['{"id":"1"}']);
});

test('reads, tests, changes and deletes a webhook', async () => {
  const { receiver, zendesk: own } = world;
  const { webhook } = await own.post('/webhooks', {
    webhook: { ...WEBHOOK, endpoint: receiver.url },
  });

  const { result: secret } = await stranger.webhooks.getSigningSecret(webhook.id);
  await stranger.webhooks.patch(webhook.id, { webhook: { name: 'Renamed' } });
  const { result: shown } = await stranger.webhooks.show(webhook.id);
  await stranger.webhooks.delete(webhook.id);

  expect(JSON.stringify(secret)).toContain('SHA256');
  expect(JSON.stringify(shown)).toContain('Renamed');
  await expect(stranger.webhooks.show(webhook.id)).rejects.toThrow('(404)');
});

test('switches a trigger off, finds it and deletes it', async () => {
  const { result: trigger } = await stranger.triggers.create({
    trigger: {
      title: 'Tag strangers',
      conditions: { all: [{ field: 'update_type', operator: 'is', value: 'Create' }], any: [] },
      actions: [{ field: 'current_tags', value: 'stranger' }],
    },
  });
  const { id } = trigger as { id: number };

  await stranger.triggers.update(id, { trigger: { active: false } });
  const { result: found } = await stranger.triggers.search('Tag strangers');
  await stranger.triggers.delete(id);

  expect(found).toMatchObject([{ id, active: false }]);
  await expect(stranger.triggers.show(id)).rejects.toThrow('(404)');
});

test('reads, adds, finds and suspends users', async () => {
  const { acme } = world;

  const { result: me } = await stranger.users.me();
  const { result: added } = await stranger.users.create({
    user: { name: 'Zoe', email: 'zoe@mail.example' },
  });
  const found = await stranger.users.search({ query: 'email:zoe@mail.example' });
  const { result: suspended } = await stranger.users.suspend(added.id);
  const everybody = await stranger.users.list();

  expect(me.id).toBe(acme.users.assistant.id);
  expect(found).toMatchObject([{ id: added.id, role: 'end-user' }]);
  expect(suspended.suspended).toBe(true);
  expect(everybody.map(({ id }) => id)).toContain(added.id);
});

test('understands a refusal', async () => {
  const update = stranger.tickets.update(CLOSED_TICKET, { ticket: { status: 'open' } });

  await expect(update).rejects.toThrow('Zendesk Error (422)');
});
