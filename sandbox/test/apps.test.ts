import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { apiToken, clientWith, mint, type Json } from './client.ts';
import { freshWorld } from './set-up.ts';

const world = freshWorld();

const MANIFEST = {
  name: 'Smart Assistant',
  author: { name: 'A', email: 'a@b.example' },
  defaultLocale: 'en',
  version: '1.0.0',
  frameworkVersion: '2.0',
  location: { support: { ticket_sidebar: { url: 'assets/index.html' } } },
  parameters: [
    { name: 'backend_url', type: 'text', required: true },
    { name: 'token', type: 'text', secure: true },
  ],
};

function archive(
  manifest: unknown = MANIFEST,
  extra: Record<string, string> = { 'translations/en.json': '{}' },
) {
  const files = { 'manifest.json': JSON.stringify(manifest), ...extra };
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
  );
}

/** A multipart upload, as zcli makes it. */
async function upload(path: string, field: string, bytes: Uint8Array) {
  const form = new FormData();
  form.set(field, new Blob([Buffer.from(bytes)], { type: 'application/zip' }), 'app.zip');
  const response = await fetch(`${world.acme.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await mint(world.acme)}` },
    body: form,
    signal: AbortSignal.timeout(5000),
  });
  return { status: response.status, body: (await response.json()) as Json };
}

test('validates a package and says what is wrong with it', async () => {
  const validate = (bytes: Uint8Array) => upload('/api/v2/apps/validate', 'file', bytes);
  const { author: _, ...anonymous } = MANIFEST;

  expect((await validate(archive())).status).toBe(200);
  expect(await validate(archive(anonymous))).toMatchObject({
    status: 422,
    body: { description: 'Missing required fields in manifest: author' },
  });
  expect((await validate(archive(MANIFEST, {}))).body.description).toContain('translation');
  expect((await validate(strToU8('no zip'))).status).toBe(422);
});

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
  const { sandbox, zendesk } = world;

  const { body } = await upload('/api/v2/apps/uploads.json', 'uploaded_data', strToU8('no zip'));
  const { job_id: jobId } = await zendesk.post('/api/apps.json', { upload_id: body.id, name: 'X' });
  await sandbox.settle();

  expect((await zendesk.get(`/apps/job_statuses/${jobId}`)).status).toBe('failed');
});

test('refuses an installation without its required settings', async () => {
  const { sandbox, zendesk } = world;
  const { body } = await upload('/api/v2/apps/uploads.json', 'uploaded_data', archive());
  const { job_id: jobId } = await zendesk.post('/api/apps.json', { upload_id: body.id, name: 'X' });
  await sandbox.settle();
  const { app_id: appId } = await zendesk.get(`/apps/job_statuses/${jobId}`);

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

test('hands a notification to the pages on which the app is open', async () => {
  const { acme, zendesk } = world;
  const seen: unknown[] = [];
  acme.events.subscribe((change) => seen.push(change));

  await zendesk.post('/apps/notify', { app_id: 7, event: 'turn.done', body: { ticket: 1 } });

  expect(seen).toContainEqual({
    type: 'app.notify',
    appId: 7,
    event: 'turn.done',
    body: { ticket: 1 },
  });
});
