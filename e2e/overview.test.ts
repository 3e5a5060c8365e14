import type { Browser, BrowserContext, FrameLocator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startStack } from '../demo/stack.ts';
import type { Stack } from '../demo/stack.ts';
import { launchBrowser } from './browser.ts';

let browser: Browser;
let stack: Stack;
let context: BrowserContext;

beforeAll(async () => {
  browser = await launchBrowser();
});
beforeEach(async () => {
  stack = await startStack();
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
});
afterEach(async () => {
  await context.close();
  await stack.stop();
});
afterAll(() => browser.close());

async function openOverview(): Promise<FrameLocator> {
  const page = await context.newPage();
  const appId = stack.account.installations[0]!.app_id;
  await page.goto(`${stack.account.url}/agent/apps/${appId}`);
  return page.frameLocator('iframe.nav_bar');
}

const tile = (app: FrameLocator, name: string) =>
  app.locator('dl > div').filter({ has: app.getByText(name, { exact: true }) });

test('shows what happened today, through Zendesk’s proxy and its signature', async () => {
  stack.account.comment(1, { by: 'alice', text: 'How long does standard delivery take?' });
  await stack.settle();
  stack.account.comment(1, { by: 'alice', text: 'Can I please talk to a human?' });
  await stack.settle();

  const app = await openOverview();

  await tile(app, 'Answered').getByText('1 sent').waitFor();
  await tile(app, 'Handed over').getByText('1', { exact: true }).waitFor();
  await app.getByRole('button', { name: /The customer asked for a person\. ?1/ }).waitFor();
  expect(await app.getByRole('link', { name: 'Open ticket 1' }).count()).toBeGreaterThanOrEqual(2);
});

test('leads from a turn to its ticket', async () => {
  stack.account.comment(1, { by: 'alice', text: 'How long does standard delivery take?' });
  await stack.settle();
  const app = await openOverview();

  await app.getByRole('link', { name: 'Open ticket 1' }).first().click();

  const page = context.pages()[0]!;
  await page.waitForURL(`${stack.account.url}/agent/tickets/1`);
});

test('says that the server cannot be reached, and has the numbers once it is back', async () => {
  await stack.service.stop();
  const app = await openOverview();
  await app.getByRole('heading', { name: 'The server cannot be reached' }).waitFor();

  await stack.restart();
  await app.getByRole('button', { name: 'Try again' }).click();

  await tile(app, 'Answered').waitFor();
});

test('says that the key is missing or wrong', async () => {
  const { settings } = stack.account.installations[0]!;
  const secret = settings['api_secret'];

  delete settings['api_secret'];
  const app = await openOverview();
  await app.getByRole('heading', { name: 'This page has no key to the server yet' }).waitFor();
  settings['api_secret'] = `${String(secret)}x`;
  await app.getByRole('button', { name: 'Try again' }).click();
  await app.getByRole('heading', { name: 'The server refused the key of this page' }).waitFor();
  settings['api_secret'] = secret!;
  await app.getByRole('button', { name: 'Try again' }).click();

  await tile(app, 'Answered').waitFor();
});

test('tells beside the ticket, turn by turn, why it answered and why it was silent', async () => {
  stack.account.comment(1, { by: 'alice', text: 'How long does standard delivery take?' });
  await stack.settle();
  stack.account.comment(1, { by: 'alice', text: 'Can I please talk to a human?' });
  await stack.settle();
  const page = await context.newPage();
  await page.goto(`${stack.account.url}/agent/tickets/1`);
  const sidebar = page.frameLocator('iframe');

  await sidebar.getByRole('button', { name: 'Why' }).click();

  const rows = sidebar.locator('.turn > button');
  await rows.filter({ hasText: 'Answered the customer' }).first().click();
  await rows.filter({ hasText: 'Handed over to an agent' }).first().waitFor();
  const details = sidebar.locator('.turn > div');
  await details.getByText('Sent to the customer').waitFor();
  await details.getByText('Quality of the answer: decided').waitFor();
  expect(await details.getByRole('link').first().getAttribute('href')).toContain('/hc/');
});
