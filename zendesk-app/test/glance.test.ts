import { CompactSign } from 'jose';
import type { StateSigner } from '@smart-assistant/shared/conversation-state.ts';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { FIELD_PATH, TICKET_URL, article, hostSetup, startAppOpener } from './support/open-app.ts';
import type { AppOpener, HostSetup, OpenApp } from './support/open-app.ts';
import { conversation, minutesAgo, newSigner, signed } from './support/states.ts';

let opener: AppOpener;
let signer: StateSigner;
let opened: OpenApp | undefined;

beforeAll(async () => {
  [opener, signer] = await Promise.all([startAppOpener(), newSigner()]);
});
afterEach(async () => {
  await opened?.page.context().close();
});
afterAll(() => opener.close());

async function open(setup: HostSetup): Promise<OpenApp> {
  opened = await opener.open(setup);
  return opened;
}

/** The app's words, as an agent would read them, without the button. */
async function shownText({ app }: OpenApp, headline: string): Promise<string> {
  await app.getByRole('heading', { name: headline }).waitFor();
  return (await app.locator('main').innerText()).replace(/[\s\u00a0]+/g, ' ').trim();
}

describe('a verified state', () => {
  test('says who answered, when, why, how sure, from where and how often', async () => {
    const { app } = await open(hostSetup(signer, await signed(signer)));

    const text = await shownText(opened!, 'The assistant answered 4 min ago');
    await app.getByRole('link', { name: 'How do I return an item?' }).waitFor();

    expect(text).toContain('Your help articles answer the question.');
    expect(text).toContain('Confidence Confident');
    expect(text).toMatch(/Since .*\d{1,2}:\d{2}/);
    expect(text).toContain('Answers 2');
    expect(text).toContain('Verified');
  });

  test('says that a customer waits for a person', async () => {
    const at = minutesAgo(2);
    const reason = 'requester_asked_for_person' as const;
    const value = await signed(signer, {
      mode: 'handoff',
      since: at,
      handoff: { reason, at },
      last: { action: 'handed_over', reason, at },
    });

    await open(hostSetup(signer, value));

    expect(await shownText(opened!, 'Waiting for you')).toContain(
      'The customer asked for a person.',
    );
  });

  test.each([
    ['agent', 'agent_has_replied', 'An agent has taken over'],
    ['ended', 'ticket_solved', 'The conversation has ended'],
  ] as const)('says in mode %s why: %s', async (mode, reason, headline) => {
    const last = { action: 'stayed_silent', reason, at: minutesAgo(9) } as const;

    await open(hostSetup(signer, await signed(signer, { mode, last })));

    expect(await shownText(opened!, headline)).toContain('Since');
  });

  test('says that the assistant is paused as soon as the tag is set', async () => {
    const setup = hostSetup(signer, await signed(signer));
    setup.values['ticket.tags'] = ['vip', 'assistant_paused'];

    await open(setup);

    expect(await shownText(opened!, 'The assistant is paused')).toContain('assistant_paused');
  });

  test('speaks the agent’s language', async () => {
    const setup = hostSetup(signer, await signed(signer));
    setup.values['currentUser.locale'] = 'es-419';

    const { app } = await open(setup);

    await app.getByRole('heading', { name: 'El asistente respondió hace 4 min' }).waitFor();
    expect(await app.locator('html').getAttribute('lang')).toBe('es-419');
  });

  test('needs no server of ours: nothing but Zendesk’s SDK is asked for', async () => {
    const { outsideRequests } = await open(hostSetup(signer, await signed(signer)));

    await shownText(opened!, 'The assistant answered 4 min ago');

    expect(new Set(outsideRequests.map((url) => new URL(url).host))).toEqual(
      new Set(['static.zdassets.com']),
    );
  });
});

describe('a field that may not be believed', () => {
  test.each([
    ['empty', async () => '', 'The assistant has not seen this ticket'],
    ['not ours', async () => 'VIP customer', 'The state of this ticket is damaged'],
    [
      'signed by another key',
      async () => signed(await newSigner()),
      'The state of this ticket was changed',
    ],
    [
      'of another ticket',
      async () => signed(signer, { tid: '7' }),
      'This state belongs to another ticket',
    ],
    [
      'of another requester',
      async () => signed(signer, { rid: '7' }),
      'This state belongs to another ticket',
    ],
    [
      'of another shop',
      async () => signed(signer, { slug: 'x' }),
      'This state belongs to another ticket',
    ],
    ['of a newer version', () => signedVersion(2), 'This app is out of date'],
  ])('that is %s shows no state', async (_name, makeValue, headline) => {
    await open(hostSetup(signer, await makeValue()));

    const text = await shownText(opened!, headline);

    expect(text).not.toContain('Answers');
    expect(text).not.toContain('Verified');
  });

  async function signedVersion(v: number): Promise<string> {
    const payload = new TextEncoder().encode(JSON.stringify({ ...conversation(), v }));
    return new CompactSign(payload)
      .setProtectedHeader({ alg: 'EdDSA', kid: signer.publicKey.slice(0, 8) })
      .sign(signer.privateKey);
  }
});

