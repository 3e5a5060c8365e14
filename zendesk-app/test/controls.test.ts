import type { ConversationState, StateSigner } from '@smart-assistant/shared/conversation-state.ts';
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from 'vitest';
import {
  FIELD_PATH,
  TICKET_URL,
  hostSetup,
  savedTicket,
  startAppOpener,
} from './support/open-app.ts';
import type { AppOpener, OpenApp } from './support/open-app.ts';
import { startSidebarServer } from './support/sidebar-server.ts';
import { TICKET_ID, newSigner, signed } from './support/states.ts';

let opener: AppOpener;
let signer: StateSigner;
let opened: OpenApp;

const TAGS = '/api/v2/tickets/35436/tags.json';

beforeAll(async () => {
  [opener, signer] = await Promise.all([startAppOpener(), newSigner()]);
});
afterEach(() => opened.page.context().close());
afterAll(() => opener.close());

/** Opens a ticket whose saved tags will be `tagsAfter` once a control has changed them. */
async function openTicket(
  overrides: Partial<ConversationState>,
  tagsAfter: string[],
  tagsBefore: string[] = [],
  backendUrl?: string,
): Promise<OpenApp> {
  const value = await signed(signer, overrides);
  const setup = hostSetup(signer, value);
  if (backendUrl) setup.settings['backend_url'] = backendUrl;
  setup.values['ticket.tags'] = tagsBefore;
  setup.responses[TICKET_URL] = savedTicket(value, tagsAfter);
  for (const type of ['PUT', 'DELETE']) {
    setup.responses[`${type} ${TAGS}`] = { status: 200, body: { tags: tagsAfter } };
  }
  opened = await opener.open(setup);
  return opened;
}

const tagCalls = async ({ inHost }: OpenApp) =>
  (await inHost((host) => host.log)).filter((call) => call.includes('tags.json'));

test('pausing sets the tag, says so, and turns the button into its undo without losing the focus', async () => {
  const { app } = await openTicket({}, ['assistant_paused']);

  await app.getByRole('button', { name: 'Pause the assistant' }).click();
  await app.getByRole('heading', { name: 'The assistant is paused' }).waitFor();

  await app.getByRole('status').getByText('The assistant is paused.').waitFor();
  expect(await app.locator(':focus').innerText()).toBe('Resume the assistant');
  expect(await tagCalls(opened)).toEqual([`PUT ${TAGS} {"tags":["assistant_paused"]}`]);
});

test('resuming removes the tag and leaves the others alone', async () => {
  const { app } = await openTicket({}, ['vip'], ['vip', 'assistant_paused']);

  await app.getByRole('button', { name: 'Resume the assistant' }).click();
  await app.getByRole('heading', { name: 'The assistant answered' }).waitFor();

  expect(await tagCalls(opened)).toEqual([`DELETE ${TAGS} {"tags":["assistant_paused"]}`]);
});

test('handing back sets the tag and says what happens next', async () => {
  const { app } = await openTicket({ mode: 'agent' }, ['assistant_handback']);

  await app.getByRole('button', { name: 'Hand back to the assistant' }).click();

  await app.getByText('The assistant takes over with its next turn').first().waitFor();
  await app.getByRole('button', { name: 'Undo handback' }).waitFor();
  expect(await tagCalls(opened)).toEqual([`PUT ${TAGS} {"tags":["assistant_handback"]}`]);
});

test.each([
  ['Hand back to the assistant', 'agent', [], ['assistant_handback']],
  ['Resume the assistant', 'paused', ['assistant_paused'], []],
] as const)(
  '%s asks the server for a look at the ticket, once',
  async (name, mode, before, after) => {
    const server = await startSidebarServer();
    onTestFinished(() => server.close());
    const { app } = await openTicket({ mode }, [...after], [...before], server.url);

    await app.getByRole('button', { name }).click();
    await app.getByText('Verified').waitFor();

    const value = await opened.inHost((host) => host.values);
    await expect
      .poll(() => server.asked)
      .toEqual([
        { action: 'nudge', body: { ticketId: String(TICKET_ID), state: value[FIELD_PATH] } },
      ]);
  },
);

test('a handback can be undone', async () => {
  const { app } = await openTicket({ mode: 'agent' }, [], ['assistant_handback']);

  await app.getByRole('button', { name: 'Undo handback' }).click();

  await app.getByRole('button', { name: 'Hand back to the assistant' }).waitFor();
  expect(await tagCalls(opened)).toEqual([`DELETE ${TAGS} {"tags":["assistant_handback"]}`]);
});

test('an ended conversation has no control', async () => {
  const { app } = await openTicket({ mode: 'ended' }, []);

  await app.getByRole('heading', { name: 'The conversation has ended' }).waitFor();

  expect(await app.getByRole('group', { name: 'Tell the assistant' }).count()).toBe(0);
});

test.each([
  [403, 'Not saved: you may not change this ticket.'],
  [422, 'Not saved: Zendesk takes no more changes to this ticket.'],
  [500, 'Not saved: Zendesk did not answer. Try again.'],
])('a refusal with %i says so and leaves the control in place', async (status, words) => {
  const { app, inHost } = await openTicket({}, []);
  await app.getByRole('button', { name: 'Pause the assistant' }).waitFor();
  await inHost(
    (host, [call, code]) => {
      host.responses[call] = { status: code };
    },
    [`PUT ${TAGS}`, status] as [string, number],
  );

  await app.getByRole('button', { name: 'Pause the assistant' }).click();

  await app.getByRole('alert').getByText(words).waitFor();
  await app.getByRole('button', { name: 'Pause the assistant' }).waitFor();
});
