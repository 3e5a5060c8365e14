import type { StateSigner } from '@smart-assistant/shared/conversation-state.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TICKET_URL, savedTicket, startAppOpener } from '../support/open-app.ts';
import type { AppOpener } from '../support/open-app.ts';
import { TICKET_ID, newSigner, signed } from '../support/states.ts';
import { openLog } from './open-log.ts';
import type { OpenLog } from './open-log.ts';
import { manyTurns, oldTurn, turn, variedTurns } from './some-turns.ts';
import { startTurnsServer } from './turns-server.ts';
import type { TurnsServer } from './turns-server.ts';

let opener: AppOpener;
let signer: StateSigner;
let server: TurnsServer;
let log: OpenLog;

beforeAll(async () => {
  [opener, signer] = await Promise.all([startAppOpener(), newSigner()]);
});
beforeEach(async () => {
  server = await startTurnsServer();
});
afterEach(async () => {
  await log.page.context().close();
  await server.close();
});
afterAll(() => opener.close());

/** Opens the log of a ticket with these turns and waits for the first row. */
async function open(answers: Partial<TurnsServer['answers']>, locale?: string): Promise<OpenLog> {
  Object.assign(server.answers, answers);
  log = await openLog({ opener, signer, backendUrl: server.url, ...(locale && { locale }) });
  await log.rows.first().waitFor();
  return log;
}

const search = () => log.app.getByRole('searchbox');
const focusedDeed = () => log.app.locator('.turn > button:focus .deed').innerText();

test('asks our server only when it is opened, with the field as its key', async () => {
  await open({ turns: variedTurns() });

  expect(server.asked).toEqual([
    { ticketId: String(TICKET_ID), state: expect.stringMatching(/^ey/) },
  ]);
});

describe('the rows', () => {
  test('tell every answer and every silence, newest first, each with its reason', async () => {
    await open({ turns: variedTurns() });

    expect(await log.deeds()).toEqual([
      'Handed over to an agent',
      'Answered the customer',
      'Stayed silent',
      'Answered the customer',
      'Drafted an answer',
      'Would have handed over',
    ]);
    expect(await log.app.locator('.turn .reason').allInnerTexts()).toEqual([
      'The customer asked for a person.',
      'Your help articles answer the question.',
      'The newest comment is its own.',
      'Your help articles answer the question.',
      'Your help articles answer the question.',
      'No help article matches the question.',
    ]);
    expect(await log.app.locator('.turn .rating').allInnerTexts()).toEqual([
      'Rated wrong: the article is out of date',
      'Rated right',
    ]);
  });

  test('turn round on request', async () => {
    await open({ turns: variedTurns() });
    const newestFirst = await log.deeds();

    await log.app.getByRole('button', { name: 'Oldest first' }).click();
    await log.app.getByRole('button', { name: 'Newest first' }).waitFor();

    expect(await log.deeds()).toEqual(newestFirst.reverse());
  });

  test('outside the visible part are not drawn', async () => {
    await open({ turns: manyTurns(300) });

    const drawn = await log.rows.evaluateAll(
      (rows) => rows.filter((row) => row.checkVisibility({ contentVisibilityAuto: true })).length,
    );

    expect(await log.rows.count()).toBe(300);
    expect(drawn).toBeGreaterThan(4);
    expect(drawn).toBeLessThan(60);
  });
});

