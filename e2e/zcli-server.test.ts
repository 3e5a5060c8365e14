import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startSandbox } from '@smart-assistant/sandbox/sandbox.ts';
import type { Sandbox } from '@smart-assistant/sandbox/sandbox.ts';
import type { SandboxAccount } from '@smart-assistant/sandbox/sandbox-account.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { BUILT_APP, zcliFor } from './zcli.ts';
import type { Zcli } from './zcli.ts';

let browser: Browser;
let sandbox: Sandbox;
let account: SandboxAccount;
let zcli: Zcli;
let server: ChildProcess;
let folder: string;
let port: number;

beforeEach(async () => {
  browser = await launchBrowser();
  sandbox = await startSandbox({ https: true });
  account = sandbox.account('acme');
  zcli = await zcliFor(sandbox, account);
  folder = await mkdtemp(join(tmpdir(), 'app-'));
  await cp(BUILT_APP, folder, { recursive: true });
});

afterEach(async () => {
  server.kill('SIGTERM');
  if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
  await browser.close();
  await sandbox.stop();
  await zcli.close();
  await rm(folder, { recursive: true, force: true });
});

/** The real `zcli apps:server`, on a free port, with these lines in zcli.apps.config.json. */
async function serve(config: object): Promise<void> {
  const parameters = {
    backend_url: 'http://localhost:1',
    tenant_slug: 'acme',
    state_field_id: '360001234567',
    state_public_key: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
    api_secret: 's3cret',
  };
  await writeFile(join(folder, 'zcli.apps.config.json'), JSON.stringify({ ...config, parameters }));
  port = await freePort();
  server = zcli.start('apps:server', folder, '--port', String(port));
  for await (const text of server.stdout!.setEncoding('utf8')) {
    if (String(text).includes('Apps server is running')) break;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, 'localhost');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

const NOT_SEEN = 'The assistant has not seen this ticket';

test('shows the app of zcli’s server beside tickets, for as long as the tab is open', async () => {
  await serve({});
  const page = await browser.newPage();

  await page.goto(`${account.url}/agent/tickets/1?zcli_apps=true&zcli_port=${port}`);
  await page.frameLocator('iframe').getByText(NOT_SEEN).waitFor();
  const source = await page.locator('iframe').getAttribute('src');
  await page.goto(`${account.url}/agent/tickets/2`);
  await page.frameLocator('iframe').getByText(NOT_SEEN).waitFor();
  const other = await browser.newPage();
  await other.goto(`${account.url}/agent/tickets/1`);
  await other.getByText('No app is installed for tickets.').waitFor();

  expect(source).toContain(`http://localhost:${port}/0/assets/index.html?`);
  expect(account.installations).toEqual([]);
});

test('shows it in place of the installed app of the same id', async () => {
  const { app_id: appId } = account.registerInstallation({ appDir: BUILT_APP, settings: {} });
  await serve({ app_id: appId });
  const page = await browser.newPage();

  await page.goto(`${account.url}/agent/tickets/1?zcli_apps=true&zcli_port=${port}`);
  await page.frameLocator('iframe').getByText(NOT_SEEN).waitFor();

  expect(await page.locator('iframe').count()).toBe(1);
  expect(await page.locator('iframe').getAttribute('src')).toContain(`:${port}/${appId}/assets/`);
});
