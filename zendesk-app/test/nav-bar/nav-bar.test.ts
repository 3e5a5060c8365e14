import { OVERVIEW_AUDIENCE } from '@smart-assistant/shared/overview-api.ts';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { NOTHING_FOUND, checkBothSchemes } from '../support/axe.ts';
import { startAppOpener } from '../support/open-app.ts';
import type { AppOpener, HostSetup, OpenApp } from '../support/open-app.ts';
import { OVERVIEW_CALL, openPage, pageSetup } from './open-page.ts';
import { busyDay, emptyDay, midnight } from './some-overview.ts';

let opener: AppOpener;
let opened: OpenApp;

beforeAll(async () => {
  opener = await startAppOpener();
});
afterEach(() => opened.page.context().close());
afterAll(() => opener.close());

type Answer = HostSetup['responses'][string];

async function open(answer: Answer, change: (setup: HostSetup) => void = () => undefined) {
  const setup = await pageSetup(answer);
  change(setup);
  opened = await openPage(opener, setup);
  return opened;
}

const ok = (body: unknown): Answer => ({ status: 200, body });
const refusal = (status: number, code: string): Answer => ({
  status,
  body: { error: { code, message: 'No.' } },
});

const setAnswer = (answer: Answer) =>
  opened.inHost((host, answers) => Object.assign(host.responses, answers), {
    [OVERVIEW_CALL]: answer,
  });

const calls = () =>
  opened.inHost((host) => host.requests.filter(({ url }) => String(url).includes('/overview/')));

const tile = (name: string) =>
  opened.app.locator('dl > div').filter({ has: opened.app.getByText(name, { exact: true }) });

describe('asks the server', () => {
  test('through Zendesk’s proxy, which signs for this shop; neither secret nor agent is in the call', async () => {
    await open(ok(emptyDay()));
    await opened.app.getByText('Nothing happened in this time').waitFor();

    const [call] = await calls();

    expect(call).toMatchObject({
      type: 'POST',
      secure: true,
      cors: false,
      autoRetry: false,
      headers: { Authorization: 'Bearer {{jwt.token}}' },
      jwt: {
        algorithm: 'HS256',
        secret_key: '{{setting.api_secret}}',
        expiry: 60,
        claims: { iss: 'acme', aud: OVERVIEW_AUDIENCE },
      },
    });
  });

  test.each([
    ['Today', 0, 1],
    ['Yesterday', -1, 0],
    ['Last 7 days', -6, 1],
  ] as const)('for %s between midnights of the reader', async (name, from, to) => {
    await open(ok(emptyDay()));

    await opened.app.getByRole('button', { name }).click();
    await opened.app.getByText('Nothing happened in this time').waitFor();

    const last = (await calls()).at(-1)!;
    expect(JSON.parse(String(last['data']))).toEqual({ from: midnight(from), to: midnight(to) });
  });

  test('again on request and when the page comes back to the front', async () => {
    await open(ok(emptyDay()));
    await opened.app.getByText('Nothing happened in this time').waitFor();

    await setAnswer(ok(busyDay()));
    await opened.app.getByRole('button', { name: 'Refresh' }).click();
    await tile('Answered').getByText('100', { exact: true }).waitFor();
    await setAnswer(ok(emptyDay()));
    await opened.inHost((host) => host.emit('pane.activated'));
    await opened.inHost((host) => host.emit('pane.activated'));

    await opened.app.getByText('Nothing happened in this time').waitFor();
    expect(await calls()).toHaveLength(3);
  });
});

