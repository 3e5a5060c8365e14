import { execFile } from 'node:child_process';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test, vi } from 'vitest';
import { appSettings } from '@smart-assistant/shared/app-settings.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import { tenantCommand } from '../../src/cli/tenant-command.ts';
import { parseConfig } from '../../src/config.ts';
import { sweepLeases } from '../../src/sweep/sweep-leases.ts';
import { createTenantStore } from '../../src/tenant/tenant-store.ts';
import { claimed, invocation, startInbox, testClock } from '../support/inbox.ts';
import { createTestDatabase, openAgain } from '../support/test-database.ts';

const MASTER_KEY = Buffer.alloc(32, 3);

const NEW_TENANT = [
  '--zendesk-url',
  'https://acme.zendesk.com',
  '--state-field-id',
  '360012345678',
];
const OAUTH = ['--oauth-client-id', 'assistant', '--oauth-client-secret', 'hush-hush'];

interface Run {
  code: number;
  out: string;
  err: string;
}

/** The command on a database of its own, and what is then in the store. */
async function commandLine() {
  const url = await createTestDatabase();
  const environment = {
    DATABASE_URL: url,
    MASTER_KEY: MASTER_KEY.toString('base64'),
    PUBLIC_URL: 'https://sa.example',
  };

  async function run(args: string[], { stdin = '', env = {} } = {}): Promise<Run> {
    const out: string[] = [];
    const err: string[] = [];
    const code = await runCommand(tenantCommand, args, {
      config: () => parseConfig({ ...environment, ...env }),
      stdin: Readable.from([stdin]),
      print: (text) => out.push(text),
      printError: (text) => err.push(text),
    });
    return { code, out: out.join('\n'), err: err.join('\n') };
  }

  async function store() {
    const db = await openAgain(url);
    return createTenantStore({ db, masterKey: MASTER_KEY, now: Date.now });
  }
  const stored = async (slug = 'acme') => (await store()).get(slug);
  const save = async ({ slug = 'acme', zendeskUrl }: { slug?: string; zendeskUrl: string }) =>
    (await store()).save({
      ...{ slug, zendeskUrl, signingSecrets: [] },
      credentials: { kind: 'oauth', clientId: 'assistant', clientSecret: 'hush-hush' },
    });
  return { run, stored, save, environment };
}

test('adds a shop, lists and shows it without its secrets, and removes it', async () => {
  const { run, stored } = await commandLine();

  const added = await run(['add', 'acme', ...NEW_TENANT, ...OAUTH, '--signing-secret', 's1gn']);
  const listed = await run(['list']);
  const shown = await run(['show', 'acme']);
  const kept = await run(['remove', 'acme']);
  const removed = await run(['remove', 'acme', '--yes']);

  expect([added, listed, shown, kept, removed].map(({ code }) => code)).toEqual([0, 0, 0, 1, 0]);
  expect(listed.out).toMatch(/acme.*https:\/\/acme\.zendesk\.com.*draft.*oauth/);
  expect(shown.out).toContain('https://sa.example/zendesk_webhook/acme');
  expect([added, listed, shown].map(({ out, err }) => out + err).join()).not.toMatch(/hush|s1gn/);
  expect(await stored()).toBeUndefined();
});

test('refuses to change the account under a shop, also after it was removed, and names both ways out, which work', async () => {
  const { run, stored } = await commandLine();
  await run(['add', 'acme', ...NEW_TENANT, ...OAUTH, '--signing-secret', 's1gn']);
  const elsewhere = ['--zendesk-url', 'https://other.zendesk.com'];

  const refused = await run(['add', 'acme', ...elsewhere]);
  const kept = await stored();
  const renamed = await run(['add', 'acme', ...elsewhere, '--renamed']);
  const underNewName = await stored();
  const unsure = await run(['remove', 'acme']);
  await run(['remove', 'acme', '--yes']);
  const anew = await run(['add', 'acme', ...NEW_TENANT, ...OAUTH]);
  const apart = await run(['add', 'acme-2', ...NEW_TENANT, ...OAUTH]);
  const back = await run(['add', 'acme', ...elsewhere, ...OAUTH]);

  expect([refused.code, renamed.code, unsure.code]).toEqual([1, 0, 1]);
  expect([anew.code, apart.code, back.code]).toEqual([1, 0, 0]);
  expect(refused.err).toMatch(/npm run tenant -- add <another slug>/);
  expect(refused.err).toMatch(/--renamed/);
  expect(kept).toMatchObject({ zendeskUrl: 'https://acme.zendesk.com' });
  expect(underNewName).toMatchObject({
    zendeskUrl: 'https://other.zendesk.com',
    stateFieldId: '360012345678',
    signingSecrets: ['s1gn'],
  });
  expect(unsure.err).toMatch(/forgets/);
  expect(anew.err).toMatch(/npm run tenant -- add <another slug>/);
});

