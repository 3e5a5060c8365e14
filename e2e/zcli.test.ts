import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { startSandbox } from '@smart-assistant/sandbox/sandbox.ts';
import type { Sandbox } from '@smart-assistant/sandbox/sandbox.ts';
import type { SandboxAccount } from '@smart-assistant/sandbox/sandbox-account.ts';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { parseBackend } from '../zendesk-app/package/backend-host.ts';
import { writePackage } from '../zendesk-app/package/write-package.ts';
import { launchBrowser } from './browser.ts';
import { BUILT_APP, zcliFor } from './zcli.ts';
import type { Zcli } from './zcli.ts';

const BACKEND = 'https://assistant.example.com';

let browser: Browser;
let sandbox: Sandbox;
let account: SandboxAccount;
let zcli: Zcli;
let folder: string;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
  sandbox = await startSandbox({ https: true });
  account = sandbox.account('acme');
  zcli = await zcliFor(sandbox, account);
  folder = await mkdtemp(join(tmpdir(), 'app-'));
  await writePackage(BUILT_APP, folder, parseBackend(BACKEND));
});

afterEach(async () => {
  await sandbox.stop();
  await zcli.close();
  await rm(folder, { recursive: true, force: true });
});

const SETTINGS = {
  backend_url: BACKEND,
  tenant_slug: 'acme',
  state_field_id: '360001234567',
  state_public_key: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  api_secret: 's3cret',
};

/** Answers to what zcli would ask at a terminal; it keeps the app's id in the same file. */
const answer = (settings: object) =>
  writeFile(join(folder, 'zcli.apps.config.json'), JSON.stringify({ parameters: settings }));

const callsTo = (path: string) =>
  account.calls
    .filter((call) => call.path.startsWith(path))
    .map(({ method, status }) => `${method} ${status}`);

test('takes the package of the built app: validated, zipped, small', async () => {
  const validated = await zcli.run('apps:validate', folder);
  const packed = await zcli.run('apps:package', folder);

  expect(validated).toMatchObject({
    code: 0,
    said: expect.stringContaining('No validation errors'),
  });
  expect(packed).toMatchObject({ code: 0, said: expect.stringContaining('Package created at') });
  const [zip] = await readdir(join(folder, 'tmp'));
  expect((await stat(join(folder, 'tmp', zip!))).size).toBeLessThan(500_000);
  expect(callsTo('/api/v2/apps/validate')).toEqual(['POST 200', 'POST 200']);
});

test('installs the app before its set-up: what that fills in may be empty', async () => {
  const beforeSetUp = { ...SETTINGS, state_field_id: '', state_public_key: '' };
  await answer(beforeSetUp);

  const installed = await zcli.run('apps:create', folder);

  expect(installed).toMatchObject({ code: 0 });
  expect(account.installations).toMatchObject([{ enabled: true, settings: beforeSetUp }]);
});

test('installs the app with its settings, and shows it to agents from the uploaded files', async () => {
  await answer(SETTINGS);

  const { code, said } = await zcli.run('apps:create', folder);
  await sandbox.settle();
  await rm(folder, { recursive: true });

  expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining('Successfully') });
  const [installation] = account.installations;
  expect(installation).toMatchObject({ enabled: true, settings: SETTINGS });
  expect(Object.keys(installation!.build!.files)).not.toContain('zcli.apps.config.json');
  const page = await browser.newPage();
  await page.goto(`${account.url}/agent/tickets/1`);
  const sidebar = page.frameLocator('iframe');
  await sidebar.getByText('The assistant has not seen this ticket').waitFor();
  expect(await page.locator('iframe').getAttribute('src')).toContain(
    `/${installation!.app_id}/assets/${installation!.build!.id}/index.html?`,
  );
  await page.close();
});

test('updates the app in place: new version, new settings, same installation', async () => {
  await answer(SETTINGS);
  await zcli.run('apps:create', folder);
  await sandbox.settle();
  const { id } = account.installations[0]!;
  const config = join(folder, 'zcli.apps.config.json');
  const kept = JSON.parse(await readFile(config, 'utf8')) as { app_id: number };

  await writePackage(BUILT_APP, folder, parseBackend('https://new.example.com'));
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as object;
  await writeFile(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, version: '9.0.0' }));
  const parameters = { ...SETTINGS, backend_url: 'https://new.example.com' };
  await writeFile(config, JSON.stringify({ ...kept, parameters }));
  const { code, said } = await zcli.run('apps:update', folder);
  await sandbox.settle();

  expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining('updated app') });
  expect(account.installations).toHaveLength(1);
  expect(account.installations[0]).toMatchObject({
    id,
    app_id: kept.app_id,
    manifest: { version: '9.0.0', domainWhitelist: ['new.example.com'] },
    settings: parameters,
  });
});