describe('an open turn', () => {
  const details = () => log.app.locator('.turn > div');

  test('tells what was written, from where, how sure, by which rules, how fast and what to quote', async () => {
    await open({ turns: [turn()] });

    await log.rows.click();

    const text = await details().innerText();
    for (const part of [
      /Sent to the customer\s+Hello,\s+You can return unworn items within 30 days\.\s+Source: How/,
      /Confident \(86%\)/,
      /An agent has replied/,
      /Quality of the answer: decided/,
      /New comment, 3 times since/,
      /Waiting\s+2\.0 sec\s+Reading\s+410 ms\s+Answering\s+90 ms\s+Writing\s+340 ms\s+In all\s+2\.8 sec/,
      /Turn acme-35436-3\s+Comment 9001\s+Facts b1946ac92492d234/,
    ]) {
      expect(text).toMatch(part);
    }
  });

  test('quotes its sources and links to them', async () => {
    await open({ turns: [turn()] });

    await log.rows.click();

    const link = details().getByRole('link', { name: 'How do I return an item?' });
    expect(await link.getAttribute('href')).toBe(
      'https://acme.zendesk.com/hc/en-us/articles/360001',
    );
    expect(await link.getAttribute('rel')).toContain('noopener');
    expect(await details().locator('q').allInnerTexts()).toEqual([
      'You can return unworn items within 30 days of delivery.',
    ]);
  });

  test('shows words, never markup, and links to nothing but the web', async () => {
    const evil = { id: '1', title: 'Returns', url: 'javascript:alert(1)' };
    const text = '<p>Hi</p><img src=x onerror="document.title=1"><script>document.title=1</script>';
    await open({ turns: [turn({ sources: [evil], written: { text, isPublic: false } })] });

    await log.rows.click();

    expect(await details().locator('blockquote').innerText()).toBe('Hi');
    expect(await details().innerText()).toContain('Written as an internal note');
    expect(await details().getByRole('link').count()).toBe(0);
    expect(await log.page.frames()[1]!.title()).toBe('Smart Assistant');
  });

  test('of an early version shows what there is', async () => {
    await open({ turns: [oldTurn()] });

    await log.rows.click();

    expect((await details().innerText()).split('\n').filter(Boolean)).toEqual([
      ...['Afterwards', 'Agent', 'Time taken', 'In all', '300 ms'],
      ...['For support', 'Turn acme-35436-3', 'Copy these ids'],
    ]);
  });

  test('gives its ids for the clipboard also where the frame has no right to it', async () => {
    await open({ turns: [turn()] });
    await log.rows.click();

    await details().getByRole('button', { name: 'Copy these ids' }).click();

    await details().getByRole('status').getByText('Copied').waitFor();
    const pasted = search();
    await pasted.press('ControlOrMeta+v');
    expect(await pasted.inputValue()).toContain('Turn acme-35436-3');
  });

  test('says a rule this version does not know by its name', async () => {
    await open({ turns: [turn({ rules: [{ rule: 'full_moon', verdict: 'decided' }] })] });

    await log.rows.click();

    await details().getByText('full moon: decided').waitFor();
  });
});

describe('the search', () => {
  test('finds in what is written behind a closed row, whatever the case and accents, and shows where', async () => {
    const text = 'La devolución es gratis en 30 días.';
    const turns = [turn({ n: 2, id: 'b', written: { text, isPublic: true } }), oldTurn({ n: 1 })];
    await open({ turns });

    await search().fill('DEVOLUCION gratis');

    await log.app.getByRole('status').getByText('1 of 2').waitFor();
    expect(await log.app.locator('.excerpt').innerText()).toBe(text);
  });

  test('finds by what the row says, by an article and by an id', async () => {
    await open({ turns: variedTurns() });

    for (const [words, count] of [
      ['asked person', 1],
      ['shipping times', 3],
      ['acme-35436-4', 1],
      ['out of date', 1],
      ['no such words', 0],
    ] as const) {
      await search().fill(words);
      await log.app.getByRole('status').getByText(`${count} of 6`).waitFor();
      expect(await log.rows.count()).toBe(count);
    }
    await log.app.getByText('Nothing that is loaded matches.').waitFor();
  });

  test('shows one kind of action alone', async () => {
    await open({ turns: variedTurns() });

    await log.app.getByRole('combobox', { name: 'Show only' }).selectOption('stayed_silent');

    await log.app.getByText('1 of 6').waitFor();
    expect(await log.deeds()).toEqual(['Stayed silent']);
  });

  test('is emptied by Escape', async () => {
    await open({ turns: variedTurns() });
    await search().fill('person');

    await search().press('Escape');

    await log.app.getByText('6 turns').waitFor();
    expect(await search().inputValue()).toBe('');
  });
});

