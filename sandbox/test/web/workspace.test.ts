import { expect, test, vi } from 'vitest';
import type { Page, Route } from 'playwright-core';
import { client } from '../client.ts';
import { browserWorld, openPage } from './open-workspace.ts';

const world = browserWorld();

const lastComment = (page: Page) => page.getByLabel('Conversation').locator('> li').last();

test("shows a customer's new comment to the agent without a reload, and reads it out", async () => {
  const page = await openPage(world, '/agent/tickets/1');

  world.acme.comment(1, { by: 'alice', text: 'Is it still on its way?' });

  await page.getByText('Is it still on its way?').waitFor();
  expect(await page.getByRole('status').allInnerTexts()).toContain('New reply from Alice Moreau');
});

test('signs an agent in who is not an admin, and another one by the switcher', async () => {
  const { users } = world.acme;
  const page = await openPage(world, '/agent');
  const switcher = page.getByLabel('Signed in as');
  const first = await switcher.inputValue();
  await switcher.locator(`option[value="${users.ada.id}"]`).waitFor({ state: 'attached' });

  await Promise.all([page.waitForEvent('load'), switcher.selectOption(String(users.ada.id))]);
  await page.locator('body[data-ready]').waitFor();

  expect(first).toBe(String(users.bob.id));
  expect(await switcher.inputValue()).toBe(String(users.ada.id));
});

test('submits a public reply with a status as the signed-in agent', async () => {
  const page = await openPage(world, '/agent/tickets/1');

  await page.getByLabel('Comment', { exact: true }).fill('It leaves our warehouse today.');
  await page.getByRole('button', { name: 'Other statuses' }).click();
  await page.getByRole('menuitem', { name: 'Submit as Pending' }).click();
  await page.getByText('Ticket #1 has been updated as Pending').waitFor();

  const written = world.acme.comments(1).at(-1);
  expect(written).toMatchObject({
    body: 'It leaves our warehouse today.',
    public: true,
    author_id: world.acme.users.bob.id,
  });
  expect(world.acme.ticket(1)['status']).toBe('pending');
  expect(await page.getByLabel('Comment', { exact: true }).inputValue()).toBe('');
  expect(await lastComment(page).innerText()).toContain('It leaves our warehouse today.');
});

test('keeps an internal note from the customer', async () => {
  const agent = await openPage(world, '/agent/tickets/1');
  const customer = await openPage(world, '/requests/1');

  await agent.getByRole('button', { name: 'Internal note' }).click();
  await agent.getByLabel('Comment', { exact: true }).fill('Known delay at the carrier.');
  await agent.getByLabel('Comment', { exact: true }).press('Control+Enter');
  await agent.getByText('Ticket #1 has been updated').waitFor();
  world.acme.comment(1, { by: 'bob', text: 'We are looking into it.' });
  await customer.getByText('We are looking into it.').waitFor();

  expect(await customer.getByText('Known delay at the carrier.').count()).toBe(0);
  expect(await lastComment(agent).innerText()).toContain('We are looking into it.');
  expect(await agent.getByText('Known delay at the carrier.').count()).toBe(1);
});

test("keeps the agent's text when the ticket was changed meanwhile, and says so", async () => {
  const page = await openPage(world, '/agent/tickets/1');
  await page.getByLabel('Comment', { exact: true }).fill('My long answer');
  world.acme.faults.next({ match: { method: 'PUT', path: /\/tickets\/1/ }, kind: '409' });

  await page.getByRole('button', { name: /^Submit as/ }).click();
  await page.getByRole('alert').filter({ hasText: '409' }).waitFor();

  expect(await page.getByLabel('Comment', { exact: true }).inputValue()).toBe('My long answer');
  expect(await page.getByRole('button', { name: /^Submit as/ }).isEnabled()).toBe(true);
});

test('keeps what is newer when an older answer about the ticket comes late', async () => {
  const page = await openPage(world, '/agent/tickets/1');
  const late: Array<() => void> = [];
  let next: 'answered' | 'late' = 'answered';
  await page.route('**/api/v2/tickets/1.json*', async (route) => {
    const isLate = next === 'late';
    next = 'answered';
    const response = await route.fetch();
    if (isLate) await new Promise<void>((resolve) => late.push(resolve));
    if (route.request().method() === 'PUT') {
      // What the page reads after this is its own look at what it has saved.
      await page.getByLabel('Conversation').getByText('My answer').waitFor();
      next = 'late';
    }
    await route.fulfill({ response });
  });
  await page.getByLabel('Comment', { exact: true }).fill('My answer');
  await page.getByRole('button', { name: /^Submit as/ }).click();
  await vi.waitUntil(() => late.length > 0, { timeout: 10_000 });

  world.acme.update(1, { by: 'assistant', tags: ['newest'] });
  for (const path of ['/sandbox.json', '/api/v2/tickets/1/comments.json', '/sandbox.json']) {
    await page.evaluate(`fetch('${path}').then((answer) => answer.text())`);
  }
  late.forEach((answer) => answer());
  await page.getByText('Ticket #1 has been updated').waitFor();

  await expect.poll(() => page.getByLabel('Tags').inputValue()).toBe('newest');
});

