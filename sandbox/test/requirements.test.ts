import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { archive, uploader } from './app-archive.ts';
import { apiToken, clientWith, type Json } from './client.ts';
import { freshWorld, PUBLIC_COMMENT, WEBHOOK } from './set-up.ts';

const world = freshWorld();
const { build, install } = uploader(world);

const FIELD = { type: 'textarea', title: 'State', agent_description: 'Do not edit' };

const TRIGGER = {
  title: 'Notify',
  conditions: PUBLIC_COMMENT,
  actions: [{ field: 'notification_webhook', value: ['hook', '{"id":"{{ticket.id}}"}'] }],
};

const hook = (endpoint: string) => ({ ...WEBHOOK, endpoint });

/** Uploads an app with these requirements and installs it. */
async function installWith(
  requirements: object,
): Promise<{ id: number; appId: number; job: Json }> {
  const { receiver } = world;
  const { app_id: appId } = await build(archive({ 'requirements.json': requirements }));
  const { id, job } = await install(appId, { backend_url: receiver.url });
  return { id, appId, job };
}

async function requirementsOf(installationId: number): Promise<Json[]> {
  const path = `/apps/installations/${installationId}/requirements.json`;
  return (await world.zendesk.get(path)).requirements;
}

test('makes what an app requires, as its own API would', async () => {
  const { acme, zendesk, receiver, sandbox } = world;

  const { id, job } = await installWith({
    triggers: { notify: TRIGGER },
    ticket_fields: { state: FIELD },
    webhooks: { hook: hook('{{setting.backend_url}}') },
    macros: { thanks: { title: 'Thanks', actions: [{ field: 'status', value: 'solved' }] } },
  });

  const made = await requirementsOf(id);
  expect(job).toMatchObject({ status: 'completed', installation_id: id });
  expect(made.map(({ identifier, requirement_type: type }) => `${type} ${identifier}`)).toEqual([
    'ticket_fields state',
    'webhooks hook',
    'triggers notify',
    'macros thanks',
  ]);
  expect(made[0]).toEqual({
    identifier: 'state',
    requirement_id: expect.any(Number),
    requirement_type: 'ticket_fields',
    account_id: expect.any(Number),
    created_at: expect.any(String),
    updated_at: expect.any(String),
  });
  const path = `/ticket_fields/${made[0].requirement_id}.json?creator=true`;
  const { ticket_field: field } = await zendesk.get(path);
  expect(field).toMatchObject({
    ...FIELD,
    creator_user_id: -1,
    creator_app_name: 'Smart Assistant',
  });
  acme.comment(1, { by: 'alice', text: 'Hello?' });
  await sandbox.settle();
  expect(receiver.received.map(({ body }) => body)).toEqual(['{"id":"1"}']);
});

test('tells agents, but nobody else, which objects an installation made', async () => {
  const { acme } = world;
  const { id } = await installWith({ ticket_fields: { state: FIELD } });
  const path = `/apps/installations/${id}/requirements.json`;

  const bob = clientWith(acme, apiToken(acme, acme.users.bob.email));
  const alice = clientWith(acme, apiToken(acme, acme.users.alice.email));

  expect((await bob.get(path)).requirements).toHaveLength(1);
  expect((await alice.call('GET', path)).status).toBe(403);
});

test('lets no admin reveal or reset the signing secret of a webhook that an app made', async () => {
  const { zendesk } = world;
  const { id } = await installWith({ webhooks: { hook: hook('https://a.example') } });
  const [{ requirement_id: webhookId }] = (await requirementsOf(id)) as [Json];
  const path = `/webhooks/${webhookId}/signing_secret`;

  expect((await zendesk.call('GET', path)).status).toBe(403);
  expect((await zendesk.call('POST', path)).status).toBe(403);
  expect((await zendesk.get(`/webhooks/${webhookId}`)).webhook.external_source).toMatchObject({
    type: 'zendesk_app',
    data: { installation_id: String(id) },
  });
});

test('signs with the secret that a requirement brings', async () => {
  const { acme, sandbox, receiver } = world;
  const secret = { algorithm: 'SHA256', secret: 'in-every-package' };
  await installWith({
    webhooks: { hook: { ...hook('{{setting.backend_url}}'), signing_secret: secret } },
    triggers: { notify: TRIGGER },
  });

  acme.comment(1, { by: 'alice', text: 'Hello?' });
  await sandbox.settle();

  const [delivery] = receiver.received;
  const signed = `${delivery!.headers['x-zendesk-webhook-signature-timestamp']}${delivery!.body}`;
  expect(delivery!.headers['x-zendesk-webhook-signature']).toBe(
    createHmac('sha256', secret.secret).update(signed).digest('base64'),
  );
});

