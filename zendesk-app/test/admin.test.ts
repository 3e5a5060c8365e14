import type { StateSigner } from '@smart-assistant/shared/conversation-state.ts';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { FIELD_ID, hostSetup, startAppOpener } from './support/open-app.ts';
import type { AppOpener, HostSetup, OpenApp } from './support/open-app.ts';
import { newSigner, signed } from './support/states.ts';

let opener: AppOpener;
let signer: StateSigner;
let setup: HostSetup;
let opened: OpenApp;

const ME = 'GET /api/v2/users/me.json';
const FIELD = `GET /api/v2/ticket_fields/${FIELD_ID}.json`;
const IS_VISIBLE = `ticketFields:custom_field_${FIELD_ID}.isVisible`;

beforeAll(async () => {
  [opener, signer] = await Promise.all([startAppOpener(), newSigner()]);
});
afterAll(() => opener.close());

beforeEach(async () => {
  setup = hostSetup(signer, await signed(signer));
  setup.responses[ME] = { status: 200, body: { user: { role: 'admin' } } };
  setup.responses[FIELD] = field({});
  setup.values[IS_VISIBLE] = false;
});
afterEach(() => opened.page.context().close());

const field = (ticket_field: object) => ({ status: 200, body: { ticket_field } });
const calls = (wanted: string) =>
  opened.inHost((host, call) => host.log.filter((each) => each === call), wanted);
const setUpButton = () => opened.app.getByRole('button', { name: 'Set-up' });

test('an admin finds the set-up beside every ticket, also before the app is configured', async () => {
  setup.settings = {};
  opened = await opener.open(setup);

  await opened.app.getByRole('heading', { name: 'The app is not set up yet' }).waitFor();
  await setUpButton().click();

  expect(await setUpButton().getAttribute('aria-expanded')).toBe('true');
});

test.each([
  ['an agent', { status: 200, body: { user: { role: 'agent' } } }],
  ['somebody whose role cannot be had', { status: 500 }],
])('%s does not', async (_name, me) => {
  setup.responses[ME] = me;
  setup.responses[FIELD] = field({ visible_in_portal: true });
  opened = await opener.open(setup);
  await opened.app.getByText('Verified').waitFor();
  await expect.poll(() => calls(ME)).toHaveLength(1);

  expect(await setUpButton().count()).toBe(0);
  expect(await calls(FIELD)).toEqual([]);
});

test('the role is asked for once a browser tab, however many tickets are opened', async () => {
  opened = await opener.open(setup);
  await setUpButton().waitFor();

  await opened.inHost((host) => {
    host.log.length = 0;
    host.openFrame();
  });
  await setUpButton().waitFor();

  expect(await calls(ME)).toEqual([]);
});

test.each([
  ['customers see it', { visible_in_portal: true }, 'Customers see it in their requests.'],
  [
    'customers can change it',
    { visible_in_portal: true, editable_in_portal: true },
    'Customers can change it in their requests.',
  ],
])('an admin is warned when %s', async (_name, properties, words) => {
  setup.responses[FIELD] = field(properties);
  opened = await opener.open(setup);

  await opened.app.getByRole('heading', { name: 'The assistant’s field can be seen' }).waitFor();

  await opened.app.getByText(words).waitFor();
});

test('an admin is warned when Zendesk did not hide it', async () => {
  setup.values[IS_VISIBLE] = true;
  opened = await opener.open(setup);

  await opened.app.getByText('Zendesk did not hide it on this ticket.').waitFor();
});

test('a field that is hidden well, or cannot be looked up, is no warning', async () => {
  opened = await opener.open(setup);
  await setUpButton().waitFor();
  await expect.poll(() => calls(FIELD)).toHaveLength(1);
  expect(await opened.app.getByText('can be seen').count()).toBe(0);
  await opened.page.context().close();

  setup.responses[FIELD] = { status: 403 };
  opened = await opener.open(setup);
  await setUpButton().waitFor();
  await expect.poll(() => calls(FIELD)).toHaveLength(1);

  expect(await opened.app.getByText('can be seen').count()).toBe(0);
});

test('the field is hidden again when the ticket’s tab comes back, and its state is shown all the same', async () => {
  const hide = `invoke ticketFields:custom_field_${FIELD_ID}.hide`;
  setup.unknownInvokes = [`ticketFields:custom_field_${FIELD_ID}.hide`];
  opened = await opener.open(setup);
  await opened.app.getByRole('heading', { name: 'The assistant answered' }).waitFor();

  await opened.inHost((host) => host.emit('app.activated'));

  await expect.poll(() => calls(hide)).toHaveLength(2);
});
