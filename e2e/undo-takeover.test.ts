import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startStack } from '../demo/stack.ts';
import type { Stack } from '../demo/stack.ts';
import { launchBrowser } from './browser.ts';
import { openWorkspace } from './open-workspace.ts';
import type { Workspace } from './open-workspace.ts';

let browser: Browser;
let stack: Stack;
let bob: Workspace;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  stack = await startStack({ answerMode: 'reply' });
});
afterEach(async () => {
  await bob.context.close();
  await stack.stop();
});

const button = (name: string) => bob.sidebar.getByRole('button', { name });
const headline = (name: RegExp) => bob.sidebar.getByRole('heading', { name }).waitFor();
/** Whatever was clicked is saved and read again. */
const saved = () => bob.sidebar.getByText('Verified').waitFor();
const ticket = () => stack.account.ticket(1) as { tags: string[]; assignee_id: number | null };
const ourTags = () => ticket().tags.filter((tag) => /^assistant_(takeover|handback)$/.test(tag));

async function customerAsks(text: string): Promise<void> {
  stack.account.comment(1, { by: 'alice', text });
  await stack.settle();
}

/** Ticket 1 after `question`, which bob has taken over since. */
async function takenOver(question = 'How long does standard delivery take?'): Promise<void> {
  await customerAsks(question);
  bob = await openWorkspace(browser, stack, { as: 'bob', ticketId: 1 });
  await button('Take over').click();
  await button('Undo takeover').waitFor();
  await saved();
}

/** The assistant has been there since: a tag alone does not tell since when an agent has the ticket. */
const noted = () => bob.sidebar.getByText('Since', { exact: true }).waitFor();

test('gives the ticket back although the customer has written in between, and the assistant answers', async () => {
  const assignee = ticket().assignee_id;
  await takenOver();
  await customerAsks('How do I return an item?');
  await noted();

  await button('Undo takeover').click();
  await saved();
  await expect.poll(() => stack.service.runDue()).toBeGreaterThan(0);
  await stack.settle();

  await headline(/The assistant answered/);
  expect(stack.account.comments(1).at(-1)!['body']).toContain('Source: How to return an item');
  expect(ourTags()).toEqual([]);
  expect(ticket().assignee_id).toBe(assignee);
});

test('does so when the assistant’s turn comes while the agent’s hand is on the button', async () => {
  await takenOver();
  // The page does not learn of it before the click has been carried out.
  await bob.page.route('**/tags.json', async (route) => {
    await customerAsks('How do I return an item?');
    await route.continue();
  });

  await button('Undo takeover').click();
  await saved();
  await expect.poll(() => stack.service.runDue()).toBeGreaterThan(0);
  await stack.settle();

  await headline(/The assistant answered/);
});

test('lets a reply of an agent in between stand', async () => {
  await takenOver();
  stack.account.comment(1, { by: 'ada', text: 'I look after this one.' });
  await customerAsks('How do I return an item?');
  await noted();
  const written = stack.account.comments(1).length;

  await button('Undo takeover').click();
  await bob.sidebar.getByRole('alert').getByText('the ticket has moved on').waitFor();
  await saved();
  await stack.settle();
  await customerAsks('Hello? How do I return an item?');

  await headline(/An agent has taken over/);
  expect(stack.account.comments(1)).toHaveLength(written + 1);
  expect(await button('Undo takeover').count()).toBe(0);
  await button('Hand back to the assistant').waitFor();
});

test('is not offered for a ticket that had been waiting for an agent', async () => {
  await takenOver('Can I please talk to a human?');

  await customerAsks('How do I return an item?');
  await noted();

  await button('Hand back to the assistant').waitFor();
  expect(await button('Undo takeover').count()).toBe(0);
});

test('asks for no look of the assistant when it has not been there since', async () => {
  await takenOver();

  await button('Undo takeover').click();
  await button('Take over').waitFor();
  await saved();

  await headline(/The assistant answered/);
  expect(ourTags()).toEqual([]);
  expect(await stack.service.runDue()).toBe(0);
});