describe('a busy day', () => {
  test('says first what people ask first', async () => {
    await open(ok(busyDay()));
    await opened.app.getByText('Answers customers').waitFor();

    for (const [name, value, note] of [
      ['Answered', '100', '96 sent, 4 drafted'],
      ['Handed over', '26', 'for an agent to answer'],
      ['Stayed silent', '73', 'with a reason each'],
      ['Failed', '1', 'given up, left to agents'],
      ['Missed webhooks', '2', 'found by the sweep instead'],
      ['Rated right', '85%', '17 right, 3 wrong'],
      ['Waiting now', '3', 'the oldest for 12 min'],
    ]) {
      expect((await tile(name!).innerText()).split(/\n+/)).toEqual([name, value, note]);
    }
  });

  test('draws its turns by the hour, says them in words and shows them as a table', async () => {
    const at = midnight() + 9 * 3_600_000;
    const hours = [
      { at, action: 'replied', count: 7 },
      { at, action: 'handed_over', count: 2 },
      { at: at + 3_600_000, action: 'replied', count: 4 },
    ] as const;
    await open(ok(busyDay({ hours: [...hours] })));
    const drawing = opened.app.getByRole('img', {
      name: /^Turns by hour\. 13 turns in all; the most, 9, at 9:00/,
    });
    await drawing.waitFor();

    await opened.app.getByRole('button', { name: 'Show as a table' }).click();

    const table = opened.app.getByRole('group', { name: 'Turns by hour' });
    const rows = await table.getByRole('row').allInnerTexts();
    expect(rows.map((row) => row.replace(/\s+/g, ' '))).toEqual([
      'Time Answered Handed over',
      '9:00 AM 7 2',
      '10:00 AM 4 0',
    ]);
    const bars = await drawing
      .locator('rect[fill^="url"]')
      .evaluateAll((rects) => rects.map((rect) => Math.round(rect.getBoundingClientRect().height)));
    expect(bars[0]! / bars[2]!).toBeCloseTo(7 / 4, 1);
  });

  test('shows the numbers of the column one points at', async () => {
    const at = midnight() + 12 * 3_600_000;
    await open(ok(busyDay({ hours: [{ at, action: 'replied', count: 7 }] })));
    const bar = opened.app.locator('svg[role="img"] rect[fill^="url"]');

    await bar.hover();

    await opened.app.getByText('Answered: 7').waitFor();
  });

  test('counts its reasons, and a click on one shows the turns behind it', async () => {
    await open(ok(busyDay()));
    const reasons = opened.app.getByRole('region', { name: 'Why it handed over' });
    await reasons.waitFor();
    const counts = await reasons.getByRole('button').allInnerTexts();

    await reasons.getByRole('button', { name: /No help article matches/ }).click();

    expect(counts.map((text) => text.replace(/\s+/g, ' '))).toEqual([
      'The customer asked for a person. 14',
      'No help article matches the question. 9',
      'The topic is sensitive and needs a person. 3',
      'Something went wrong and the assistant could not finish. 1',
    ]);
    await opened.app.getByText('6 of 6').waitFor();
    expect(await opened.app.locator(':focus').innerText()).toBe('Newest turns');
  });

  test('leads to a ticket in the workspace around it', async () => {
    await open(ok(busyDay()));

    await opened.app.getByRole('link', { name: 'Open ticket 500' }).click();

    await opened.page.waitForFunction('window.host.log.includes("invoke routeTo")');
    expect(
      await opened.app.getByRole('link', { name: 'Open ticket 500' }).getAttribute('href'),
    ).toBe('https://acme.zendesk.com/agent/tickets/500');
  });

  test('lists the newest turns a screenful at a time', async () => {
    await open(ok(busyDay()));
    await opened.app.getByText('25 of 60').waitFor();

    await opened.app.getByRole('button', { name: 'Show more' }).click();

    await opened.app.getByText('50 of 60').waitFor();
  });

  test('shows what was given up with its cause', async () => {
    await open(ok(busyDay()));

    const row = opened.app.getByRole('row').filter({ hasText: '#88' });

    expect(await row.innerText()).toMatch(/403 Forbidden[^]*zendesk_forbidden, 5 attempts/);
  });

  test('says what is wrong with the set-up and opens it', async () => {
    await open(ok(busyDay()));
    const setUp = opened.app.getByRole('region', { name: 'Set-up' });
    await setUp.getByText('An inactive trigger never fires.', { exact: true }).waitFor();
    expect(await setUp.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/^Broken\s+Notify closed ticket\s+An inactive trigger never fires\.$/),
      expect.stringMatching(/^Advice\s+Take it back$/),
    ]);

    await setUp.getByRole('button', { name: 'Open set-up' }).click();

    await setUp.getByRole('button', { name: 'Close set-up' }).waitFor();
  });

  test('of a shop that only observes counts what it would have answered', async () => {
    const turns = [
      { action: 'observed', reason: 'answered_from_articles', count: 5 },
      { action: 'observed', reason: 'not_confident', count: 3 },
    ] as const;
    await open(ok(busyDay({ answerMode: 'observe', turns: [...turns] })));

    expect((await tile('Answered').innerText()).split(/\n+/)).toEqual([
      'Answered',
      '5',
      '5 only observed',
    ]);
    await opened.app.getByText('Observes only').waitFor();
  });

  test('of seven days is drawn by the day', async () => {
    await open(ok(busyDay({ hours: [{ at: midnight(-2) + 1, action: 'replied', count: 4 }] })));

    await opened.app.getByRole('button', { name: 'Last 7 days' }).click();

    await opened.app.getByRole('img', { name: /^Turns by day\. 4 turns/ }).waitFor();
  });
});