test('shows what changed before the page listened', async () => {
  const page = await world.context.newPage();
  const stream = Promise.withResolvers<Route>();
  await page.route('**/sandbox/events', (route) => stream.resolve(route));
  await page.goto(`${world.acme.url}/agent/tickets/1`);
  await page.locator('body[data-ready]').waitFor();

  world.acme.comment(1, { by: 'alice', text: 'Did you hear me?' });
  await (await stream.promise).continue();

  await page.getByLabel('Conversation').getByText('Did you hear me?').waitFor();
});

test('offers nothing to write on a closed ticket', async () => {
  world.acme.update(1, { by: 'bob', status: 'closed' });

  const page = await openPage(world, '/agent/tickets/1');

  expect(await page.getByLabel('Comment', { exact: true }).isDisabled()).toBe(true);
  expect(await page.getByRole('button', { name: /^Submit as/ }).isDisabled()).toBe(true);
});

test('saves tags that the agent changed', async () => {
  const page = await openPage(world, '/agent/tickets/1');

  await page.getByLabel('Tags').fill('vip, late');
  await page.getByLabel('Tags').blur();
  await page.getByRole('button', { name: /^Submit as/ }).click();
  await page.getByText('Ticket #1 has been updated').waitFor();

  expect(world.acme.ticket(1)['tags']).toEqual(['late', 'vip']);
});

test('shows markup that a customer wrote as text', async () => {
  const text = '<img src=x onerror="document.title=1"><script>document.title=2</script> hello';
  world.acme.comment(1, { by: 'alice', text });

  const page = await openPage(world, '/agent/tickets/1');

  expect(await lastComment(page).innerText()).toContain(text);
  expect(await lastComment(page).locator('img, script').count()).toBe(0);
});

test('lists tickets and opens one from the keyboard', async () => {
  const page = await openPage(world, '/agent');

  await page
    .getByRole('link', { name: String(world.acme.ticket(1)['subject']) })
    .first()
    .focus();
  await page.keyboard.press('Enter');

  await page.waitForURL(/\/agent\/tickets\/\d+$/);
});

test('keeps agent and customer signed in side by side in one browser', async () => {
  const agent = await openPage(world, '/agent/tickets/1');
  const customer = await openPage(world, '/requests/1');

  await customer.getByLabel('Your reply').fill('One more thing.');
  await customer.getByRole('button', { name: 'Send' }).click();
  await customer.getByText('One more thing.').waitFor();
  await agent.getByLabel('Comment', { exact: true }).fill('Of course.');
  await agent.getByRole('button', { name: /^Submit as/ }).click();
  await customer.getByText('Of course.').waitFor();

  const [asked, answered] = world.acme.comments(1).slice(-2);
  expect(asked?.['author_id']).toBe(world.acme.users.alice.id);
  expect(answered?.['author_id']).toBe(world.acme.users.bob.id);
});

test('opens a ticket for a customer who submits a request', async () => {
  const page = await openPage(world, '/requests/new');

  await page.getByLabel('Subject').fill('Wrong colour');
  await page.getByLabel('How can we help?').fill('I ordered green and got blue.');
  await page.getByRole('button', { name: 'Submit' }).click();
  await page.waitForURL(/\/requests\/\d+$/);
  await page.getByText('I ordered green and got blue.').waitFor();

  const id = Number(page.url().split('/').at(-1));
  expect(world.acme.ticket(id)).toMatchObject({ subject: 'Wrong colour', status: 'new' });
});

test('says so when there is no such ticket', async () => {
  const page = await world.context.newPage();

  await page.goto(`${world.acme.url}/agent/tickets/99999`);

  await page.getByRole('heading', { name: 'The workspace could not be opened' }).waitFor();
});

test('turns dark by the query and by the toggle, and remembers', async () => {
  const page = await openPage(world, '/agent?colorScheme=dark');
  const scheme = () => page.evaluate('document.documentElement.dataset.colorScheme');
  const asked = await scheme();

  await page.getByRole('button', { name: 'Switch between light and dark' }).click();
  const toggled = await scheme();
  await page.goto(`${world.acme.url}/agent`);

  expect([asked, toggled, await scheme()]).toEqual(['dark', 'light', 'light']);
});

test('leads a customer from the list of help articles to one of them', async () => {
  const page = await openPage(world, '/hc');

  const link = page.getByRole('main').getByRole('link').first();
  const title = await link.innerText();
  await link.click();

  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
  expect(await page.getByRole('article').innerText()).toContain('Updated');
});

test("leads the API's own address of an article to its page", async () => {
  const zendesk = await client(world.acme);
  const { articles } = await zendesk.get('/help_center/es/articles');
  const page = await world.context.newPage();

  await page.goto(articles[0].html_url);

  await page.getByRole('heading', { name: articles[0].title, level: 1 }).waitFor();
});