test('shows the settings of the app as an admin fills them in', async () => {
  const { run } = await commandLine();
  await run(['add', 'acme', ...NEW_TENANT, ...OAUTH]);

  const { out } = await run(['show', 'acme', '--json']);

  expect(appSettings.parse(JSON.parse(out))).toMatchObject({
    backend_url: 'https://sa.example',
    tenant_slug: 'acme',
    state_field_id: '360012345678',
  });
});

test('reads secrets from standard input and from the environment', async () => {
  const { run, stored } = await commandLine();
  const flags = ['--oauth-client-id', 'assistant', '--oauth-client-secret', '-'];

  vi.stubEnv('SIGNING_SECRET', 'from env');
  await run(['add', 'acme', ...NEW_TENANT, ...flags], { stdin: 'from stdin\n' });
  vi.unstubAllEnvs();

  expect(await stored()).toMatchObject({
    credentials: { clientSecret: 'from stdin' },
    signingSecrets: ['from env'],
  });
});

test('changes only what is given of a known shop, and keeps the former signing secret', async () => {
  const { run, stored } = await commandLine();
  await run(['add', 'acme', ...NEW_TENANT, ...OAUTH, '--signing-secret', 'first']);

  await run(['add', 'acme', '--signing-secret', 'second', '--answer-mode', 'reply']);
  const rotated = await stored();
  await run(['add', 'acme', '--forget-former-secrets']);
  const final = await stored();

  expect(rotated).toMatchObject({
    zendeskUrl: 'https://acme.zendesk.com',
    credentials: { clientSecret: 'hush-hush' },
    signingSecrets: ['second', 'first'],
    answerMode: 'reply',
  });
  expect(final?.signingSecrets).toEqual(['second']);
});

test('takes the address of an account as it is copied from the browser', async () => {
  const { run, stored } = await commandLine();

  await run(['add', 'acme', '--zendesk-url', 'https://acme.zendesk.com/agent?brand=1', ...OAUTH]);

  expect(await stored()).toMatchObject({ zendeskUrl: 'https://acme.zendesk.com' });
});

test('changes a shop that was stored with an address which is not taken any more', async () => {
  const { run, stored, save } = await commandLine();
  await save({ zendeskUrl: 'http://acme.zendesk.com/agent' });

  const changed = await run(['add', 'acme', '--answer-mode', 'reply']);
  const kept = await stored();
  const corrected = await run(['add', 'acme', '--zendesk-url', 'acme.zendesk.com']);

  expect([changed.code, corrected.code]).toEqual([0, 0]);
  expect(kept).toMatchObject({ zendeskUrl: 'http://acme.zendesk.com/agent', answerMode: 'reply' });
  expect(await stored()).toMatchObject({ zendeskUrl: 'https://acme.zendesk.com' });
});

test('takes an API token as the legacy way to sign in', async () => {
  const { run, stored } = await commandLine();

  await run([
    'add',
    'acme',
    ...NEW_TENANT,
    '--api-email',
    'bob@acme.example',
    '--api-token',
    'tok',
  ]);

  expect((await stored())?.credentials).toEqual({
    kind: 'api-token',
    email: 'bob@acme.example',
    token: 'tok',
  });
});

test('gives the secrets again under a new master key', async () => {
  const { run } = await commandLine();
  await run(['add', 'acme', ...NEW_TENANT, ...OAUTH]);
  const env = { MASTER_KEY: Buffer.alloc(32, 4).toString('base64') };

  const shown = await run(['show', 'acme'], { env });
  const added = await run(['add', 'acme', ...NEW_TENANT, ...OAUTH], { env });
  const shownAgain = await run(['show', 'acme'], { env });

  expect([shown.code, added.code, shownAgain.code]).toEqual([1, 0, 0]);
  expect(shown.err).toMatch(/MASTER_KEY is not the one/);
});

