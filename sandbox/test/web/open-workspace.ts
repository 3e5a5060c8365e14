import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { launchBrowser } from '../../../e2e/browser.ts';
import { startSandbox } from '../../src/sandbox.ts';
import type { Sandbox } from '../../src/sandbox.ts';
import type { SandboxAccount } from '../../src/sandbox-account.ts';

export interface BrowserWorld {
  sandbox: Sandbox;
  acme: SandboxAccount;
  /** Cookies and tabs of one person's browser; a fresh one for each test. */
  context: BrowserContext;
  /** What pages complained of: exceptions that nobody caught. */
  pageErrors: string[];
  appDir: string;
}

/** The browser is unpacked at its first start on a machine. */
const START_MS = 60_000;

/** One browser for the file, a fresh sandbox and a fresh browser context for each test. */
export function browserWorld(): BrowserWorld {
  const world = {} as BrowserWorld;
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
    world.appDir = await buildProbeApp();
  }, START_MS);
  afterAll(async () => {
    await browser.close();
    await rm(world.appDir, { recursive: true });
  });
  beforeEach(async () => {
    world.sandbox = await startSandbox();
    world.acme = world.sandbox.account('acme');
    world.pageErrors = [];
    world.context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    world.context.on('weberror', (error) => world.pageErrors.push(error.error().message));
  });
  afterEach(async () => {
    await world.context.close();
    await world.sandbox.stop();
    if (world.pageErrors.length > 0) throw new Error(world.pageErrors.join('\n'));
  });
  return world;
}

/** Opens a page of the account and waits until it is filled. */
export async function openPage({ context, acme }: BrowserWorld, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(acme.url + path);
  await page.locator('body[data-ready]').waitFor();
  return page;
}

/** Installs the probe app, opens a ticket and waits for the app's handshake. */
export async function openProbe(
  world: BrowserWorld,
  path: string | ((appId: number) => string) = '/agent/tickets/1',
): Promise<{ page: Page; app: Frame; appId: number }> {
  const { app_id: appId } = world.acme.registerInstallation({
    appDir: world.appDir,
    settings: { greeting: 'hello', shared_secret: 's3cr3t-of-the-probe' },
  });
  const page = await openPage(world, typeof path === 'string' ? path : path(appId));
  const app = await (await page.waitForSelector('iframe')).contentFrame();
  if (!app) throw new Error('The app has no frame');
  await app.waitForFunction('window.registered');
  return { page, app, appId };
}

/** The probe with the npm package of the SDK in one classic script, as Zendesk's CDN serves its own. */
async function buildProbeApp(): Promise<string> {
  const appDir = await mkdtemp(join(tmpdir(), 'probe-app-'));
  await cp(join(import.meta.dirname, 'probe-app'), appDir, { recursive: true });
  const lib = dirname(createRequire(import.meta.url).resolve('zendesk_app_framework_sdk'));
  const modules = await Promise.all(
    ['utils', 'client', 'index'].map(async (name) => {
      const source = await readFile(join(lib, `${name}.js`), 'utf8');
      return `'./${name}': function (module, exports, require) {${source}\n}`;
    }),
  );
  const script = `window.ZAFClient = (() => {
    const sources = {${modules.join(',\n')}};
    const loaded = {};
    const require = (name) => {
      if (!loaded[name]) sources[name]((loaded[name] = { exports: {} }), loaded[name].exports, require);
      return loaded[name].exports;
    };
    return require('./index');
  })();`;
  await writeFile(join(appDir, 'assets/sdk.js'), script);
  return appDir;
}
