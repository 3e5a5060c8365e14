import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { setUpAccount } from '../demo/set-up-account.ts';
import { launchBrowser } from './browser.ts';
import { damage, triggerOf } from './damage.ts';
import { openAs, openSetUp, startSetUpWorld } from './set-up-world.ts';
import type { SetUpPage, SetUpWorld } from './set-up-world.ts';

let browser: Browser;
let world: SetUpWorld;
let ada: SetUpPage;
let ticketId: number;

const COMMENT_TRIGGER = 'Notify Assistant on new comment';

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** An account that works. */
beforeEach(async () => {
  world = await startSetUpWorld();
  const { backendUrl } = world;
  const { url: zendeskUrl, credentials } = world.account;
  await setUpAccount({ zendeskUrl, admin: credentials.admin, backendUrl, slug: 'acme' });
  ticketId = world.account.createTicket({ by: 'alice', subject: 'Hi', text: 'Hello!' })['id'];
});
afterEach(async () => {
  await ada.context.close();
  await world.stop();
});

async function open(): Promise<void> {
  world.account.clearCalls();
  ada = await openSetUp(browser, world, { name: 'ada', ticketId });
}

const button = (name: string | RegExp) => ada.panel.getByRole('button', { name, exact: true });
const heading = (name: string) => ada.panel.getByRole('heading', { name, exact: true });
const about = (object: string) => ada.panel.getByRole('region', { name: object, exact: true });
/** What a difference marks, as it is read. */
const marked = async (where: Locator, mark: 'del' | 'ins') =>
  (await where.locator(mark).allInnerTexts()).map((text) =>
    text.replace(/^(Removed|Added):\s*/, ''),
  );
const isIdle = () =>
  ada.panel.locator('button[aria-disabled="false"]', { hasText: 'Check again' }).waitFor();

test('what is broken is named with the difference and mended by its button', async () => {
  await damage(world, 'webhook_inactive');
  await open();
  await heading('The assistant does not work').waitFor();

  const webhook = about('Smart Assistant');
  await webhook.getByText('Broken', { exact: true }).waitFor();
  await webhook.getByText('Zendesk sends nothing through an inactive webhook.').waitFor();
  expect(await marked(webhook, 'del')).toEqual(['inactive']);
  expect(await marked(webhook, 'ins')).toEqual(['active']);
  await button('Fix: Smart Assistant').click();

  await heading('Everything is set up').waitFor();
  const { webhooks } = await world.api('GET', '/api/v2/webhooks');
  expect(webhooks[0].status).toBe('active');
});

test('what impairs the assistant is named while the assistant works', async () => {
  await damage(world, 'field_visible_in_portal');
  await open();

  await heading('The assistant works').waitFor();

  const field = about('Smart Assistant state');
  await field.getByText('Impaired', { exact: true }).waitFor();
  expect(await marked(field, 'ins')).toEqual(['false']);
});

test('what others do is advice with a prediction and the place for a person, and has no button', async () => {
  await damage(world, 'tags_replaced');
  await open();
  await heading('Others at work in this account').waitFor();

  const other = about('Sort by topic');
  await other.getByText('Advice', { exact: true }).waitFor();
  await other.getByText('Prediction: a pause set by the tag assistant_paused is lifted.').waitFor();
  await other.getByText('Admin Center > Objects and rules > Business rules > Triggers').waitFor();

  expect(await other.getByRole('button').count()).toBe(0);
  expect(await button(/^Fix/).count()).toBe(0);
});

test('a long body is compared word by word', async () => {
  await damage(world, 'body_no_ticket_id');

  await open();
  await about(COMMENT_TRIGGER).getByText('does not say which ticket').waitFor();

  expect(await marked(about(COMMENT_TRIGGER), 'del')).toEqual(['ticket.requester.id']);
  expect(await marked(about(COMMENT_TRIGGER), 'ins')).toEqual(['ticket.id']);
});

test('everything is fixed at once after a preview, and each object can be undone', async () => {
  await damage(world, 'webhook_inactive', 'trigger_narrowed', 'field_visible_in_portal');
  await open();
  await button('Fix all 3…').click();
  const preview = ada.panel.getByRole('region', { name: 'This will be written to Zendesk' });
  expect(await marked(preview, 'del')).toEqual([
    'true',
    'inactive',
    expect.stringMatching(/via_id/),
  ]);
  expect(writes()).toEqual([]);

  await preview.getByRole('button', { name: 'Write these 3 changes' }).click();
  await heading('Everything is set up').waitFor();
  await ada.panel.getByText('The round trip works').waitFor();

  await button(`Undo: ${COMMENT_TRIGGER}`).click();
  await about(COMMENT_TRIGGER).getByText('is not told of tickets from other channels').waitFor();
  await isIdle();
  const { conditions } = await triggerOf(world.api, COMMENT_TRIGGER);
  expect(conditions.all).toHaveLength(2);
  expect(await button(`Undo: ${COMMENT_TRIGGER}`).count()).toBe(0);
  expect(await button('Undo: Smart Assistant').count()).toBe(1);
});

test('a preview that is cancelled writes nothing, and the focus goes back to its button', async () => {
  await damage(world, 'webhook_inactive', 'field_visible_in_portal');
  await open();
  await button('Fix all 2…').click();

  await button('Cancel').click();

  expect(await ada.panel.locator(':focus').innerText()).toBe('Fix all 2…');
  expect(writes()).toEqual([]);
});

test('undo leaves alone what somebody has changed since', async () => {
  await damage(world, 'trigger_narrowed');
  await open();
  await button(`Fix: ${COMMENT_TRIGGER}`).click();
  await heading('Everything is set up').waitFor();
  await damage(world, 'body_no_ticket_id');

  await button(`Undo: ${COMMENT_TRIGGER}`).click();

  await ada.panel.getByText('Left alone: somebody has changed it since').waitFor();
});

test('a server that does not answer is named as such', async () => {
  await damage(world, 'field_visible_in_portal');
  await world.service.stop();
  await open();

  await button('Fix: Smart Assistant state').click();

  await heading('Zendesk cannot reach the assistant').waitFor();
});

test('an agent who opens the set-up in the navigation bar is told whose it is', async () => {
  const appId = world.account.installations[0]!.app_id;
  await fillInSettings();
  ada = await openAs(browser, world, { name: 'bob', path: `/agent/apps/${appId}` });

  await button('Open set-up').click();

  await heading('Set-up is for admins').waitFor();
  expect(await button(/^Fix|^Set up|^Undo/).count()).toBe(0);
});

/** What ada wrote from the panel: the server signs in with a token, she with a session. */
function writes(): string[] {
  return world.account.calls
    .filter(({ method, path }) => method !== 'GET' && !path.startsWith('/oauth'))
    .map(({ method, path }) => `${method} ${path}`);
}

async function fillInSettings(): Promise<void> {
  const { ticket_fields: fields } = await world.api('GET', '/api/v2/ticket_fields');
  const { id } = fields.find(({ title }: { title: string }) => title === 'Smart Assistant state');
  const state_public_key = await world.service.statePublicKey('acme');
  Object.assign(world.account.installations[0]!.settings, {
    state_field_id: String(id),
    state_public_key,
  });
}
