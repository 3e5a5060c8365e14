import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { FIELD_ID, startAppOpener } from '../support/open-app.ts';
import type { AppOpener, HostSetup, OpenApp } from '../support/open-app.ts';
import {
  accountToMend,
  delivered,
  healthyAccount,
  INSTALLATION,
  ok,
  openSetUp,
  setUpHost,
} from './some-account.ts';
import type { SomeAccount } from './some-account.ts';

let opener: AppOpener;
let opened: OpenApp;

const PUBLIC_KEY = 'A'.repeat(43);
const LISTS = ['ticket_fields', 'webhooks', 'triggers'].map(
  (list) => `GET /api/v2/${list}?page%5Bsize%5D=100`,
);

beforeAll(async () => {
  opener = await startAppOpener();
});
afterEach(() => opened.page.context().close());
afterAll(() => opener.close());

async function open(account: SomeAccount, change: (setup: HostSetup) => void = () => undefined) {
  const setup = await setUpHost(account);
  change(setup);
  opened = await openSetUp(opener, setup);
}

const heading = (name: string) => opened.app.getByRole('heading', { name, exact: true });
const button = (name: string | RegExp) => opened.app.getByRole('button', { name, exact: true });
const text = (words: string | RegExp) => opened.app.getByText(words);
const calls = (wanted: string) =>
  opened.inHost((host, start) => host.log.filter((each) => each.startsWith(start)), wanted);
const isIdle = () =>
  opened.app.locator('button[aria-disabled="false"]', { hasText: 'Check again' }).waitFor();

async function fixTheField(): Promise<void> {
  await button('Fix: Smart Assistant state').click();
  await heading('Done').waitFor();
}

describe('checking', () => {
  test('says what is being looked at until the last part has come', async () => {
    const slow = { status: 'never' as const };

    await open(healthyAccount({ answers: { 'GET /api/v2/users/me': slow } }));

    await text(/^Checking: /)
      .first()
      .waitFor();
    await opened.app.getByRole('progressbar').waitFor();
    expect(await button('Check again').count()).toBe(0);
  });

  test('shows what is fine as a number, and what it stands for on a click', async () => {
    await open(healthyAccount());
    await heading('Everything is set up').waitFor();
    const fine = opened.app.locator('details', { hasText: '8 things are fine' });
    expect(await fine.getByText('Has articles to answer from').isVisible()).toBe(false);

    await fine.locator('summary').click();

    expect(await fine.getByRole('listitem').count()).toBe(8);
    expect(await fine.getByText('Has articles to answer from').isVisible()).toBe(true);
    expect(await calls('P')).toEqual([]);
  });

  test('tells somebody who is no admin any more whose this is, and offers nothing', async () => {
    await open(healthyAccount({ role: 'agent' }));

    await heading('Set-up is for admins').waitFor();

    expect(await button(/^(Fix|Set up)/).count()).toBe(0);
    expect(await opened.app.getByRole('region').count()).toBe(0);
  });

  test('names each list that Zendesk does not let us read, and creates nothing on a guess', async () => {
    const answers = Object.fromEntries(LISTS.map((call) => [call, { status: 403, body: {} }]));
    const account = healthyAccount();

    await open(account, (setup) => Object.assign(setup.responses, answers));
    await heading('The assistant does not work').waitFor();

    for (const list of ['ticket fields', 'webhooks', 'triggers']) {
      await text(`Zendesk did not let us read the ${list}`).waitFor();
      await heading(list).waitFor();
    }
    expect(await button(/^(Fix|Set up)/).count()).toBe(0);
  });

  test('asks for the settings without which nothing can be compared', async () => {
    await open(healthyAccount(), (setup) => {
      setup.settings['backend_url'] = 'assistant.example.com';
      delete setup.settings['tenant_slug'];
    });

    await heading('Fill in the app’s settings first').waitFor();

    const listed = opened.app
      .getByRole('note')
      .filter({ has: heading('Fill in the app’s settings first') });
    expect(await listed.getByRole('listitem').allInnerTexts()).toEqual([
      'Server address',
      'Shop name',
    ]);
  });
});

