import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { openAs as openPage, openSetUp, startSetUpWorld } from './set-up-world.ts';
import type { SetUpPage, SetUpWorld } from './set-up-world.ts';

let browser: Browser;
let world: SetUpWorld;
let ticketId: number;
let opened: SetUpPage[];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  opened = [];
  world = await startSetUpWorld();
  ticketId = world.account.createTicket({ by: 'alice', subject: 'Hi', text: 'Hello!' })['id'];
});
afterEach(async () => {
  await Promise.all(opened.map(({ context }) => context.close()));
  await world.stop();
});

async function openAs(name: string): Promise<SetUpPage> {
  const page = await openSetUp(browser, world, { name, ticketId });
  opened.push(page);
  return page;
}

const button = ({ panel }: SetUpPage, name: string) =>
  panel.getByRole('button', { name, exact: true });
const heading = ({ panel }: SetUpPage, name: string) =>
  panel.getByRole('heading', { name, exact: true });
/** Nothing is under way any more. */
const isIdle = ({ panel }: SetUpPage) =>
  panel.locator('button[aria-disabled="false"]', { hasText: 'Check again' }).waitFor();
const ours = async () => {
  const read = async (path: string, key: string) =>
    ((await world.api('GET', path))[key] as { title?: string; name?: string }[])
      .map(({ title, name }) => title ?? name)
      .filter((name) => /^Smart Assistant|^Notify/.test(name ?? ''))
      .toSorted();
  return {
    fields: await read('/api/v2/ticket_fields', 'ticket_fields'),
    webhooks: await read('/api/v2/webhooks', 'webhooks'),
    triggers: (await read('/api/v2/triggers', 'triggers')).filter((name) =>
      /Assistant on new|closed ticket/.test(name ?? ''),
    ),
  };
};
const ALL_OF_OURS = {
  fields: ['Smart Assistant state'],
  webhooks: ['Smart Assistant'],
  triggers: ['Notify Assistant on new comment', 'Notify closed ticket'],
};
const NONE_OF_OURS = { fields: [], webhooks: [], triggers: [] };

test('one click takes an empty account to a first answer, within ten seconds', async () => {
  const ada = await openAs('ada');
  await button(ada, 'Set up now').waitFor();

  const startedAt = Date.now();
  await button(ada, 'Set up now').click();
  await heading(ada, 'Everything is set up').waitFor();
  const tookMs = Date.now() - startedAt;

  expect(tookMs).toBeLessThan(10_000);
  await ada.panel.getByText('The round trip works').waitFor();
  expect(await ours()).toEqual(ALL_OF_OURS);
  world.account.comment(ticketId, { by: 'alice', text: 'How long does standard delivery take?' });
  await world.settle();
  const texts = world.account.comments(ticketId).map(({ body }) => String(body));
  expect(texts.at(-1)).toContain('Source: Where is my order');
  await ada.page.reload();
  await ada.panel.getByRole('heading', { name: /The assistant answered/ }).waitFor();
  await ada.panel.getByText('Verified: written by the assistant.').waitFor();
});

test('the app fills in its own settings and leaves the others as they are', async () => {
  const before = { ...world.account.installations[0]!.settings };
  const ada = await openAs('ada');

  await button(ada, 'Set up now').click();
  await ada.panel.getByText('settings are filled in').waitFor();

  const { ticket_fields: fields } = await world.api('GET', '/api/v2/ticket_fields');
  const { id } = fields.find(({ title }: { title: string }) => title === 'Smart Assistant state');
  expect(world.account.installations[0]!.settings).toEqual({
    ...before,
    state_field_id: String(id),
    state_public_key: await world.service.statePublicKey('acme'),
  });
});

test('what is set up is used at once, and what was done can still be undone', async () => {
  const ada = await openAs('ada');
  await heading(ada, 'The app is not set up yet').waitFor();

  await button(ada, 'Set up now').click();
  await heading(ada, 'Everything is set up').waitFor();

  await heading(ada, 'The app is not set up yet').waitFor({ state: 'detached' });
  world.account.comment(ticketId, { by: 'alice', text: 'How long does standard delivery take?' });
  await world.settle();
  await ada.panel.getByRole('heading', { name: /The assistant answered/ }).waitFor();
  await ada.panel.getByText('The round trip works').waitFor();
  await button(ada, 'Undo all').waitFor();
});

