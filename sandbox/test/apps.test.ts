import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { archive, MANIFEST, uploader } from './app-archive.ts';
import { apiToken, clientWith, send } from './client.ts';
import { freshWorld } from './set-up.ts';

const world = freshWorld();
const { upload, build, install } = uploader(world);

test('creates, installs, changes and removes an app in the steps of zcli', async () => {
  const { acme, sandbox, zendesk } = world;

  const uploaded = await upload('/api/v2/apps/uploads.json', 'uploaded_data', archive());
  const { job_id: jobId } = await zendesk.post('/api/apps.json', {
    upload_id: uploaded.body.id,
    name: 'Smart Assistant',
  });
  await sandbox.settle();
  const job = await zendesk.get(`/apps/job_statuses/${jobId}`);
  const installed = await zendesk.post('/api/support/apps/installations.json', {
    app_id: String(job.app_id),
    settings: { backend_url: 'https://a.example', token: 's3cret' },
  });
  await sandbox.settle();
  const pending = await zendesk.get(`/apps/installations/job_statuses/${installed.pending_job_id}`);
  const { installations } = await zendesk.get('/api/support/apps/installations.json');
  await zendesk.put(`/api/support/apps/installations/${installed.id}.json`, {
    settings: { backend_url: 'https://b.example' },
  });

  expect(uploaded.status).toBe(201);
  expect(job).toMatchObject({ status: 'completed', app_id: expect.any(Number) });
  expect(installed).toMatchObject({ pending_installation: true, enabled: false });
  expect(pending).toMatchObject({ status: 'completed', installation_id: installed.id });
  expect(installations).toMatchObject([
    { id: installed.id, enabled: true, settings: { backend_url: 'https://a.example' } },
  ]);
  expect(JSON.stringify(installations)).not.toContain('s3cret');
  expect(acme.installations[0]!.settings).toEqual({
    backend_url: 'https://b.example',
    token: 's3cret',
  });
  const removed = await zendesk.call('DELETE', `/apps/installations/${installed.id}`);
  expect(removed.status).toBe(204);
  expect(acme.installations).toEqual([]);
});

test('fails the build job of a broken package, not its upload', async () => {
  expect(await build(strToU8('no zip'))).toMatchObject({
    status: 'failed',
    message: 'Invalid zip file',
  });
});

test('serves each version of an uploaded app under an address of its own', async () => {
  const { acme } = world;
  const first = archive({ 'assets/index.html': 'one', 'assets/app.js': 'export {};' });
  const { app_id: appId } = await build(first);
  await install(appId, { backend_url: 'https://a.example' });
  const appsOf = async () => {
    const answer = await send(`${acme.url}/agent/apps.json`, 'GET');
    return answer.body.apps as Array<{ assetUrlPrefix: string; version: string }>;
  };
  const [before] = await appsOf();

  await build(
    archive({
      'manifest.json': { ...MANIFEST, version: '1.1.0' },
      'assets/index.html': 'two',
    }),
    appId,
  );

  const [after] = await appsOf();
  expect([before!.version, after!.version]).toEqual(['1.0.0', '1.1.0']);
  expect(new URL(after!.assetUrlPrefix).hostname).toBe('127.0.0.1');
  const page = await send(`${after!.assetUrlPrefix}index.html`, 'GET');
  expect(page.body).toBe('two');
  expect((await send(`${before!.assetUrlPrefix}index.html`, 'GET')).body).toBe('one');
  const script = await send(`${before!.assetUrlPrefix}app.js`, 'GET');
  expect(script.headers.get('content-type')).toContain('text/javascript');
  expect(script.headers.get('access-control-allow-origin')).toBe('*');
  expect((await send(`${after!.assetUrlPrefix}app.js`, 'GET')).status).toBe(404);
  expect((await send(`${after!.assetUrlPrefix}../manifest.json`, 'GET')).status).toBe(404);
});

