import type { StateSigner } from '@smart-assistant/shared/conversation-state.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hostSetup, startAppOpener } from './support/open-app.ts';
import type { AppOpener, HostSetup, OpenApp } from './support/open-app.ts';
import { startSidebarServer } from './support/sidebar-server.ts';
import type { SidebarServer, Trouble } from './support/sidebar-server.ts';
import { newSigner, signed } from './support/states.ts';

let opener: AppOpener;
let signer: StateSigner;
let server: SidebarServer;
let opened: OpenApp;
let setup: HostSetup;

const TEXT = 'Hello Alice,\n\nyou can return <any> item\nwithin 30 days.';

beforeAll(async () => {
  [opener, signer] = await Promise.all([startAppOpener(), newSigner()]);
});
afterAll(() => opener.close());

beforeEach(async () => {
  server = await startSidebarServer();
  server.draft = {
    found: true,
    text: TEXT,
    confidence: 0.6,
    language: 'en',
    sources: [
      { id: '360001', title: 'Returns', url: 'https://acme.zendesk.com/hc/articles/360001' },
    ],
  };
  setup = hostSetup(signer, await signed(signer));
  setup.settings['backend_url'] = server.url;
});
afterEach(async () => {
  await opened.page.context().close();
  await server.close();
});

async function askForDraft(): Promise<OpenApp> {
  opened = await opener.open(setup);
  await opened.app.getByRole('button', { name: 'Draft an answer' }).click();
  return opened;
}

async function openDraft(): Promise<OpenApp> {
  await askForDraft();
  await opened.app.getByRole('textbox', { name: 'Answer to edit' }).waitFor();
  return opened;
}

const composerCalls = async ({ inHost }: OpenApp) =>
  (await inHost((host) => host.invoked)).filter(([path]) => path.includes('comment'));

describe('a draft', () => {
  test('shows text, certainty, language and sources, and asks with the field as its key', async () => {
    const { app } = await openDraft();

    expect(await app.getByRole('textbox').inputValue()).toBe(TEXT);
    const panel = app.getByRole('region', { name: 'Draft' });
    expect(await panel.innerText()).toMatch(/Fairly sure\s+Language\s+English/);
    expect(await panel.getByRole('link', { name: 'Returns' }).getAttribute('href')).toContain(
      '/hc/',
    );
    expect(server.asked).toEqual([
      {
        action: 'draft',
        body: { ticketId: '35436', state: setup.values['ticket.customField:custom_field_4711'] },
      },
    ]);
  });

  test('goes into the reply as the agent has edited it, and says that nothing was sent', async () => {
    const { app } = await openDraft();

    await app.getByRole('textbox').fill('Hi!');
    await app.getByRole('button', { name: 'Insert into reply' }).click();

    await app.getByText('Nothing has been sent.').waitFor();
    expect(await composerCalls(opened)).toEqual([['ticket.comment.appendText', ['Hi!']]]);
  });

  test('goes the older way where Zendesk knows no other', async () => {
    setup.unknownInvokes = ['ticket.comment.appendText'];
    const { app } = await openDraft();

    await app.getByRole('button', { name: 'Insert into reply' }).click();

    await app.getByText('Nothing has been sent.').waitFor();
    expect((await composerCalls(opened)).at(-1)).toEqual(['comment.appendText', [TEXT]]);
  });

  test('keeps its lines in a rich editor, and its angle brackets harmless', async () => {
    setup.values['ticket.comment.useRichText'] = true;
    const { app } = await openDraft();

    await app.getByRole('button', { name: 'Insert into reply' }).click();

    await app.getByText('Nothing has been sent.').waitFor();
    expect(await composerCalls(opened)).toEqual([
      [
        'ticket.comment.appendHtml',
        ['<p>Hello Alice,</p><p>you can return &lt;any&gt; item<br>within 30 days.</p>'],
      ],
    ]);
  });

  test('offers to be copied when Zendesk does not take it', async () => {
    setup.unknownInvokes = ['ticket.comment.appendText', 'comment.appendText'];
    const { app } = await openDraft();

    await app.getByRole('button', { name: 'Insert into reply' }).click();

    await app.getByRole('status').getByText('Copy it instead.').waitFor();
  });

  test('is copied also where the frame may not use the clipboard', async () => {
    const { app, page } = await openDraft();
    await app.locator('body').evaluate(() => {
      Object.assign(navigator.clipboard, {
        writeText: () => Promise.reject(new DOMException('', 'NotAllowedError')),
      });
    });

    await app.getByRole('button', { name: 'Copy' }).click();
    await app.getByText('Copied.').waitFor();
    expect(await app.locator(':focus').innerText()).toBe('Copy');
    await app.getByRole('textbox').fill('');
    await page.keyboard.press('ControlOrMeta+V');

    expect(await app.getByRole('textbox').inputValue()).toBe(TEXT);
  });

  test.each([
    ['nothing may copy it', false],
    ['the browser knows no other way', undefined],
  ])('stays selected when %s', async (_name, answer) => {
    const { app } = await openDraft();
    await app.locator('body').evaluate((_body, answer) => {
      const refuse = () => Promise.reject(new DOMException('', 'NotAllowedError'));
      Object.assign(navigator.clipboard, { writeText: refuse });
      const noOther = () => {
        if (answer === undefined) throw new TypeError('execCommand is not a function');
        return answer;
      };
      document.execCommand = noOther;
    }, answer);

    await app.getByRole('button', { name: 'Copy' }).click();

    await app.getByText('press Ctrl+C').waitFor();
    const selected = await app
      .getByRole('textbox')
      .evaluate((box) => [
        (box as HTMLTextAreaElement).selectionStart,
        (box as HTMLTextAreaElement).selectionEnd,
      ]);
    expect(selected).toEqual([0, TEXT.length]);
  });

  test('is not taken away from under the agent’s hands when the ticket changes', async () => {
    const { app, inHost } = await openDraft();
    await app.getByRole('textbox').fill('My own words');

    await inHost((host) => host.emit('ticket.updated'));
    await inHost((host) => host.log.length);
    await app.getByText('Verified').waitFor();

    expect(await app.getByRole('textbox').inputValue()).toBe('My own words');
    expect(server.asked).toHaveLength(1);
  });

  test('never links to anything but the web', async () => {
    Object.assign(server.draft, {
      sources: [{ id: '1', title: 'Bad', url: 'javascript:alert(1)' }],
    });
    const { app } = await openDraft();

    await app.getByRole('region', { name: 'Draft' }).getByText('Bad').waitFor();

    expect(await app.getByRole('link', { name: 'Bad' }).count()).toBe(0);
  });
});

