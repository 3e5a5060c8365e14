import type { StateSigner } from '@smart-assistant/shared/conversation-state.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NOTHING_FOUND, checkBothSchemes } from '../support/axe.ts';
import { TICKET_URL, savedTicket, startAppOpener } from '../support/open-app.ts';
import type { AppOpener } from '../support/open-app.ts';
import { newSigner, signed } from '../support/states.ts';
import { openLog } from './open-log.ts';
import type { OpenLog } from './open-log.ts';
import { turn, variedTurns } from './some-turns.ts';
import { startTurnsServer } from './turns-server.ts';
import type { Answers, TurnsServer } from './turns-server.ts';

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

async function open(answers: Partial<Answers>): Promise<OpenLog> {
  Object.assign(server.answers, answers);
  log = await openLog({ opener, signer, backendUrl: server.url });
  return log;
}

test('says that there is nothing yet', async () => {
  await open({ turns: [] });

  await log.app.getByText('The assistant has not looked at this ticket.').waitFor();
});

test.each([
  ['fails', { status: 500, code: 'internal' }, 'The assistant’s server does not answer'],
  ['refuses the field', { status: 403, code: 'state_too_old' }, 'This ticket has moved on'],
  ['is asked too often', { status: 429, code: 'too_many' }, 'That was asked too often'],
  ['answers something else', 'nonsense', 'The app and the server do not match'],
] as const)('when the server %s, says so and has a way out', async (_name, trouble, title) => {
  await open({ turns: variedTurns(), trouble });
  await log.app.getByRole('heading', { name: title }).waitFor();
  expect(await checkBothSchemes(log)).toEqual(NOTHING_FOUND);

  delete server.answers.trouble;
  await log.app.getByRole('button', { name: 'Try again' }).click();

  await log.rows.first().waitFor();
  expect(await log.rows.count()).toBe(6);
});

test('says that a server that does not answer is slow, first while it waits and then for good', async () => {
  await open({ trouble: 'silence' });

  await log.app.getByRole('status').getByText('This takes longer than usual.').waitFor();
  await log.app.getByRole('heading', { name: 'The assistant’s server is slow' }).waitFor();

  await log.app.getByRole('button', { name: 'Try again' }).waitFor();
});

test('says that the browser is offline', async () => {
  await open({ turns: variedTurns() });
  await log.rows.first().waitFor();
  await log.app.getByRole('button', { name: 'Why' }).click();
  await log.page.context().setOffline(true);

  await log.app.getByRole('button', { name: 'Why' }).click();

  await log.app.getByRole('heading', { name: 'You are offline' }).waitFor();
});

test('keeps what it has when it cannot be brought up to date, and says so until it is', async () => {
  await open({ turns: variedTurns() });
  await log.rows.first().waitFor();

  server.answers.trouble = { status: 500, code: 'internal' };
  await log.inHost((host, answers) => Object.assign(host.responses, answers), {
    [TICKET_URL]: savedTicket(await signed(signer, { n: 9 })),
  });
  await log.inHost((host) => host.emit('ticket.updated'));
  await log.app.getByText('This may not be the latest.').waitFor();
  expect(await log.rows.count()).toBe(6);
  delete server.answers.trouble;
  server.answers.turns = [turn({ n: 9 }), ...server.answers.turns];
  await log.app.getByRole('button', { name: 'Try again' }).click();

  await log.app.getByText('7 turns').waitFor();
  expect(await log.app.getByText('This may not be the latest.').count()).toBe(0);
});

describe('has no accessibility violation in either scheme', () => {
  test('closed and open, searched and waiting', async () => {
    await open({
      turns: variedTurns(),
      pageSize: 5,
      waiting: { because: 'retrying', attempts: 2, errorCode: 'zendesk_unavailable' },
    });
    await log.rows.first().waitFor();
    await log.app.getByRole('searchbox').fill('shipping');
    await log.app.locator('.excerpt').first().waitFor();
    await log.rows.first().click();

    expect(await checkBothSchemes(log)).toEqual(NOTHING_FOUND);
  });

  test('while it loads and when it is empty', async () => {
    await open({ turns: [] });
    await log.app.getByText('Nothing yet').waitFor();

    expect(await checkBothSchemes(log)).toEqual(NOTHING_FOUND);
  });
});