test('keeps a secure setting that an update leaves out, or empties it: Zendesk does not say', async () => {
  const { acme, zendesk } = world;
  const { app_id: appId } = await build(archive());
  const { id } = await install(appId, { backend_url: 'https://a.example', token: 's3cret' });
  const update = { settings: { backend_url: 'https://b.example' } };

  await zendesk.put(`/apps/installations/${id}`, update);
  expect(acme.installations[0]!.settings).toEqual({ ...update.settings, token: 's3cret' });

  acme.switches.updateKeepsSecureSettings = false;
  await zendesk.put(`/apps/installations/${id}`, update);
  expect(acme.installations[0]!.settings).toEqual({ ...update.settings, token: null });
});

test('installs an app of which there may be one only once', async () => {
  const { zendesk } = world;
  const single = { ...MANIFEST, singleInstall: true };
  const { app_id: appId } = await build(archive({ 'manifest.json': single }));
  const settings = { backend_url: 'https://a.example' };
  await install(appId, settings);

  const second = await zendesk.call('POST', '/apps/installations', { app_id: appId, settings });

  expect(second).toMatchObject({ status: 422, body: { error: 'RecordInvalid' } });
});

test('refuses an installation without its required settings', async () => {
  const { zendesk } = world;
  const { app_id: appId } = await build(archive());

  const answer = await zendesk.call('POST', '/api/support/apps/installations.json', {
    app_id: appId,
    settings: {},
  });

  expect(answer).toMatchObject({
    status: 422,
    body: { description: 'Settings are missing: backend_url' },
  });
});

test('shows an app that was registered from a build folder, without its secure settings', async () => {
  const { acme } = world;
  const appDir = mkdtempSync(join(tmpdir(), 'sandbox-app-'));
  writeFileSync(join(appDir, 'manifest.json'), JSON.stringify(MANIFEST));

  const { id } = acme.registerInstallation({ appDir, settings: { backend_url: 'u', token: 's' } });

  const response = await fetch(`${acme.url}/sandbox/app`, { signal: AbortSignal.timeout(5000) });
  expect(await response.json()).toMatchObject({
    installations: [{ id, enabled: true, settings: { backend_url: 'u' }, manifest: MANIFEST }],
  });
  expect(() => acme.registerInstallation({ appDir: '/nowhere', settings: {} })).toThrow(
    'Build the app',
  );
});

test('keeps app settings from agents and the apps API from those who are not admins', async () => {
  const { acme } = world;
  acme.registerInstallation({ settings: { backend_url: 'u' } });
  const bob = clientWith(acme, apiToken(acme, acme.users.bob.email));

  const { installations } = await bob.get('/api/support/apps/installations.json');

  expect(installations[0].settings).toEqual({});
  expect(
    (await bob.call('GET', `/apps/installations/${installations[0].id}/requirements`)).body,
  ).toEqual({ requirements: [] });
  expect((await bob.call('POST', '/api/apps.json', { upload_id: 1 })).status).toBe(403);
});

test('tells open pages of a push to an installed app, and of its sender', async () => {
  const { acme, zendesk } = world;
  const seen: unknown[] = [];
  acme.events.subscribe((change) => seen.push(change));
  const { app_id: appId } = acme.registerInstallation({ settings: {} });

  await zendesk.post('/apps/notify', { app_id: appId, event: 'turn.done', body: { ticket: 1 } });

  expect(seen).toContainEqual({
    type: 'app.notify',
    appId,
    event: 'turn.done',
    body: { ticket: 1 },
    agentId: null,
    senderId: acme.users.assistant.id,
  });
});

test('refuses pushes that are incomplete, too large, too many or for an app that is not installed', async () => {
  const { acme, zendesk } = world;
  const { app_id: appId } = acme.registerInstallation({ settings: {} });
  const push = async (given: object) =>
    (await zendesk.call('POST', '/apps/notify', { app_id: appId, event: 'e', ...given })).status;

  const refusals = [
    await push({ event: '' }),
    await push({ body: 'x'.repeat(1024 * 1024) }),
    await push({ app_id: 1 }),
  ];
  for (let count = refusals.length; count < 100; count += 1) await push({});

  expect(refusals).toEqual([400, 413, 404]);
  expect(await push({})).toBe(429);
});
