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
  stack = await startStack();
  stack.account.comment(1, { by: 'alice', text: 'How long does standard delivery take?' });
  await stack.settle();
  await stack.service.stop();
  bob = await openWorkspace(browser, stack, { as: 'bob', ticketId: 1 });
  await bob.sidebar.getByRole('heading', { name: /The assistant answered/ }).waitFor();
});
afterEach(async () => {
  await bob.context.close();
  await stack.stop();
});

const button = (name: string) => bob.sidebar.getByRole('button', { name });
const headline = (name: RegExp) => bob.sidebar.getByRole('heading', { name }).waitFor();
const saved = () => bob.sidebar.getByText('Verified').waitFor();
const tags = () => (stack.account.ticket(1) as { tags: string[] }).tags;

test('with the server stopped an agent pauses and resumes, takes over, undoes it and hands back', async () => {
  await button('Pause the assistant').click();
  await headline(/is paused/);
  await saved();
  expect(tags()).toContain('assistant_paused');

  await button('Resume the assistant').click();
  await headline(/The assistant answered/);
  await saved();
  expect(tags()).not.toContain('assistant_paused');

  await button('Take over').click();
  await headline(/An agent has taken over/);
  await saved();
  expect(stack.account.ticket(1)).toMatchObject({ assignee_id: stack.account.users.bob.id });

  await button('Undo takeover').click();
  await headline(/The assistant answered/);
  await saved();
  expect(tags()).not.toContain('assistant_takeover');

  await button('Take over').click();
  await saved();
  await button('Hand back to the assistant').click();
  await saved();
  expect(tags()).toContain('assistant_handback');
  expect(tags()).not.toContain('assistant_takeover');
});

test('what needs the server says so, and says what works all the same', async () => {
  await button('Draft an answer').click();
  await bob.sidebar.getByText('Pause, take over and hand back work all the same.').waitFor();

  await button('Right').click();
  await expect
    .poll(() => bob.sidebar.getByText('The assistant’s server does not answer').count())
    .toBe(2);

  await button('Why').click();
  await expect
    .poll(() => bob.sidebar.getByText('The assistant’s server does not answer').count())
    .toBe(3);
});

test('what an agent did meanwhile counts when the server is back', async () => {
  await button('Take over').click();
  await saved();
  stack.account.comment(1, { by: 'alice', text: 'And how do I return an item?' });
  const before = stack.account.comments(1).length;

  await stack.restart();
  stack.pass(60_000);
  await stack.settle();

  expect(stack.account.comments(1)).toHaveLength(before);
  await headline(/An agent has taken over/);
});
