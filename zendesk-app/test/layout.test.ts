import type { StateSigner } from '@smart-assistant/shared/conversation-state.ts';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { hostSetup, startAppOpener } from './support/open-app.ts';
import type { AppOpener, OpenApp } from './support/open-app.ts';
import { newSigner, signed } from './support/states.ts';

let opener: AppOpener;
let signer: StateSigner;
let opened: OpenApp;

beforeAll(async () => {
  [opener, signer] = await Promise.all([startAppOpener(), newSigner()]);
});
afterEach(() => opened.page.context().close());
afterAll(() => opener.close());

async function openIn(locale: string): Promise<OpenApp> {
  const setup = hostSetup(signer, await signed(signer));
  setup.values['currentUser.locale'] = locale;
  opened = await opener.open(setup);
  await opened.app.getByRole('heading', { level: 1 }).waitFor();
  return opened;
}

/** How far anything reaches beyond the frame, in pixels. */
const overflow = ({ app }: OpenApp) =>
  app.locator('html').evaluate((page) => page.scrollWidth - page.clientWidth);

describe.each([
  ['en-US', 'The assistant answered', 'Take over'],
  ['es', 'El asistente respondió', 'Hacerse cargo'],
  ['fr', 'L’assistant a répondu', 'Prendre en charge'],
  ['de', 'Der Assistent hat', 'Übernehmen'],
  ['pt-BR', 'O assistente respondeu', 'Assumir'],
])('in %s', (locale, headline, takeOver) => {
  test('the app speaks the language, buttons and all', async () => {
    const { app } = await openIn(locale);

    await app.getByRole('heading', { name: headline }).waitFor();
    await app.getByRole('button', { name: takeOver }).waitFor();
    expect(await app.locator('html').getAttribute('lang')).toBe(locale);
  });

  test('nothing sticks out at any width, or at 200 % zoom', async () => {
    const { app, page } = await openIn(locale);
    const found: [number, number][] = [];

    // 160 px is the sidebar's 320 at 200 %.
    for (const width of [320, 160, 480, 900]) {
      await page.locator('iframe').evaluate((frame, px) => {
        frame.style.width = `${px}px`;
      }, width);
      await app.locator('html').evaluate(() => new Promise(requestAnimationFrame).then(() => null));
      found.push([width, await overflow(opened)]);
    }

    expect(found).toEqual([
      [320, 0],
      [160, 0],
      [480, 0],
      [900, 0],
    ]);
  });
});

describe('for a right-to-left Zendesk', () => {
  test('the layout is mirrored, labels on the right', async () => {
    const { app } = await openIn('ar');

    const label = (await app.getByText('Confidence', { exact: true }).boundingBox())!;
    const value = (await app.getByText('Confident', { exact: true }).boundingBox())!;

    expect(await app.locator('html').getAttribute('dir')).toBe('rtl');
    expect(label.x).toBeGreaterThan(value.x);
    expect(await overflow(opened)).toBe(0);
  });

  test('the full stop of an English sentence stays at its end', async () => {
    const { app } = await openIn('he');
    const sentence = app.getByText('Verified: written by the assistant.');

    const [first, stop] = await sentence.evaluate((element) => {
      const text = element.firstChild!;
      const boxOf = (index: number) => {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + 1);
        return range.getBoundingClientRect().x;
      };
      return [boxOf(0), boxOf(text.textContent!.length - 1)];
    });

    expect(stop).toBeGreaterThan(first!);
  });
});

describe('by keyboard', () => {
  test('everything can be reached in the order it is read, and the focus can be seen', async () => {
    const { app, page } = await openIn('en-US');
    await app.getByRole('link', { name: 'Shipping times and costs' }).waitFor();
    const names: string[] = [];

    await app.locator('body').evaluate((body) => body.ownerDocument.defaultView!.focus());
    for (let i = 0; i < 8; i += 1) {
      await page.keyboard.press('Tab');
      names.push(await app.locator(':focus').innerText());
      const shadow = await app.locator(':focus').evaluate((element) => {
        const { boxShadow, outlineStyle } = getComputedStyle(element);
        return boxShadow !== 'none' || outlineStyle !== 'none';
      });
      expect([names.at(-1), shadow]).toEqual([names.at(-1), true]);
    }

    expect(names).toEqual([
      'How do I return an item?',
      'Shipping times and costs',
      'Take over',
      'Pause the assistant',
      'Draft an answer',
      'Right',
      'Wrong',
      'Why',
    ]);
  });

  test('the log opens and closes with Enter', async () => {
    const { app, page } = await openIn('en-US');
    const why = app.getByRole('button', { name: 'Why' });

    await why.focus();
    await page.keyboard.press('Enter');
    expect(await why.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Enter');

    expect(await why.getAttribute('aria-expanded')).toBe('false');
  });
});

test('nothing moves for those who asked for less motion', async () => {
  const setup = hostSetup(signer, await signed(signer));
  opened = await opener.open(setup);
  await opened.page.emulateMedia({ reducedMotion: 'reduce' });
  await opened.app.getByRole('button', { name: 'Why' }).waitFor();

  const durations = await opened.app.locator('body').evaluate((body) =>
    [...body.querySelectorAll('*')].flatMap((element) => {
      const { animationDuration, transitionDuration } = getComputedStyle(element);
      return [animationDuration, transitionDuration].flatMap((all) => all.split(', '));
    }),
  );

  expect(durations.filter((duration) => parseFloat(duration) > 0.001)).toEqual([]);
});

test('the frame keeps its height from the skeleton to a usual glance, give or take a line', async () => {
  const { page, app } = await openIn('en-US');
  await app.getByRole('link', { name: 'Shipping times and costs' }).waitFor();
  const settled = (await app.locator('main').boundingBox())!.height;
  await page.context().close();
  const setup = hostSetup(signer, '');
  opened = await opener.open({ ...setup, isSilent: true });
  const skeleton = opened.app.locator('main');
  await opened.app.getByRole('status').waitFor();

  const loading = (await skeleton.boundingBox())!.height;

  expect(Math.abs(settled - loading)).toBeLessThanOrEqual(20);
});