describe('a field the open ticket does not show', () => {
  test.each([
    ['is not known', undefined],
    ['is shown empty', null],
  ])('is read from the saved ticket when it %s', async (_name, shownValue) => {
    const setup = hostSetup(signer, await signed(signer));
    setup.values[FIELD_PATH] = shownValue;

    await open(setup);

    await shownText(opened!, 'The assistant answered 4 min ago');
  });

  test('is a failure when the saved ticket cannot be read, and reading again mends it', async () => {
    const setup = hostSetup(signer, await signed(signer));
    setup.values[FIELD_PATH] = undefined;
    const saved = setup.responses[TICKET_URL]!;
    setup.responses[TICKET_URL] = { status: 500 };

    const { app, inHost } = await open(setup);
    await app.getByRole('alert').getByText('The ticket could not be read').waitFor();
    await inHost((host, answers) => Object.assign(host.responses, answers), {
      [TICKET_URL]: saved,
    });
    await app.getByRole('button', { name: 'Try again' }).click();

    await shownText(opened!, 'The assistant answered 4 min ago');
  });

  test('is empty when it is shown empty and the saved ticket cannot be read', async () => {
    const setup = hostSetup(signer, null);
    setup.responses[TICKET_URL] = { status: 403 };

    await open(setup);

    await shownText(opened!, 'The assistant has not seen this ticket');
  });
});

describe('sources', () => {
  const FIRST = 'GET /api/v2/help_center/articles/360001';

  test.each([
    ['gone', { status: 404 }],
    ['not for this agent', { status: 403 }],
    ['of an unknown shape', { status: 200, body: {} }],
  ])('keep a plain link when an article is %s', async (_name, answer) => {
    const setup = hostSetup(signer, await signed(signer));
    setup.responses[FIRST] = answer;

    const { app } = await open(setup);
    await app.getByRole('link', { name: 'Shipping times and costs' }).waitFor();

    const plain = app.getByRole('link', { name: 'Article 360001' });
    expect(await plain.getAttribute('href')).toBe('https://acme.zendesk.com/hc/articles/360001');
  });

  test('never link to anything but the web', async () => {
    const setup = hostSetup(signer, await signed(signer));
    setup.responses[FIRST] = article(360001, 'Returns', 'javascript:alert(1)');

    const { app } = await open(setup);

    const link = app.getByRole('link', { name: 'Returns' });
    expect(await link.getAttribute('href')).toBe('https://acme.zendesk.com/hc/articles/360001');
  });

  test('open in a tab that knows nothing of Zendesk', async () => {
    const { app } = await open(hostSetup(signer, await signed(signer)));

    const link = app.getByRole('link', { name: 'How do I return an item?' });
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await link.getAttribute('rel')).toContain('noopener');
  });

  test('move nothing when their titles arrive', async () => {
    const late = hostSetup(signer, await signed(signer));
    late.responses[FIRST] = { status: 'never' };
    const heights: number[] = [];

    for (const setup of [late, hostSetup(signer, await signed(signer))]) {
      const { app, page } = await open(setup);
      await app.getByRole('link', { name: 'Shipping times and costs' }).waitFor();
      heights.push((await app.locator('main').boundingBox())!.height);
      await page.context().close();
    }

    expect(heights[0]).toBe(heights[1]);
  });
});

test('names the settings that are missing or malformed', async () => {
  const setup = hostSetup(signer, await signed(signer));
  Object.assign(setup.settings, { state_public_key: 'too-short', backend_url: '' });

  const { app } = await open(setup);
  await shownText(opened!, 'The app is not set up yet');

  expect(await app.getByRole('listitem').allInnerTexts()).toEqual([
    'Server address',
    'State public key',
  ]);
});

test('accepts settings pasted with blanks around them', async () => {
  const setup = hostSetup(signer, await signed(signer));
  for (const [name, value] of Object.entries(setup.settings)) {
    setup.settings[name] = ` ${String(value)}\n`;
  }

  await open(setup);

  await shownText(opened!, 'The assistant answered 4 min ago');
});