test('an update writes what its file says, so the guide says to renew that first', async () => {
  const beforeSetUp = { ...SETTINGS, state_field_id: '', state_public_key: '' };
  await answer(beforeSetUp);
  await zcli.run('apps:create', folder);
  await sandbox.settle();
  Object.assign(account.installations[0]!.settings, SETTINGS);

  await zcli.run('apps:update', folder);

  expect(account.installations[0]!.settings).toMatchObject(beforeSetUp);
});

test('an update without a terminal and without settings in its file leaves all as they are', async () => {
  await answer(SETTINGS);
  await zcli.run('apps:create', folder);
  await sandbox.settle();
  await rm(join(folder, 'zcli.apps.config.json'));
  const { app_id: appId } = account.installations[0]!;
  zcli.environment['ZENDESK_APP_ID'] = String(appId);

  const { code, said } = await zcli.run('apps:update', folder);

  expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining('updated app') });
  expect(account.installations[0]!.settings).toMatchObject(SETTINGS);
});

/** Breaks the package, and says what Zendesk should say to that. */
const BREAKAGES: [string, () => Promise<void>, RegExp][] = [
  [
    'a manifest without its framework version',
    () => changeManifest(({ frameworkVersion: _, ...rest }) => rest),
    /Missing required fields in manifest: frameworkVersion/,
  ],
  [
    'no text in its default language',
    () => rm(join(folder, 'translations/en.json')),
    /Missing translation file for locale 'en'/,
  ],
  [
    'more than 2 MB',
    () => writeFile(join(folder, 'assets/big.png'), randomBytes(2_200_000)),
    /larger than 2 MB/,
  ],
];

async function changeManifest(change: (manifest: Record<string, unknown>) => object) {
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
  await writeFile(path, JSON.stringify(change(manifest)));
}

test.each(BREAKAGES)('refuses a package that has %s', async (_name, breakIt, complaint) => {
  await breakIt();
  await answer(SETTINGS);

  const validated = await zcli.run('apps:validate', folder);
  const packed = await zcli.run('apps:package', folder);
  const created = await zcli.run('apps:create', folder);
  await sandbox.settle();

  expect(validated).toMatchObject({ code: 2, said: expect.stringMatching(complaint) });
  expect(packed).toMatchObject({ code: 2, said: expect.stringMatching(complaint) });
  expect(created.said).toMatch(complaint);
  expect(account.installations).toEqual([]);
});

test('says “Successfully installed” although Zendesk refused the settings, so the guide says to look', async () => {
  await answer({ ...SETTINGS, tenant_slug: '' });

  const { code, said } = await zcli.run('apps:create', folder);
  await sandbox.settle();

  expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining('Successfully') });
  expect(callsTo('/api/support/apps/installations')).toEqual(['POST 422']);
  expect(account.installations).toEqual([]);
});

test('is run by npm run package when an account is in the environment', async () => {
  const program = join(import.meta.dirname, '../zendesk-app/package.ts');
  const out = join(folder, 'packed');

  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', program, '--backend', BACKEND, '--out', out],
    { env: zcli.environment },
  );

  expect(stdout).toContain('fit for upload');
  expect(stdout).toContain('Package created at');
  expect(await readdir(join(out, 'tmp'))).toEqual([expect.stringMatching(/^app-\d+\.zip$/)]);
});

test('finds the sandbox by what npm run sandbox -- --https prints', async () => {
  const main = join(import.meta.dirname, '../sandbox/src/main.ts');
  const args = [main, '--acme-port', '0', '--fresh-port', '0', '--https'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  let text = '';
  for await (const chunk of child.stdout.setEncoding('utf8')) {
    text += String(chunk);
    if (text.includes('NODE_EXTRA_CA_CERTS') && text.endsWith('\n')) break;
  }
  const printed = [...text.matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [name, value]);
  Object.assign(zcli.environment, Object.fromEntries(printed));

  const validated = await zcli.run('apps:validate', folder);

  child.kill('SIGTERM');
  await once(child, 'exit');
  expect(printed).toHaveLength(4);
  expect(validated.code).toBe(0);
  expect(callsTo('/api/v2/apps')).toEqual([]);
});
