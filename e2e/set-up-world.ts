import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { startSandbox } from '@smart-assistant/sandbox/sandbox.ts';
import type { SandboxAccount } from '@smart-assistant/sandbox/sandbox-account.ts';
import { parseConfig } from '@smart-assistant/server/config.ts';
import { createLogger } from '@smart-assistant/server/logger.ts';
import { startService } from '@smart-assistant/server/service.ts';
import type { Service } from '@smart-assistant/server/service.ts';
import { APP_FOLDER } from '../demo/stack.ts';

const SLUG = 'acme';

/** A Zendesk account that nobody has set up, and a server that knows no more than how to sign in to it. */
export interface SetUpWorld {
  account: SandboxAccount;
  service: Service;
  /** Where Zendesk and the app reach the server. */
  backendUrl: string;
  /** A call of ada's, the admin, which must succeed. */
  api(method: string, path: string, body?: object): Promise<Json>;
  settle(): Promise<void>;
  stop(): Promise<void>;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of an API we drive ourselves here
type Json = any;

export async function startSetUpWorld(seed: 'empty' | 'shop' = 'empty'): Promise<SetUpWorld> {
  const sandbox = await startSandbox({ accounts: [{ subdomain: SLUG, seed }] });
  const account = sandbox.account(SLUG);
  account.switches.apiTokens = 'enabled';
  const port = String(await freePort());
  const config = parseConfig({
    MASTER_KEY: randomBytes(32).toString('base64'),
    DATABASE_URL: ':memory:',
    PORT: port,
    PUBLIC_URL: `http://localhost:${port}`,
    WORKERS: '0',
    DEBOUNCE_MS: '0',
  });
  const service = await startService(config, { logger: createLogger({ level: 'silent' }) });
  const { clientId, clientSecret } = account.credentials;
  await service.tenants.save({
    slug: SLUG,
    zendeskUrl: account.url,
    credentials: { kind: 'oauth', clientId, clientSecret },
    signingSecrets: [],
    answerMode: 'reply',
  });
  account.registerInstallation({
    appDir: APP_FOLDER,
    settings: {
      backend_url: config.publicUrl,
      tenant_slug: SLUG,
      api_secret: service.apiSecret(SLUG),
    },
  });
  return {
    account,
    service,
    backendUrl: config.publicUrl,
    api: (method, path, body) => callAsAdmin(account, { method, path, body }),
    async settle() {
      do {
        await sandbox.settle();
      } while ((await service.runDue()) > 0);
    },
    async stop() {
      await service.stop();
      await sandbox.stop();
    },
  };
}

async function callAsAdmin(
  { url, credentials: { admin } }: SandboxAccount,
  { method, path, body }: { method: string; path: string; body: object | undefined },
): Promise<Json> {
  const secret = Buffer.from(`${admin.email}/token:${admin.apiToken}`).toString('base64');
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { authorization: `Basic ${secret}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}`);
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}

/** The server's address is part of what is set up, so it is known before the server starts. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

export interface SetUpPage {
  context: BrowserContext;
  page: Page;
  panel: FrameLocator;
}

/** Opens a page of the workspace as the named person. */
export async function openAs(
  browser: Browser,
  { account: { url, users } }: Pick<SetUpWorld, 'account'>,
  { name, path }: { name: string; path: string },
): Promise<SetUpPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const data = { userId: users[name]!.id };
  const signedIn = await context.request.post(`${url}/sandbox/session`, { data });
  if (!signedIn.ok()) throw new Error(`The sandbox did not sign ${name} in: ${signedIn.status()}`);
  const page = await context.newPage();
  await page.goto(`${url}${path}`);
  return { context, page, panel: page.frameLocator('iframe') };
}

/** Opens the set-up beside a ticket. */
export async function openSetUp(
  browser: Browser,
  world: Pick<SetUpWorld, 'account'>,
  { name, ticketId }: { name: string; ticketId: number },
): Promise<SetUpPage> {
  const opened = await openAs(browser, world, { name, path: `/agent/tickets/${ticketId}` });
  await opened.panel.getByRole('button', { name: 'Set-up', exact: true }).click();
  return opened;
}