test('fails the installation when a requirement cannot be made, and leaves nothing', async () => {
  const { acme, zendesk } = world;
  const before = (await zendesk.get('/ticket_fields')).count;

  const { job } = await installWith({
    ticket_fields: { state: FIELD },
    triggers: { notify: { ...TRIGGER, actions: [{ field: 'no_such_action', value: '1' }] } },
  });

  expect(job).toMatchObject({ status: 'failed', message: "Invalid action 'no_such_action'" });
  expect((await zendesk.get('/ticket_fields')).count).toBe(before);
  expect(acme.installations).toEqual([]);
});

test('says that it does not imitate the other types', async () => {
  const { job } = await installWith({ views: { mine: { title: 'Mine' } } });

  expect(job).toMatchObject({ status: 'failed', message: expect.stringContaining('views') });
});

test('removes with the app what its requirements made, or leaves it: Zendesk does not say', async () => {
  const { acme, zendesk } = world;
  const requirements = {
    ticket_fields: { state: FIELD },
    webhooks: { hook: hook('https://a.example') },
    triggers: { notify: TRIGGER },
  };
  const counts = async () => {
    const { ticket_fields: fields } = await zendesk.get('/ticket_fields');
    const { webhooks } = await zendesk.get('/webhooks');
    const { triggers } = await zendesk.get('/triggers');
    return [fields.length, webhooks.length, triggers.length];
  };
  const [fields = 0, webhooks = 0, triggers = 0] = await counts();

  const first = await installWith(requirements);
  await zendesk.call('DELETE', `/apps/installations/${first.id}`);
  expect(await counts()).toEqual([fields, webhooks, triggers]);

  acme.switches.uninstallDeletesRequirements = false;
  const second = await installWith(requirements);
  await zendesk.call('DELETE', `/apps/installations/${second.id}`);
  expect(await counts()).toEqual([fields + 1, webhooks + 1, triggers + 1]);
});

test('follows a new version’s requirements when its installation is updated', async () => {
  const { zendesk } = world;
  const { id, appId } = await installWith({
    ticket_fields: { state: FIELD, old: { ...FIELD, title: 'Old' } },
  });
  const [state] = await requirementsOf(id);

  const next = { ticket_fields: { state: FIELD, more: { ...FIELD, title: 'More' } } };
  await build(archive({ 'requirements.json': next }), appId);
  await zendesk.put(`/apps/installations/${id}`, { settings: {} });

  const now = await requirementsOf(id);
  expect(now.map(({ identifier }) => identifier)).toEqual(['state', 'more']);
  expect(now[0]).toEqual(state);
});

test('refuses identifiers and settings in requirements when they are not filled in', async () => {
  const { acme } = world;
  const linked = {
    webhooks: { hook: hook('https://a.example') },
    triggers: { notify: TRIGGER },
  };

  acme.switches.requirementsByIdentifier = false;
  const unlinked = await installWith(linked);
  acme.switches.settingsInRequirements = false;
  const unfilled = await installWith({ webhooks: { hook: hook('{{setting.backend_url}}') } });

  expect(unlinked.job.message).toContain("Invalid value 'hook'");
  expect(unfilled.job.message).toContain('endpoint');
});

test('keeps what an installed app requires from being deleted, or does not: Zendesk does not say', async () => {
  const { acme, zendesk } = world;
  const { id } = await installWith({
    ticket_fields: { state: FIELD },
    webhooks: { hook: hook('https://a.example') },
    triggers: { notify: TRIGGER },
    macros: { thanks: { title: 'Thanks', actions: [{ field: 'status', value: 'solved' }] } },
  });
  const paths = (await requirementsOf(id)).map(
    ({ requirement_type: type, requirement_id: made }) => `/${type}/${made}`,
  );
  const triggerId = paths[2]!.split('/')[2];
  const statusOf = async (path: string) => (await zendesk.call('DELETE', path)).status;

  const locked = [];
  for (const path of [...paths, `/triggers/destroy_many?ids=${triggerId}`]) {
    locked.push(await statusOf(path));
  }
  acme.switches.requirementsLocked = false;
  const free = [];
  for (const path of paths.reverse()) free.push(await statusOf(path));

  expect(locked).toEqual([403, 403, 403, 403, 403]);
  expect(free).toEqual([204, 204, 204, 204]);
});

test('lets nobody clone a webhook that an app required', async () => {
  const { zendesk } = world;
  const { id } = await installWith({ webhooks: { hook: hook('https://a.example') } });
  const [made] = await requirementsOf(id);

  const path = `/webhooks?clone_webhook_id=${made.requirement_id}`;

  expect((await zendesk.call('POST', path)).status).toBe(403);
});

test('frees what an app required when the app goes and leaves it', async () => {
  const { acme, zendesk } = world;
  acme.switches.uninstallDeletesRequirements = false;
  const { id } = await installWith({ ticket_fields: { state: FIELD } });
  const [field] = await requirementsOf(id);

  await zendesk.call('DELETE', `/apps/installations/${id}`);
  const { status } = await zendesk.call('DELETE', `/ticket_fields/${field.requirement_id}`);

  expect(status).toBe(204);
});
