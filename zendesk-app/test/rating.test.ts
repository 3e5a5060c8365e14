import type { StateSigner } from '@smart-assistant/shared/conversation-state.ts';
import type { TurnRecord } from '@smart-assistant/shared/sidebar-api.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FIELD_PATH, hostSetup, startAppOpener } from './support/open-app.ts';
import type { AppOpener, OpenApp } from './support/open-app.ts';
import { startSidebarServer } from './support/sidebar-server.ts';
import type { SidebarServer } from './support/sidebar-server.ts';
import { newSigner, signed } from './support/states.ts';

let opener: AppOpener;
let signer: StateSigner;
let server: SidebarServer;
let opened: OpenApp;

beforeAll(async () => {
  [opener, signer] = await Promise.all([startAppOpener(), newSigner()]);
});
afterAll(() => opener.close());

beforeEach(async () => {
  server = await startSidebarServer();
  server.turns = [
    turn({ id: 'turn-3', n: 3, action: 'stayed_silent', reason: 'nothing_new' }),
    turn({ id: 'turn-2', n: 2 }),
    turn({ id: 'turn-1', n: 1 }),
  ];
  const setup = hostSetup(signer, await signed(signer));
  setup.settings['backend_url'] = server.url;
  opened = await opener.open(setup);
});
afterEach(async () => {
  await opened.page.context().close();
  await server.close();
});

const turn = (overrides: Partial<TurnRecord>): TurnRecord => ({
  id: 'turn',
  n: 1,
  at: Date.now(),
  action: 'replied',
  reason: 'answered_from_articles',
  mode: 'assistant',
  sources: [],
  rules: [],
  tookMs: 900,
  ...overrides,
});

const ratings = () => server.asked.filter(({ action }) => action === 'ratings');
const button = (name: string) => opened.app.getByRole('button', { name, exact: true });

test('right takes one click and names the newest answer, not the newest turn', async () => {
  await button('Right').click();

  await opened.app.getByText('You rated it right.').waitFor();
  expect(ratings()).toMatchObject([{ body: { turnId: 'turn-2', rating: { verdict: 'right' } } }]);
});

test('wrong asks what is, from a short list, and the keyboard is already there', async () => {
  await button('Wrong').click();
  await button('Wrong article').waitFor();
  expect(await opened.app.locator(':focus').innerText()).toBe('Wrong article');

  await opened.page.keyboard.press('Tab');
  await opened.page.keyboard.press('Enter');

  await opened.app.getByText('You rated it wrong.').waitFor();
  expect(ratings()).toMatchObject([
    { body: { rating: { verdict: 'wrong', reason: 'outdated_article' } } },
  ]);
});

describe('after a reload', () => {
  const reload = async () => {
    await opened.inHost((host) => host.openFrame());
    await opened.app.getByText('Verified').waitFor();
    server.asked.length = 0;
  };

  test('what the agent has rated is shown at once, without a request, and can be changed', async () => {
    await button('Wrong').click();
    await button('Wrong tone').click();
    await opened.app.getByText('You rated it wrong.').waitFor();

    await reload();

    await opened.app.getByText('You rated it wrong.').waitFor();
    expect(server.asked).toEqual([]);
    expect(await opened.app.locator(':focus').count()).toBe(0);
    await button('Change').click();
    await button('Right').click();
    await opened.app.getByText('You rated it right.').waitFor();
  });

  test.each([
    ['the server did not take', async () => undefined],
    [
      'was given to an earlier answer',
      async () => {
        const value = await signed(signer, { turns: 3 });
        await opened.inHost(
          (host, [path, next]) => {
            host.values[path] = next;
          },
          [FIELD_PATH, value] as [string, string],
        );
      },
    ],
    [
      'is another agent’s',
      () =>
        opened.inHost((host) => {
          host.values['currentUser.id'] = 901;
        }),
    ],
  ])('a rating that %s is asked for', async (name, change) => {
    const isTaken = !name.startsWith('the server');
    if (!isTaken) server.trouble = { status: 503, code: 'unavailable' };
    await button('Right').click();
    const outcome = isTaken ? 'You rated it right.' : 'does not answer';
    await opened.app.getByText(outcome).first().waitFor();
    await change();

    await reload();

    await button('Right').waitFor();
    expect(await opened.app.getByText('You rated').count()).toBe(0);
  });
});

test('a slip can be taken back before it is sent', async () => {
  await button('Wrong').click();
  await button('Cancel').click();

  await button('Right').waitFor();
  expect(server.asked).toEqual([]);
});

test('a rating can be changed', async () => {
  await button('Right').click();
  await opened.app.getByText('You rated it right.').waitFor();

  await button('Change').click();
  await button('Wrong').click();
  await button('Wrong tone').click();

  await opened.app.getByText('You rated it wrong.').waitFor();
  expect(ratings()).toHaveLength(2);
});

test('a rating the server does not take says so, and is sent again on request', async () => {
  server.trouble = { status: 503, code: 'unavailable' };
  await button('Right').click();
  await opened.app
    .getByRole('heading', { name: 'The assistant’s server does not answer' })
    .waitFor();
  server.trouble = undefined;

  await button('Try again').click();

  await opened.app.getByText('You rated it right.').waitFor();
  expect(ratings()).toHaveLength(1);
});

test('says so when there is no answer to rate any more', async () => {
  server.turns = [];

  await button('Right').click();

  await opened.app.getByText('There is no answer to rate any more.').waitFor();
  expect(ratings()).toEqual([]);
});

test.each([
  ['nothing was answered', { mode: 'handoff', last: undefined }],
  ['an agent has taken over', { mode: 'agent', last: { action: 'stayed_silent' } }],
] as const)('is not asked for when %s', async (_name, { mode, last }) => {
  await opened.page.context().close();
  const at = Math.floor(Date.now() / 1000);
  const value = await signed(signer, {
    mode,
    last: last && { action: last.action, reason: 'agent_has_replied', at },
  });
  opened = await opener.open(hostSetup(signer, value));

  await opened.app.getByText('Verified').waitFor();

  expect(await opened.app.getByText('Was the last answer right?').count()).toBe(0);
});