test('a second look writes nothing and finds nothing', async () => {
  const ada = await openAs('ada');
  await button(ada, 'Set up now').click();
  await heading(ada, 'Everything is set up').waitFor();
  world.account.clearCalls();

  await button(ada, 'Check again').click();
  await isIdle(ada);

  await heading(ada, 'Everything is set up').waitFor();
  expect(world.account.calls.length).toBeGreaterThan(10);
  expect(world.account.calls.filter(({ method }) => method !== 'GET')).toEqual([]);
});

test('undo takes everything back, and what was undone can be set up again', async () => {
  const ada = await openAs('ada');
  await button(ada, 'Set up now').click();
  await heading(ada, 'Everything is set up').waitFor();

  await button(ada, 'Undo all').click();

  await heading(ada, 'The assistant is not set up yet').waitFor();
  expect(await ours()).toEqual(NONE_OF_OURS);
  await button(ada, 'Set up now').click();
  await heading(ada, 'Everything is set up').waitFor();
  expect(await ours()).toEqual(ALL_OF_OURS);
});

test('when Zendesk refuses half way, it says what is done and what is not, and a second click completes it', async () => {
  const ada = await openAs('ada');
  await button(ada, 'Set up now').waitFor();
  const path = /^\/api\/v2\/triggers$/;
  world.account.faults.next({ match: { method: 'POST', path }, kind: '409', times: 2 });

  await button(ada, 'Set up now').click();
  await heading(ada, 'Done in part').waitFor();
  await heading(ada, 'The assistant is not set up yet').waitFor();

  const refused = ada.panel.getByRole('listitem').filter({ hasText: 'Zendesk refused it' });
  expect(await refused.count()).toBe(2);
  expect(await ours()).toEqual({ ...ALL_OF_OURS, triggers: [] });
  await button(ada, 'Set up now').click();
  await heading(ada, 'Everything is set up').waitFor();
  expect(await ours()).toEqual(ALL_OF_OURS);
});

test('two admins who click at once make one set of objects', async () => {
  const [ada, other] = await Promise.all([openAs('ada'), openAs('assistant')]);
  await Promise.all([ada, other].map((each) => button(each, 'Set up now').waitFor()));

  await Promise.all([ada, other].map((each) => button(each, 'Set up now').click()));
  for (const each of [ada, other]) {
    await isIdle(each);
    await button(each, 'Check again').click();
    await heading(each, 'Everything is set up').waitFor();
  }

  expect(await ours()).toEqual(ALL_OF_OURS);
});

test('an agent sees no set-up beside a ticket', async () => {
  const bob = await openPage(browser, world, { name: 'bob', path: `/agent/tickets/${ticketId}` });
  opened.push(bob);

  await heading(bob, 'The app is not set up yet').waitFor();
  const frame = bob.page.frames()[1]!;
  const remembered = () => frame.evaluate("sessionStorage.getItem('smart-assistant.admin')");
  await expect.poll(remembered, { timeout: 10_000 }).toMatch(/ no$/);

  expect(await button(bob, 'Set-up').count()).toBe(0);
});

test('an admin sets the account up from the navigation bar as well, before the app is configured', async () => {
  const path = `/agent/apps/${world.account.installations[0]!.app_id}`;
  const ada = await openPage(browser, world, { name: 'ada', path });
  opened.push(ada);
  await button(ada, 'Set-up').click();

  await button(ada, 'Set up now').click();
  await heading(ada, 'Everything is set up').waitFor();

  await heading(ada, 'The app is not set up yet').waitFor({ state: 'detached' });
  await button(ada, 'Undo all').waitFor();
  await button(ada, 'Open set-up').waitFor();
  await ada.page.reload();
  await button(ada, 'Open set-up').waitFor();
  expect(await button(ada, 'Set-up').count()).toBe(0);
});
