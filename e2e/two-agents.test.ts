import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startStack } from '../demo/stack.ts';
import type { Stack } from '../demo/stack.ts';
import { launchBrowser } from './browser.ts';
import { openWorkspace } from './open-workspace.ts';
import type { Workspace } from './open-workspace.ts';

let browser: Browser;
let stack: Stack;
let ada: Workspace;
let bob: Workspace;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  stack = await startStack();
  stack.account.comment(1, { by: 'alice', text: 'How long does standard delivery take?' });
  await stack.settle();
  [ada, bob] = await Promise.all([
    openWorkspace(browser, stack, { as: 'ada', ticketId: 1 }),
    openWorkspace(browser, stack, { as: 'bob', ticketId: 1 }),
  ]);
  for (const { sidebar } of [ada, bob]) {
    await sidebar.getByRole('heading', { name: /The assistant answered/ }).waitFor();
  }
});
afterEach(async () => {
  await Promise.all([ada.context.close(), bob.context.close()]);
  await stack.stop();
});

const button = ({ sidebar }: Workspace, name: string) => sidebar.getByRole('button', { name });
const headline = ({ sidebar }: Workspace, name: RegExp) =>
  sidebar.getByRole('heading', { name }).waitFor();
/** Whatever was clicked is saved and read again. */
const saved = ({ sidebar }: Workspace) => sidebar.getByText('Verified').waitFor();
const ticket = () => stack.account.ticket(1) as { tags: string[]; assignee_id: number | null };

test('what one agent does, the other sees without a reload', async () => {
  await button(ada, 'Take over').click();

  await headline(bob, /An agent has taken over/);
  await saved(ada);
  expect(ticket()).toMatchObject({
    tags: expect.arrayContaining(['assistant_takeover']),
    assignee_id: stack.account.users.ada.id,
  });
});

/** Both have clicked before anything of either reaches Zendesk. */
async function atOnce(clicks: [Workspace, string][]): Promise<void> {
  const { promise: released, resolve: release } = Promise.withResolvers<undefined>();
  for (const [workspace, name] of clicks) {
    await workspace.page.route('**/tags.json', async (route) => {
      await released;
      await route.continue();
    });
    await button(workspace, name).click();
    await workspace.sidebar.getByText('Saving…').waitFor();
  }
  release(undefined);
}

test('two clicks at once lose nobody’s tag', async () => {
  stack.account.update(1, { by: 'ada', additional_tags: ['vip'] });

  await Promise.all([button(ada, 'Take over').click(), button(bob, 'Pause the assistant').click()]);
  await Promise.all([saved(ada), saved(bob)]);

  expect(ticket().tags).toEqual(
    expect.arrayContaining(['vip', 'assistant_takeover', 'assistant_paused']),
  );
  await Promise.all([headline(ada, /is paused/), headline(bob, /is paused/)]);
});

test('two takeovers at once leave the ticket with one agent, and the other is told', async () => {
  await atOnce([
    [ada, 'Take over'],
    [bob, 'Take over'],
  ]);
  await Promise.all([saved(ada), saved(bob)]);

  const { assignee_id } = ticket();
  const { ada: a, bob: b } = stack.account.users;
  expect([a.id, b.id]).toContain(assignee_id);
  const loser = assignee_id === a.id ? bob : ada;
  await loser.sidebar.getByRole('alert').getByText('somebody else has taken').waitFor();
});

test('the assistant stays silent after a takeover without a reply, and answers again after the handback', async () => {
  await button(bob, 'Take over').click();
  await saved(bob);
  stack.account.comment(1, { by: 'alice', text: 'And how do I return an item?' });
  await stack.settle();
  await bob.sidebar.getByText('An agent has taken the ticket').first().waitFor();

  await button(ada, 'Hand back to the assistant').click();
  await expect.poll(() => ticket().tags).toContain('assistant_handback');
  await saved(ada);
  await stack.settle();
  stack.account.comment(1, { by: 'alice', text: 'How do I return an item?' });
  await stack.settle();

  await headline(bob, /The assistant answered/);
  expect(ticket().tags.filter((tag) => /assistant_(takeover|handback)/.test(tag))).toEqual([]);
});

test('a draft of one agent goes into their own reply only', async () => {
  stack.account.comment(1, { by: 'alice', text: 'How do I return an item?' });

  await button(bob, 'Draft an answer').click();
  await button(bob, 'Insert into reply').click();
  await bob.sidebar.getByText('Nothing has been sent.').waitFor();

  const reply = ({ page }: Workspace) =>
    page.getByPlaceholder('Write your reply to the customer').inputValue();
  expect((await reply(bob)).length).toBeGreaterThan(20);
  expect(await reply(ada)).toBe('');
});
