import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startStack } from '../demo/stack.ts';
import type { Stack } from '../demo/stack.ts';
import { launchBrowser } from './browser.ts';

let browser: Browser;
let stack: Stack;
let context: BrowserContext;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

afterEach(async () => {
  await context.close();
  await stack.stop();
});

/** The product as `npm run demo` starts it; without workers, `stack.settle()` says when it works. */
async function start({ workers = 0 } = {}): Promise<void> {
  stack = await startStack({ workers });
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
}

async function openWorkspace(ticketId: number): Promise<{ page: Page; sidebar: FrameLocator }> {
  const page = await context.newPage();
  await page.goto(`${stack.account.url}/agent/tickets/${ticketId}`);
  return { page, sidebar: page.frameLocator('iframe') };
}

async function writeAsCustomer(ticketId: number, text: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${stack.account.url}/requests/${ticketId}`);
  await page.getByRole('textbox').fill(text);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText(text).waitFor();
  return page;
}

test('shows an agent the answer and its reason without a reload', async () => {
  await start({ workers: 2 });
  const { page, sidebar } = await openWorkspace(1);
  await sidebar.getByText('The assistant has not seen this ticket').waitFor();

  const customer = await writeAsCustomer(1, 'How long does delivery take?');

  await sidebar.getByRole('heading', { name: /The assistant answered/ }).waitFor();
  await sidebar.getByText('Your help articles answer the question.', { exact: true }).waitFor();
  await sidebar.getByText('Verified: written by the assistant.').waitFor();
  const reply = page.getByText(/^Source:/);
  await reply.waitFor();
  const source = reply.getByRole('link');
  expect(await source.getAttribute('href')).toContain('/hc/');
  expect(await sidebar.getByRole('link').first().textContent()).toBe(await source.textContent());
  await customer.getByText(/^Source:/).waitFor();
});

test('tells the agent that the customer asked for a person', async () => {
  await start();
  const { page, sidebar } = await openWorkspace(1);

  await writeAsCustomer(1, 'Can I please talk to a human?');
  await stack.settle();

  await sidebar.getByRole('heading', { name: /Waiting for you/ }).waitFor();
  await page.getByText('Smart Assistant hands this ticket to you.').waitFor();
});

test('falls silent when the agent replies from the composer', async () => {
  await start();
  const { page, sidebar } = await openWorkspace(1);
  await sidebar.getByText('The assistant has not seen this ticket').waitFor();

  await page.getByPlaceholder('Write your reply to the customer').fill('Hi, I am on it.');
  await page.getByRole('button', { name: /^Submit as/ }).click();
  await page.getByText('Hi, I am on it.').waitFor();
  await stack.settle();

  await sidebar.getByRole('heading', { name: /agent has taken over/i }).waitFor();
  await writeAsCustomer(1, 'How long does delivery take?');
  await stack.settle();
  expect(await page.getByText(/^Source:/).count()).toBe(0);
});

test('shows the state while the server is stopped', async () => {
  await start();
  const first = await openWorkspace(1);
  await writeAsCustomer(1, 'How long does delivery take?');
  await stack.settle();
  await first.sidebar.getByRole('heading', { name: /The assistant answered/ }).waitFor();

  await stack.service.stop();
  const { sidebar } = await openWorkspace(1);

  await sidebar.getByRole('heading', { name: /The assistant answered/ }).waitFor();
  await sidebar.getByText('Verified: written by the assistant.').waitFor();
});

test('pauses on the agent’s click, whatever the customer writes', async () => {
  await start();
  const { page, sidebar } = await openWorkspace(1);

  await sidebar.getByRole('button', { name: 'Pause the assistant' }).click();
  await sidebar.getByText('The ticket has the tag assistant_paused.').waitFor();
  await writeAsCustomer(1, 'How long does delivery take?');
  await stack.settle();

  expect(stack.account.ticket(1)['tags']).toContain('assistant_paused');
  expect(await page.getByText(/^Source:/).count()).toBe(0);
});

test('shows the agent’s rating again after a reload, with the server stopped', async () => {
  await start();
  await writeAsCustomer(1, 'How long does delivery take?');
  await stack.settle();
  const { page, sidebar } = await openWorkspace(1);
  await sidebar.getByRole('button', { name: 'Right', exact: true }).click();
  await sidebar.getByText('You rated it right.').waitFor();
  await stack.service.stop();

  await page.reload();

  await sidebar.getByText('You rated it right.').waitFor();
});
