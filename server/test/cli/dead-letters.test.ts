import { execFile } from 'node:child_process';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { deadLettersCommand } from '../../src/cli/dead-letters-command.ts';
import { replayCommand } from '../../src/cli/replay-command.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import { parseConfig } from '../../src/config.ts';
import { createTenantStore } from '../../src/tenant/tenant-store.ts';
import { claimed, startInbox } from '../support/inbox.ts';
import { createTestDatabase, openAgain } from '../support/test-database.ts';

const MASTER_KEY = Buffer.alloc(32, 3);

/** A shop whose tickets 7 and 8 are dead, a running server's inbox beside it, and both commands. */
async function shopWithDeadLetters() {
  const url = await createTestDatabase();
  const db = await openAgain(url);
  await createTenantStore({ db, masterKey: MASTER_KEY, now: Date.now }).save({
    slug: 'acme',
    zendeskUrl: 'https://acme.zendesk.com',
    credentials: { kind: 'oauth', clientId: 'assistant', clientSecret: 'hush' },
    signingSecrets: [],
    stateFieldId: '1',
  });
  const server = await startInbox(db, Date.now, { debounceMs: 0 });
  for (const ticketId of ['7', '8']) {
    await server.nudge('acme', ticketId);
    const message = `Zendesk answered 500: PUT /api/v2/tickets/${ticketId}`;
    await server.settle(await claimed(server), {
      kind: 'dead',
      errorCode: 'server_error',
      message,
    });
  }

  const environment = { DATABASE_URL: url, MASTER_KEY: MASTER_KEY.toString('base64') };
  const runWith = (program: typeof replayCommand) => async (args: string[]) => {
    const out: string[] = [];
    const err: string[] = [];
    const code = await runCommand(program, args, {
      config: () => parseConfig(environment),
      stdin: Readable.from([]),
      print: (text) => out.push(text),
      printError: (text) => err.push(text),
    });
    return { code, out: out.join('\n'), err: err.join('\n') };
  };
  return {
    server,
    environment,
    list: runWith(deadLettersCommand),
    replay: runWith(replayCommand),
  };
}

test('lists dead letters with their cause, for people and for programs', async () => {
  const { list } = await shopWithDeadLetters();

  const shown = await list(['--tenant', 'acme']);
  const json = await list(['--json']);

  expect(shown.code).toBe(0);
  expect(shown.out).toMatch(/acme {2}ticket 8 {2}gave up .+ UTC after 1 attempt {2}server_error/);
  expect(shown.out).toContain('Zendesk answered 500: PUT /api/v2/tickets/8');
  expect(JSON.parse(json.out)).toMatchObject([
    { tenant: 'acme', errorCode: 'server_error', attempts: 1 },
    { tenant: 'acme', errorCode: 'server_error', attempts: 1 },
  ]);
});

test('lists what waits for another attempt, longest waiting first, and tells of it where nothing is dead', async () => {
  const { server, list, replay } = await shopWithDeadLetters();
  const none = await list(['--waiting']);
  const before = new Date().toISOString();
  const at = Date.now() + 15 * 60_000;
  for (const ticketId of ['10', '9']) {
    await server.nudge('acme', ticketId);
    await server.settle(await claimed(server), { kind: 'retry', at, errorCode: 'server_error' });
  }

  const shown = await list(['--waiting', '--tenant', 'acme']);
  const json = JSON.parse((await list(['--waiting', '--json'])).out);
  await replay(['--tenant', 'acme', '--ticket', '7']);
  await replay(['--tenant', 'acme', '--ticket', '8']);
  for (const _ticket of ['7', '8']) await server.settle(await claimed(server), { kind: 'done' });
  const nothingDead = await list([]);

  expect(none.out).toBe('No work waits for another attempt.');
  expect(shown.out).toMatch(/ticket 10 .*after 1 attempt {2}server_error\nacme {2}ticket 9 /);
  expect(shown.out).toContain(`next attempt ${new Date(at).toISOString()}`);
  expect(json).toEqual([
    {
      ...{ tenant: 'acme', ticketId: '10', attempts: 1, errorCode: 'server_error' },
      ...{ nextAttemptAt: new Date(at).toISOString(), waitingSince: expect.any(String) },
    },
    expect.objectContaining({ ticketId: '9' }),
  ]);
  expect(json[0].waitingSince >= before).toBe(true);
  expect(nothingDead.out).toMatch(
    /^No dead letters.*2 tickets wait for another attempt; --waiting/,
  );
});

test('replays one ticket, which a running server then takes up', async () => {
  const { server, list, replay } = await shopWithDeadLetters();

  const { code, out } = await replay(['--tenant', 'acme', '--ticket', '7']);

  expect({ code, out }).toEqual({ code: 0, out: '1 ticket is due again.' });
  expect(await claimed(server)).toMatchObject({
    ...{ ticketId: '7', attempts: 0, nudgedBy: 'replay' },
  });
  expect((await list([])).out).toContain('ticket 8');
  expect((await list([])).out).not.toContain('ticket 7');
});

test('replays all of a shop once: a second time finds nothing and takes nothing from a turn', async () => {
  const { server, list, replay } = await shopWithDeadLetters();

  const first = await replay(['--tenant', 'acme', '--all']);
  const due = await claimed(server);
  const second = await replay(['--tenant', 'acme', '--all']);

  expect([first.out, second.out]).toEqual([
    '2 tickets are due again.',
    'acme has no dead letters, and nothing that waits for a later attempt.',
  ]);
  expect(await server.settle(due, { kind: 'done' })).toBe(true);
  expect((await list([])).out).toMatch(/No dead letters/);
});

test('brings work forward that waits for a later attempt, one ticket or with all dead letters', async () => {
  const { server, replay } = await shopWithDeadLetters();
  for (const ticketId of ['9', '10']) {
    await server.nudge('acme', ticketId);
    const at = Date.now() + 15 * 60_000;
    await server.settle(await claimed(server), { kind: 'retry', at, errorCode: 'server_error' });
  }

  const one = await replay(['--tenant', 'acme', '--ticket', '10']);
  const due = await claimed(server);
  const all = await replay(['--tenant', 'acme', '--all']);

  expect([one.out, all.out]).toEqual(['1 ticket is due again.', '3 tickets are due again.']);
  expect(due).toMatchObject({ ticketId: '10', attempts: 1 });
});

test.each([
  [['--tenant', 'acme'], /--ticket <id> or --all/],
  [['--tenant', 'acme', '--ticket', '7', '--all'], /cannot be used with/],
  [
    ['--tenant', 'acme', '--ticket', '99'],
    /Ticket 99 of acme has no dead letter and waits for no later attempt/,
  ],
  [['--tenant', 'nobody', '--all'], /There is no tenant "nobody"/],
  [['--all'], /--tenant <slug>/],
])('refuses %j, names the way out and changes nothing', async (args, message) => {
  const { replay, list } = await shopWithDeadLetters();

  const { code, err } = await replay(args);

  expect(code).toBe(1);
  expect(err).toMatch(message);
  expect(JSON.parse((await list(['--json'])).out)).toHaveLength(2);
});

test.each(['dead-letters', 'replay'])('%s runs as a process of its own', async (name) => {
  const command = fileURLToPath(new URL(`../../src/cli/${name}.ts`, import.meta.url));

  const { stdout } = await promisify(execFile)(process.execPath, [command, '--help']);

  expect(stdout).toContain(`npm run ${name} --`);
});
