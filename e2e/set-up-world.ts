import { randomBytes } from 'node:crypto';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { startSandbox } from '@smart-assistant/sandbox/sandbox.ts';
import type { SandboxAccount } from '@smart-assistant/sandbox/sandbox-account.ts';
import { parseConfig } from '@smart-assistant/server/config.ts';
import { createLogger } from '@smart-assistant/server/logger.ts';
import { startService } from '@smart-assistant/server/service.ts';
import type { Service } from '@smart-assistant/server/service.ts';
import type { ZendeskRequest } from '@smart-assistant/shared/setup/zendesk-call.ts';
import { adminCall } from '../demo/admin-call.ts';
import { addBareAccount } from '../demo/bare-account.ts';
import { APP_FOLDER } from '../demo/stack.ts';

const SLUG = 'acme';

/** A Zendesk account that nobody has set up, and a server that knows no more than how to sign in to it. */
export interface SetUpWorld {
  account: SandboxAccount;
  service: Service;
  /** Where Zendesk and the app reach the server. */
  backendUrl: string;
  /** A call of ada's, the admin, which must succeed. */
  api(method: ZendeskRequest['method'], path: string, body?: object): Promise<Json>;
  settle(): Promise<void>;
  stop(): Promise<void>;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of an API we drive ourselves here
type Json = any;

export async function startSetUpWorld(seed: 'empty' | 'shop' = 'empty'): Promise<SetUpWorld> {
  const sandbox = await startSandbox({ accounts: [{ subdomain: SLUG, seed }] });
  const account = sandbox.account(SLUG);
  account.switches.apiTokens = 'enabled';
  const config = parseConfig({
    MASTER_KEY: randomBytes(32).toString('base64'),
    DATABASE_URL: ':memory:',
    PORT: '0',
    WORKERS: '0',
    DEBOUNCE_MS: '0',
  });
  const service = await startService(config, { logger: createLogger({ level: 'silent' }) });
  await addBareAccount(service, account, APP_FOLDER);
  const call = adminCall({ zendeskUrl: account.url, admin: account.credentials.admin });
  return {
    account,
    service,
    backendUrl: service.url,
    async api(method, path, body) {
      const answer = await call({ method, path, body });
      if (answer.status < 300) return answer.body;
      throw new Error(`${method} ${path} answered ${answer.status}`);
    },
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