test('says why there is no draft', async () => {
  server.draft = { found: false, reason: 'no_article_matches' };

  const { app } = await askForDraft();

  await app.getByText('The assistant has no answer to suggest').waitFor();
  await app.getByText('No help article matches the question.').waitFor();
});

test('an ended conversation gets no draft', async () => {
  setup = hostSetup(signer, await signed(signer, { mode: 'ended' }));
  opened = await opener.open(setup);

  await opened.app.getByRole('heading', { name: 'The conversation has ended' }).waitFor();

  expect(await opened.app.getByRole('button', { name: 'Draft an answer' }).count()).toBe(0);
});

describe('a server that does not do its part', () => {
  test.each<[string, Trouble, string]>([
    ['is broken', { status: 500, code: 'internal' }, 'The assistant’s server does not answer'],
    ['refuses', { status: 404, code: 'not_found' }, 'The assistant’s server said no'],
    ['was asked too often', { status: 429, code: 'too_many_requests' }, 'That was asked too often'],
    ['finds the field too old', { status: 403, code: 'state_too_old' }, 'This ticket has moved on'],
    ['is sent too much', { status: 413, code: 'too_large' }, 'There is more than can be shown'],
    ['answers without end', { bytes: 2_100_000 }, 'There is more than can be shown'],
    ['speaks another language', 'nonsense', 'The app and the server do not match'],
  ])('that %s is named, and asked again on request', async (_name, trouble, title) => {
    server.trouble = trouble;
    const { app } = await askForDraft();
    await app.getByRole('heading', { name: title }).waitFor();

    server.trouble = undefined;
    await app.getByRole('button', { name: 'Try again' }).click();

    await app.getByRole('textbox').waitFor();
  });

  test('that is stopped is named, with what works all the same', async () => {
    await server.close();

    const { app } = await askForDraft();

    await app.getByText('Pause, take over and hand back work all the same.').waitFor();
  });

  test('that stays silent is named after a while', async () => {
    server.trouble = 'silence';
    opened = await opener.open(setup);
    const { app, page } = opened;
    const draft = app.getByRole('button', { name: 'Draft an answer' });
    await draft.waitFor();
    await page.clock.install();
    await draft.click();
    await app.getByText('Looking for an answer…').waitFor();
    await expect.poll(() => server.asked.length).toBe(1);

    await page.clock.runFor(30_000);

    await app.getByRole('heading', { name: 'The assistant’s server is slow' }).waitFor();
  });

  test('is not blamed when the agent is offline', async () => {
    opened = await opener.open(setup);
    const { app, page } = opened;
    const draft = app.getByRole('button', { name: 'Draft an answer' });
    // The parts come with the first click, while there is a network.
    await draft.click();
    await app.getByRole('textbox').waitFor();
    await draft.click();
    await page.context().setOffline(true);

    await draft.click();

    await app.getByRole('heading', { name: 'You are offline' }).waitFor();
  });
});
