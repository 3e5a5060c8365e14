import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { uploader, zip } from '../app-archive.ts';
import { client, send, type Client, type Json } from '../client.ts';
import { browserWorld, openPage } from './open-workspace.ts';

const world = browserWorld();
let zendesk: Client;
let apps: ReturnType<typeof uploader>;

beforeEach(async () => {
  zendesk = await client(world.acme);
  apps = uploader({ ...world, zendesk });
});

/** The probe app as zcli would upload it. */
async function archive(
  version: string,
  requirements: object = {},
  more: Record<string, string> = {},
): Promise<Uint8Array> {
  const file = (path: string) => readFile(join(world.appDir, path), 'utf8');
  return zip({
    'manifest.json': { ...JSON.parse(await file('manifest.json')), version },
    'translations/en.json': { app: { name: 'Probe' } },
    'assets/index.html': await file('assets/index.html'),
    'assets/sdk.js': await file('assets/sdk.js'),
    'assets/version.txt': version,
    'requirements.json': requirements,
    ...more,
  });
}

/** The app's frame beside ticket 1, after its handshake. */
async function openFrame(): Promise<Frame> {
  const page = await openPage(world, '/agent/tickets/1');
  const app = await (await page.waitForSelector('iframe')).contentFrame();
  await app!.waitForFunction('window.registered');
  return app!;
}

const inApp = (app: Frame, code: string) => app.evaluate<Json>(code);

test('runs from the uploaded files and tells the app what its requirements made', async () => {
  const field = { type: 'textarea', title: 'State' };
  const bytes = await archive('1.0.0', { ticket_fields: { sa_state: field } });
  const { app_id: appId } = await apps.build(bytes);
  const { id } = await apps.install(appId, { greeting: 'hello' });

  const app = await openFrame();

  const { metadata } = await inApp(app, 'registered');
  expect(metadata).toMatchObject({ appId, installationId: id, version: '1.0.0' });
  const asked = "client.get(['requirement:sa_state', 'requirement:nothing'])";
  const answer = await inApp(app, asked);
  const { requirement_id: fieldId } = answer['requirement:sa_state'];
  expect((await zendesk.get(`/ticket_fields/${fieldId}`)).ticket_field.title).toBe('State');
  expect(answer['requirement:nothing']).toBeNull();
});

test('lets an open page keep its version while new pages get the next', async () => {
  const { app_id: appId } = await apps.build(await archive('1.0.0'));
  await apps.install(appId, {});
  const before = await openFrame();

  await apps.build(await archive('2.0.0'), appId);
  const after = await openFrame();

  const version = "fetch('version.txt').then((answer) => answer.text())";
  expect([await inApp(before, version), await inApp(after, version)]).toEqual(['1.0.0', '2.0.0']);
});

test("shows the app's own icon in the navigation, and a plain one for an app without", async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><circle r="9" /></svg>';
  const plain = await apps.build(await archive('1.0.0'));
  await apps.install(plain.app_id, {});
  const drawn = await apps.build(await archive('1.0.0', {}, { 'assets/icon_nav_bar.svg': svg }));
  await apps.install(drawn.app_id, {});

  const page = await openPage(world, '/agent');
  const place = (appId: number) => `nav a[href="/agent/apps/${appId}"] .app-icon`;
  const iconOf = (appId: number) => page.locator(place(appId));
  const mask = `getComputedStyle(document.querySelector('${place(drawn.app_id)}')).maskImage`;
  await expect.poll(() => page.evaluate<string>(mask)).toContain('icon_nav_bar.svg');

  expect(await iconOf(drawn.app_id).locator('svg').count()).toBe(0);
  expect(await iconOf(plain.app_id).locator('svg').count()).toBe(1);
});

test('has no proxy with secrets for an app that is not installed', async () => {
  const { users, url } = world.acme;
  const login = await send(`${url}/sandbox/session`, 'POST', { body: { userId: users.bob.id } });
  const headers = {
    cookie: login.headers.getSetCookie()[0]!.split(';')[0]!,
    'x-csrf-token': login.body.csrfToken as string,
  };
  const proxied = (secure: boolean) =>
    send(`${url}/sandbox/proxy`, 'POST', {
      headers,
      body: { appId: 0, url: `${url}/sandbox.json`, secure },
    });

  expect((await proxied(true)).body).toMatchObject({
    status: 400,
    body: expect.stringContaining('is not installed'),
  });
  expect((await proxied(false)).body).toMatchObject({ status: 200 });
});
