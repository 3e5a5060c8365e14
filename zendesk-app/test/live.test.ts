import type { StateSigner } from '@smart-assistant/shared/conversation-state.ts';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  FIELD_ID,
  TICKET_URL,
  hostSetup,
  savedTicket,
  startAppOpener,
} from './support/open-app.ts';
import type { AppOpener, OpenApp } from './support/open-app.ts';
import { newSigner, signed } from './support/states.ts';

let opener: AppOpener;
let signer: StateSigner;
let opened: OpenApp;

const HIDE = `invoke ticketFields:custom_field_${FIELD_ID}.hide`;

beforeAll(async () => {
  [opener, signer] = await Promise.all([startAppOpener(), newSigner()]);
});
afterEach(() => opened.page.context().close());
afterAll(() => opener.close());

/** Opens a ticket the assistant has answered, whose saved state has since become `agent`. */
async function openChangedTicket(): Promise<OpenApp> {
  const setup = hostSetup(signer, await signed(signer));
  setup.responses[TICKET_URL] = savedTicket(await signed(signer, { mode: 'agent', n: 4 }));
  opened = await opener.open(setup);
  await opened.app.getByRole('heading', { name: 'The assistant answered' }).waitFor();
  return opened;
}

describe('the open ticket changes', () => {
  test.each([
    'ticket.updated',
    `ticket.custom_field_${FIELD_ID}.changed`,
    'ticket.comments.changed',
    'app.activated',
  ])('on %s the saved state is shown and read out', async (event) => {
    const { app, inHost } = await openChangedTicket();

    await inHost((host, name) => host.emit(name), event);

    await app.getByRole('heading', { name: 'An agent has taken over' }).waitFor();
    await app.getByRole('status').getByText('An agent has taken over.').waitFor();
  });

  test('a burst of events is one request', async () => {
    const { app, inHost } = await openChangedTicket();

    await inHost((host) => {
      for (let i = 0; i < 5; i += 1) {
        host.emit('ticket.updated');
        host.emit('ticket.comments.changed');
      }
    });
    await app.getByRole('heading', { name: 'An agent has taken over' }).waitFor();

    const log = await inHost((host) => host.log);
    expect(log.filter((call) => call === TICKET_URL)).toHaveLength(1);
  });

  test('keeps what it knows and says so when Zendesk does not answer, until it does', async () => {
    const { app, inHost } = await openChangedTicket();
    const saved = await inHost((host, call) => host.responses[call], TICKET_URL);

    await inHost((host, call) => {
      host.responses[call] = { status: 429 };
      host.emit('ticket.updated');
    }, TICKET_URL);
    await app.getByText('Could not refresh').waitFor();
    await app.getByRole('heading', { name: 'The assistant answered' }).waitFor();
    await inHost((host, answers) => Object.assign(host.responses, answers), {
      [TICKET_URL]: saved,
    });
    await app.getByRole('button', { name: 'Try again' }).click();

    await app.getByRole('heading', { name: 'An agent has taken over' }).waitFor();
    expect(await app.getByText('Could not refresh').count()).toBe(0);
  });
});

test('hides the field at the start and again after the form changed', async () => {
  const { page, inHost } = await openChangedTicket();

  expect((await inHost((host) => host.log)).filter((call) => call === HIDE)).toHaveLength(1);
  await inHost((host) => host.emit('ticket.form.id.changed'));

  await page.waitForFunction(
    (hide) =>
      (window as unknown as { host: { log: string[] } }).host.log.filter((call) => call === hide)
        .length === 2,
    HIDE,
  );
});

test('the frame is as high as its content, also when the content changes', async () => {
  const { page, app, inHost } = await openChangedTicket();
  const isFitted = () =>
    page.waitForFunction(() => {
      const frame = document.querySelector('iframe')!;
      const content = frame.contentDocument!.querySelector('main')!.getBoundingClientRect().height;
      return Math.ceil(content) === frame.getBoundingClientRect().height;
    });

  await isFitted();
  const before = (await page.locator('iframe').boundingBox())!.height;
  await inHost((host) => host.emit('ticket.updated'));
  await app.getByRole('heading', { name: 'An agent has taken over' }).waitFor();
  await isFitted();

  expect((await page.locator('iframe').boundingBox())!.height).not.toBe(before);
});

test('follows Zendesk from light to dark and back', async () => {
  const { app, inHost } = await openChangedTicket();
  const colours = () =>
    app.locator('body').evaluate((body) => ({
      scheme: getComputedStyle(document.documentElement).colorScheme,
      background: getComputedStyle(body).backgroundColor,
    }));

  const light = await colours();
  await inHost((host) => host.emit('colorScheme.changed', 'dark'));
  await app.locator('html[style*="dark"]').waitFor();
  const dark = await colours();
  await inHost((host) => host.emit('colorScheme.changed', 'light'));
  await app.locator('html[style*="light"]').waitFor();

  expect(light).toEqual({ scheme: 'light', background: 'rgb(255, 255, 255)' });
  expect(dark.scheme).toBe('dark');
  expect(dark.background).not.toBe(light.background);
  expect(await colours()).toEqual(light);
});