test('takes the secrets alone under a new master key, as the message says, and keeps what needs none', async () => {
  const { run } = await commandLine();
  const settings = ['--answer-mode', 'reply', '--reopened', '48'];
  await run(['add', 'acme', ...NEW_TENANT, ...OAUTH, ...settings, '--signing-secret', 's1gn']);
  const env = { MASTER_KEY: Buffer.alloc(32, 4).toString('base64') };

  const { err } = await run(['show', 'acme'], { env });
  const [, command = ''] = /"npm run tenant -- (.+?)"/.exec(err) ?? [];
  const unaware = await run(['add', 'acme', '--answer-mode', 'draft'], { env });
  const given = command.replace('<id>', 'assistant').split(' ');
  const added = await run(given, { env, stdin: 'hush-hush\n' });
  const shown = await run(['show', 'acme'], { env });
  const elsewhere = ['--zendesk-url', 'https://other.zendesk.com'];
  const moved = await run(['add', 'acme', ...OAUTH, ...elsewhere]);

  expect(unaware.err).toBe(err);
  expect({ ...added, out: '' }).toEqual({ code: 0, out: '', err: '' });
  expect(shown.out).toMatch(/https:\/\/acme\.zendesk\.com/);
  expect(shown.out).toMatch(/reply.*resume after 48 hours.*signing secret +missing/s);
  expect(shown.out).toMatch(/state_field_id +360012345678/);
  expect([moved.code, moved.err]).toEqual([1, expect.stringContaining('--renamed')]);
});

test('lists a shop that cannot be read as unreadable, and removes it as the message says', async () => {
  const { run } = await commandLine();
  const globex = ['globex', '--zendesk-url', 'https://globex.zendesk.com', ...OAUTH];
  await run(['add', 'acme', ...NEW_TENANT, ...OAUTH]);
  await run(['add', ...globex]);
  const env = { MASTER_KEY: Buffer.alloc(32, 4).toString('base64') };

  const refused = await run(['add', 'third', ...NEW_TENANT, ...OAUTH], { env });
  await run(['add', ...globex], { env });
  const listed = await run(['list']);
  const removed = await run(['remove', 'globex', '--yes']);
  const listedAgain = await run(['list']);

  expect(refused).toMatchObject({ code: 1, err: expect.stringMatching(/third was not added/) });
  expect(listed.code).toBe(0);
  expect(listed.out).toMatch(/acme {2}https.*\nglobex {2}unreadable: MASTER_KEY/);
  expect(listed.err).toMatch(/tenant -- add <slug>.*tenant -- remove <slug> --yes/);
  expect(removed.code).toBe(0);
  expect([listedAgain.out, listedAgain.err]).toEqual([expect.stringMatching(/^acme {2}.*$/), '']);
});

test.each([
  [['add', 'acme'], /--zendesk-url/],
  [
    ['add', 'acme', '--zendesk-url', 'http://u:p@acme.zendesk.com', ...OAUTH],
    /^--zendesk-url: write/,
  ],
  [['add', 'acme', ...NEW_TENANT], /--oauth-client-id/],
  [['add', 'acme', ...NEW_TENANT, '--oauth-client-id', 'x'], /--oauth-client-secret/],
  [['add', 'acme', ...NEW_TENANT, ...OAUTH, '--signing-secret', '-'], /Standard input/],
  [['add', 'Acme!', ...NEW_TENANT, ...OAUTH], /slug: use small letters/],
  [['add', 'acme', '--answer-mode', 'shout'], /observe, draft, reply/],
  [['show', 'nobody'], /There is no tenant "nobody"/],
  [['remove', 'nobody', '--yes'], /There is no tenant "nobody"/],
])('names the way out: %j', async (args, message) => {
  const { code, err } = await (await commandLine()).run(args);

  expect(code).toBe(1);
  expect(err).toMatch(message);
  expect(err).not.toContain('    at ');
});