describe('without numbers', () => {
  test.each([
    ['no key', { status: 400, body: 'jwt.secret_key must be set' }, 'This page has no key'],
    ['a wrong key', refusal(401, 'unauthorized'), 'The server refused the key'],
    ['an unknown shop', refusal(404, 'not_found'), 'The server does not know this shop'],
    ['too many calls', refusal(429, 'too_many'), 'Too many requests'],
    ['no server', { status: 0 }, 'The server cannot be reached'],
    ['a server that fails', refusal(500, 'internal'), 'The server cannot be reached'],
    ['a proxy that gave up', { status: 504 }, 'The server did not answer in time'],
    ['another answer', { status: 200, body: { hello: 1 } }, 'The answer could not be read'],
  ] as [string, Answer, string][])(
    'for %s says so and has a way out',
    async (_name, answer, title) => {
      await open(answer);
      await opened.app.getByRole('heading', { name: title }).waitFor();
      expect(await checkBothSchemes(opened)).toEqual(NOTHING_FOUND);

      await setAnswer(ok(busyDay()));
      await opened.app.getByRole('button', { name: 'Try again' }).click();

      await tile('Answered').getByText('100', { exact: true }).waitFor();
      expect(await opened.app.getByRole('heading', { name: title }).count()).toBe(0);
    },
  );

  test('says after a while that it takes long', async () => {
    await open({ status: 'never' });

    await opened.app.getByRole('status').getByText('This takes longer than usual.').waitFor();
  });

  test('keeps the numbers it has when they cannot be refreshed, and says of when they are', async () => {
    await open(ok(busyDay()));
    await tile('Answered').getByText('100', { exact: true }).waitFor();

    await setAnswer({ status: 0 });
    await opened.app.getByRole('button', { name: 'Refresh' }).click();

    await opened.app.getByText(/Could not refresh\. These are the numbers of \d/).waitFor();
    expect(await tile('Answered').getByText('100', { exact: true }).count()).toBe(1);
  });

  test('names the settings that are missing', async () => {
    await open(ok(busyDay()), (setup) => {
      setup.settings['tenant_slug'] = '';
    });

    await opened.app.getByRole('heading', { name: 'The app is not set up yet' }).waitFor();
    expect(await opened.app.getByRole('listitem').allInnerTexts()).toEqual(['Shop name']);
  });
});

describe('in every scheme, language and width', () => {
  test.each([
    ['a busy day', busyDay],
    ['an empty day', emptyDay],
  ])('%s has no accessibility violation', async (_name, day) => {
    await open(ok(day()));
    await tile('Answered').waitFor();
    const table = opened.app.getByRole('button', { name: 'Show as a table' });
    if (day === busyDay) await table.click();

    expect(await checkBothSchemes(opened)).toEqual(NOTHING_FOUND);
  });

  test.each(['de', 'es', 'fr', 'pt-BR'])('speaks %s and never scrolls sideways', async (locale) => {
    await open(ok(busyDay()), (setup) => {
      setup.values['currentUser.locale'] = locale;
    });
    await opened.app.locator('dl').first().waitFor();

    for (const width of [1280, 768, 360]) {
      await opened.page.setViewportSize({ width, height: 900 });
      expect(await opened.app.locator('html').evaluate((html) => html.scrollWidth)).toBe(width);
    }
    await opened.app
      .locator('li')
      .filter({ hasText: 'Notify closed ticket' })
      .locator('p')
      .waitFor();
    const text = await opened.app.locator('main').innerText();
    expect(text).not.toMatch(/Stayed silent|Newest turns|inactive trigger|undefined|\{\w+\}/);
  });
});