describe('the keyboard', () => {
  test('moves between turns by arrows, Home and End', async () => {
    await open({ turns: variedTurns() });
    await log.rows.first().focus();

    const heard: string[] = [];
    for (const key of ['ArrowUp', 'ArrowDown', 'End', 'ArrowDown', 'ArrowUp', 'Home']) {
      await log.page.keyboard.press(key);
      heard.push(await focusedDeed());
    }

    expect(heard).toEqual([
      'Handed over to an agent',
      'Answered the customer',
      'Would have handed over',
      'Would have handed over',
      'Drafted an answer',
      'Handed over to an agent',
    ]);
  });

  test('has one stop for all rows, where it was last', async () => {
    await open({ turns: manyTurns(40) });
    await log.rows.first().focus();
    await log.page.keyboard.press('ArrowDown');

    await log.page.keyboard.press('Shift+Tab');
    await log.page.keyboard.press('Tab');

    expect(await focusedDeed()).toBe('Answered the customer');
    expect(await log.app.locator('.turn > button[tabindex="0"]').count()).toBe(1);
  });

  test('closes the turn it is in by Escape and stays on its row', async () => {
    await open({ turns: variedTurns() });
    await log.rows.nth(1).focus();
    await log.page.keyboard.press('Enter');
    const row = log.rows.nth(1);
    expect(await row.getAttribute('aria-expanded')).toBe('true');
    await log.app.getByRole('link', { name: 'Shipping times and costs' }).last().focus();

    await log.page.keyboard.press('Escape');

    expect(await row.getAttribute('aria-expanded')).toBe('false');
    expect(await focusedDeed()).toBe('Answered the customer');
  });
});

describe('older turns', () => {
  test('come page by page until there are no more', async () => {
    await open({ turns: manyTurns(25), pageSize: 10 });
    const older = log.app.getByRole('button', { name: 'Load older turns' });

    await older.click();
    await log.app.getByText('20 turns').waitFor();
    await older.click();
    await log.app.getByText('25 turns').waitFor();

    expect(await older.count()).toBe(0);
    expect(server.asked.map(({ before }) => before)).toEqual([undefined, 16, 6]);
  });

  test('that cannot be had say so, and the next click has them', async () => {
    await open({ turns: manyTurns(25), pageSize: 20 });
    const older = log.app.getByRole('button', { name: 'Load older turns' });
    server.answers.trouble = { status: 500, code: 'internal' };

    await older.click();
    await log.app.getByRole('alert').getByText('could not be loaded').waitFor();
    delete server.answers.trouble;
    await older.click();

    await log.app.getByText('25 turns').waitFor();
    expect(await log.app.getByText('could not be loaded').count()).toBe(0);
  });
});

test('shows a new turn when the ticket’s state changes, and keeps the older ones and what is open', async () => {
  await open({ turns: manyTurns(12), pageSize: 10 });
  await log.app.getByRole('button', { name: 'Load older turns' }).click();
  await log.app.getByText('12 turns').waitFor();
  await log.rows.nth(1).click();

  server.answers.turns = [turn({ n: 13 }), ...server.answers.turns];
  await log.inHost((host, answers) => Object.assign(host.responses, answers), {
    [TICKET_URL]: savedTicket(await signed(signer, { n: 13 })),
  });
  await log.inHost((host) => host.emit('ticket.updated'));

  await log.app.getByText('13 turns').waitFor();
  expect(await log.rows.nth(2).getAttribute('aria-expanded')).toBe('true');
});

test.each([
  [{ because: 'queued', attempts: 0 }, 'A new look at this ticket is waiting its turn.'],
  [
    { because: 'zendesk_limit', attempts: 1, until: Date.now() + 600_000 },
    /Zendesk limits how often.* Next try at \d/,
  ],
  [
    { because: 'retrying', attempts: 3, errorCode: 'zendesk_unavailable' },
    /last attempt failed.*3 attempts so far\. Cause: zendesk_unavailable\./,
  ],
  [{ because: 'gave_up', attempts: 8 }, /gave up on this ticket/],
] as const)('says why something is waiting: %j', async (waiting, sentence) => {
  await open({ turns: [turn()], waiting });

  await log.app.getByRole('status').getByText(sentence).waitFor();
});

test.each(['de-DE', 'es-419', 'fr', 'pt-BR'])('speaks %s and fits 320 pixels', async (locale) => {
  await open({ turns: variedTurns(), waiting: { because: 'retrying', attempts: 2 } }, locale);
  await log.rows.nth(1).click();
  await log.app.locator('.turn > div').waitFor();

  const width = await log.app.locator('html').evaluate((html) => html.scrollWidth);
  const text = await log.app.locator('main').innerText();

  expect(width).toBe(320);
  expect(text).not.toMatch(/Answered the customer|Stayed silent|undefined|\{\w+\}/);
});
