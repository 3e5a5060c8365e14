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
import { startSidebarServer } from './support/sidebar-server.ts';
import { conversation, minutesAgo, newSigner, signed } from './support/states.ts';

let opener: AppOpener;
let signer: StateSigner;
let opened: OpenApp;

beforeAll(async () => {
  [opener, signer] = await Promise.all([startAppOpener(), newSigner()]);
});
afterEach(() => opened.page.context().close());
afterAll(() => opener.close());

const AUDITS = `GET /api/v2/tickets/35436/audits.json?sort=-created_at&page[size]=100`;
const BOB = 'GET /api/v2/users/901.json';

describe('a field that was changed by hand', () => {
  async function openChanged(responses: Record<string, { status: number; body?: unknown }>) {
    const setup = hostSetup(signer, await signed(await newSigner()));
    Object.assign(setup.responses, responses);
    opened = await opener.open(setup);
    await opened.app.getByRole('button', { name: 'Who changed it?' }).waitFor();
  }

  const change = (created_at: string, event: object) => ({
    author_id: 901,
    created_at,
    events: [{ type: 'Comment' }, { type: 'Change', ...event }],
  });
  const history = (...audits: object[]) => ({ status: 200, body: { audits } });
  const ask = () => opened.app.getByRole('button', { name: 'Who changed it?' }).click();

  test('is not looked into before somebody asks', async () => {
    await openChanged({});

    expect(
      await opened.inHost((host) => host.log.filter((call) => call.includes('audits'))),
    ).toEqual([]);
  });

  test('names who changed it last and when, whatever else they did since', async () => {
    await openChanged({
      [AUDITS]: history(
        change('2026-11-20T10:00:00Z', { field_name: String(FIELD_ID) }),
        change('2026-11-22T10:00:00Z', { field_name: String(FIELD_ID) }),
        change('2026-11-23T10:00:00Z', { field_name: 'priority' }),
      ),
      [BOB]: { status: 200, body: { user: { name: 'Bob Agent' } } },
    });

    await ask();

    await opened.app.getByText(/Changed by Bob Agent, Nov 22, 10:00/).waitFor();
  });

  test('names the rule when a rule did it', async () => {
    const via = { channel: 'rule', source: { rel: 'trigger', from: { title: 'Clean up' } } };
    await openChanged({
      [AUDITS]: history(change('2026-11-22T10:00:00Z', { field_name: String(FIELD_ID), via })),
    });

    await ask();

    await opened.app.getByText(/Changed by the rule “Clean up”/).waitFor();
  });

  test('gives the number of a person whose name cannot be had', async () => {
    await openChanged({
      [AUDITS]: history(change('2026-11-22T10:00:00Z', { field_name: String(FIELD_ID) })),
    });

    await ask();

    await opened.app.getByText(/Changed by #901/).waitFor();
  });

  test('says so when the history knows of no change, or cannot be read', async () => {
    await openChanged({ [AUDITS]: { status: 403 } });

    await ask();
    await opened.app.getByText('The ticket’s history could not be read.').waitFor();
    await opened.inHost(
      (host, [call, answer]) => {
        host.responses[call] = answer;
      },
      [AUDITS, history()] as [string, { status: number }],
    );
    await opened.app.getByRole('button', { name: 'Try again' }).click();

    await opened.app.getByText('shows no change of the field').waitFor();
  });
});

describe('an older state that was put back', () => {
  const older = { n: 2, last: { ...conversation().last!, at: minutesAgo(30) } };

  async function openNewThenOlder(): Promise<void> {
    const setup = hostSetup(signer, await signed(signer));
    setup.responses[TICKET_URL] = savedTicket(await signed(signer, older));
    opened = await opener.open(setup);
    await opened.app.getByRole('heading', { name: 'The assistant answered' }).waitFor();
  }

  test('is told from the newest one, also after the ticket was opened again', async () => {
    await openNewThenOlder();
    await opened.inHost((host) => host.emit('ticket.updated'));
    await opened.app.getByRole('heading', { name: 'An older state was put back' }).waitFor();

    await opened.inHost(
      (host, [path, value]) => {
        host.values[path] = value;
        host.openFrame();
      },
      [`ticket.customField:custom_field_${FIELD_ID}`, await signed(signer, older)] as [
        string,
        unknown,
      ],
    );

    await opened.app.getByRole('heading', { name: 'An older state was put back' }).waitFor();
    expect(await opened.app.getByText('Verified').count()).toBe(0);
  });

  test('is told by the server’s newest number when the log is open', async () => {
    const server = await startSidebarServer();
    server.newestN = 9;
    const setup = hostSetup(signer, await signed(signer));
    setup.settings['backend_url'] = server.url;
    opened = await opener.open(setup);

    await opened.app.getByRole('button', { name: 'Why' }).click();

    await opened.app.getByRole('heading', { name: 'An older state was put back' }).waitFor();
    await server.close();
  });

  test('is no alarm when the ticket here was only not read since', async () => {
    const server = await startSidebarServer();
    server.newestN = 9;
    const setup = hostSetup(signer, await signed(signer));
    setup.settings['backend_url'] = server.url;
    setup.responses[TICKET_URL] = savedTicket(await signed(signer, { n: 9, mode: 'agent' }));
    opened = await opener.open(setup);

    await opened.app.getByRole('button', { name: 'Why' }).click();

    await opened.app.getByRole('heading', { name: 'An agent has taken over' }).waitFor();
    expect(await opened.app.getByText('An older state').count()).toBe(0);
    await server.close();
  });
});

test('says that the agent is offline, and refreshes by itself when they are back', async () => {
  const setup = hostSetup(signer, await signed(signer));
  const saved = setup.responses[TICKET_URL]!;
  opened = await opener.open(setup);
  const { app, page, inHost } = opened;
  await app.getByRole('heading', { name: 'The assistant answered' }).waitFor();
  await page.context().setOffline(true);
  await inHost((host, call) => {
    host.responses[call] = { status: 0 };
    host.emit('ticket.updated');
  }, TICKET_URL);
  await app.getByText('You are offline. This may be out of date.').waitFor();

  await inHost((host, answers) => Object.assign(host.responses, answers), { [TICKET_URL]: saved });
  await page.context().setOffline(false);

  await app.getByText('Verified').waitFor();
});