test('tells of a missing master key before it touches the database', async () => {
  const { run } = await commandLine();

  const { code, err } = await run(['list'], { env: { MASTER_KEY: '' } });

  expect(code).toBe(1);
  expect(err).toMatch(/MASTER_KEY is not set/);
});

test('runs as a process of its own', async () => {
  const { environment } = await commandLine();
  const command = fileURLToPath(new URL('../../src/cli/tenant.ts', import.meta.url));

  const { stdout } = await promisify(execFile)(process.execPath, [command, 'list'], {
    env: environment,
  });

  expect(stdout).toContain('No tenants yet');
});

test('shows how a shop fares that has done nothing yet', async () => {
  const { run } = await commandLine();
  await run(['add', 'acme', ...NEW_TENANT, ...OAUTH]);

  const { out } = await run(['show', 'acme']);

  expect(out.slice(out.indexOf('Health'))).toBe(
    [
      'Health',
      '  newest delivery  none within the week for which they are kept',
      '  newest turn      none',
      '  waiting work     none',
      '  dead letters     none',
      '  sweep            none yet',
      '  set-up check     none yet',
    ].join('\n'),
  );
});

test('shows why a shop is silent: its newest delivery and turn, work that waits, trouble since when', async () => {
  const { run, environment } = await commandLine();
  await run(['add', 'acme', ...NEW_TENANT, ...OAUTH]);
  const db = await openAgain(environment.DATABASE_URL);
  const at = Date.parse('2026-11-24T12:00:00Z');
  const clock = testClock(at);
  const inbox = await startInbox(db, clock, { debounceMs: 0 });
  const sweeps = sweepLeases(db, clock);
  await inbox.receive(invocation({ receivedAt: at, ticketId: '7' }));
  await inbox.settle(await claimed(inbox), { kind: 'dead', errorCode: 'not_found', message: '' });
  await inbox.nudge('acme', '8');
  await inbox.settle(await claimed(inbox), { kind: 'retry', at: at + 1, errorCode: 'timed_out' });
  await db.query(
    `INSERT INTO turns (id, tenant, ticket_id, n, at, action, reason, record) VALUES ('t', 'acme', '6', 1, ?, '', '', '')`,
    [at],
  );
  await sweeps.begin('acme', at);
  for (const _again of [1, 2]) {
    const sweep = await sweeps.claim('acme');
    await sweeps.end(sweep!, { dueAt: at, trouble: 'credentials_refused' });
    clock.advance(60_000);
  }
  await db.query(
    `INSERT INTO setup_checks (tenant, due_at, checked_at, status, findings) VALUES ('acme', ?, ?, 'findings', ?)`,
    [at, at, JSON.stringify([{ code: 'webhook_missing', severity: 'broken', object: '' }])],
  );

  const { out } = await run(['show', 'acme']);

  const noon = '2026-11-24T12:00:00.000Z';
  expect(out.slice(out.indexOf('Health'))).toBe(
    [
      'Health',
      `  newest delivery  ${noon}`,
      `  newest turn      ${noon}`,
      `  waiting work     1 ticket, the oldest since ${noon}; 1 for another attempt: npm run dead-letters -- --tenant acme --waiting`,
      '  dead letters     1: npm run dead-letters -- --tenant acme',
      `  sweep            credentials_refused since ${noon}, swept up to ${noon}`,
      `  set-up check     ${noon} webhook_missing (broken): npm run setup -- --tenant acme`,
    ].join('\n'),
  );
});

test('takes what becomes of tickets that come back, and prints the secret of the overview', async () => {
  const { run } = await commandLine();
  await run(['add', 'acme', ...NEW_TENANT, ...OAUTH]);

  const hours = await run(['add', 'acme', '--reopened', '48']);
  const shown = await run(['show', 'acme']);
  const settings = await run(['show', 'acme', '--json']);
  const refused = await run(['add', 'acme', '--reopened', 'sometimes']);

  expect(hours.code).toBe(0);
  expect(shown.out).toContain('resume after 48 hours');
  expect(JSON.parse(settings.out)).toMatchObject({
    api_secret: expect.stringMatching(/^[\w-]{43}$/),
  });
  expect(refused.code).not.toBe(0);
});