describe('fixing', () => {
  test('says in Zendesk’s words why something was refused', async () => {
    const account = accountToMend();
    const body = { error: 'RecordInvalid', description: 'Title is already taken' };
    account.answers[`PUT /api/v2/ticket_fields/${FIELD_ID}`] = { status: 422, body };
    await open(account);

    await button('Fix: Smart Assistant state').click();
    await heading('Nothing was written').waitFor();

    await text(/Zendesk refused it/).waitFor();
    await text(/Title is already taken/).waitFor();
    await isIdle();
    expect(await button(/^Undo/).count()).toBe(0);
  });

  test('runs one thing at a time, however often it is clicked', async () => {
    const account = accountToMend();
    account.answers[`PUT /api/v2/ticket_fields/${FIELD_ID}`] = { status: 'never' };
    await open(account);
    const fix = button('Fix: Smart Assistant state');
    await fix.click();
    await text('Writing to Zendesk…').first().waitFor();

    await fix.click({ force: true });
    await button('Check again').click({ force: true });

    expect(await calls(`PUT /api/v2/ticket_fields/${FIELD_ID}`)).toHaveLength(1);
    expect(await fix.getAttribute('aria-disabled')).toBe('true');
  });

  test.each([
    [401, '{"error":"x"}', 'The assistant does not know the signing secret yet'],
    [200, '<html>', 'Something else answered'],
    [502, '', 'Zendesk cannot reach the assistant'],
  ])(
    'tells what is wrong when the test delivery comes back with %i %s',
    async (status, payload, title) => {
      const account = accountToMend();
      delivered(account, status, payload);
      await open(account);

      await fixTheField();

      await heading(title).waitFor();
      expect(await text('The round trip works').count()).toBe(0);
    },
  );

  test('reads out what it does and how it ended', async () => {
    await open(accountToMend());
    await heading('The assistant works').waitFor();

    await fixTheField();
    await isIdle();

    const region = opened.app.getByRole('status').filter({ hasText: 'The assistant works' });
    await region.waitFor();
    const focused = await opened.app.locator(':focus').innerText();
    expect(focused).toBe('The assistant works');
  });
});

describe('the app’s own settings', () => {
  const proven = `{"received":true,"state_public_key":"${PUBLIC_KEY}"}`;

  async function fixWith(answer: { status: number | 'never' } | undefined, id?: unknown) {
    const account = accountToMend();
    delivered(account, 200, proven);
    if (answer) account.answers[INSTALLATION] = answer;
    await open(account, (setup) => {
      if (id !== undefined) setup.installationId = id;
    });
    await fixTheField();
  }

  test('are written with what was found, and nothing else is changed', async () => {
    await fixWith(ok({}));
    await text('The app’s settings are filled in').waitFor();

    const [call] = await calls(INSTALLATION);
    expect(JSON.parse(call!.slice(INSTALLATION.length))).toEqual({
      settings: {
        backend_url: 'https://assistant.example.com',
        tenant_slug: 'acme',
        state_field_id: String(FIELD_ID),
        state_public_key: PUBLIC_KEY,
      },
    });
  });

  test.each([
    ['refused', { status: 403 }, 'Zendesk did not take the app’s settings'],
    ['in vain', { status: 500 }, 'Zendesk did not take the app’s settings'],
  ])('when they are %s, it says what to paste where', async (_name, answer, title) => {
    await fixWith(answer);

    await heading(title).waitFor();

    await text(PUBLIC_KEY).waitFor();
    await text('Admin Center > Apps and integrations').waitFor();
  });

  test('are left to a person while the app is not installed', async () => {
    await fixWith(undefined, 0);

    await heading('Fill in the app’s settings').waitFor();

    await text(PUBLIC_KEY).waitFor();
    expect(await calls('PUT /api/v2/apps')).toEqual([]);
  });
});
