import { expect, test } from 'vitest';
import { startUnsetWorld } from './set-up-world.ts';

const QUESTION = 'How long does standard shipping take?';

test('leads from a bare account to the first answer with two commands', async () => {
  const world = await startUnsetWorld();

  const added = await world.addShop();
  const set = await world.setup(['--apply', '--yes']);
  const comments = await world.aliceAsks(QUESTION);

  expect(added).toMatchObject({ code: 0 });
  expect(added.out).toContain('npm run setup -- --tenant acme --apply');
  expect(set.out).toContain('Signing secret: read from Zendesk and stored.');
  expect(set.out).toContain('Test delivery: arrived, and its signature is right.');
  expect(set.out).toMatch(/\n0 broken, 0 degraded/);
  expect(set.code).toBe(0);
  expect(comments).toHaveLength(2);
});

test('shows what differs, object by object, and ends with 1', async () => {
  const world = await startUnsetWorld();
  await world.addShop();

  const shown = await world.setup([]);
  const asJson = await world.setup(['--json']);

  expect(shown.code).toBe(1);
  expect(shown.out).toMatch(/ticket field: .*\n {2}broken {4}field_missing/);
  expect(shown.out).toMatch(/webhook: .*\n {2}broken {4}webhook_missing/);
  expect(shown.out).toContain('fix: create it with --apply');
  expect(shown.err).toContain('13/13 read');
  expect(asJson.code).toBe(1);
  const codes = JSON.parse(asJson.out).findings.map(({ code }: { code: string }) => code);
  expect(codes).toEqual(expect.arrayContaining(['field_missing', 'webhook_missing']));
});

test('writes nothing before a person has said yes', async () => {
  const world = await startUnsetWorld();
  await world.addShop();
  const writes = () =>
    world.account.calls.filter(({ method, path }) => method !== 'GET' && !path.includes('oauth'));
  const before = writes().length;

  const declined = await world.setup(['--apply'], 'n\n');
  const unanswered = await world.setup(['--apply'], '');
  const afterNo = writes().length;
  const agreed = await world.setup(['--apply'], 'y\n');

  expect([declined.code, unanswered.code]).toEqual([1, 1]);
  expect(declined.out).toContain('To be written:');
  expect(declined.out).toContain('Nothing was written.');
  expect(afterNo).toBe(before);
  expect(agreed.code).toBe(0);
});

test('ends with 2 when Zendesk does not take the credentials, and when the shop is unknown', async () => {
  const world = await startUnsetWorld();
  const unknown = await world.setup([]);
  await world.tenant([
    ...['add', 'acme', '--zendesk-url', world.account.url],
    ...['--oauth-client-id', 'nobody', '--oauth-client-secret', 'wrong'],
  ]);

  const refused = await world.setup(['--apply', '--yes']);

  expect(unknown).toMatchObject({ code: 2, err: expect.stringContaining('no tenant "acme"') });
  expect(refused.code).toBe(2);
  expect(refused.out).toContain('do the credentials work?');
});

test('is completed by the next run when Zendesk refused half way', async () => {
  const world = await startUnsetWorld();
  await world.addShop();
  world.account.faults.next({ kind: '500', match: { method: 'POST', path: /\/triggers$/ } });

  const first = await world.setup(['--apply', '--yes']);
  const second = await world.setup(['--apply', '--yes']);

  expect(first.code).toBe(1);
  expect(first.out).toMatch(/(refused|failed): comment trigger/);
  expect(second.code).toBe(0);
  expect(
    world.account.calls.filter(
      ({ method, path }) => method === 'POST' && path === '/api/v2/webhooks',
    ),
  ).toHaveLength(1);
});

test.each([
  [[], /required option '--tenant <slug>'/],
  [['--tenant', 'acme', '--appply'], /unknown option '--appply'/],
  [['--tenant', 'acme', '--yes'], /--yes goes with --apply/],
])('ends with 2 when it cannot be understood: %j', async (args, message) => {
  const world = await startUnsetWorld();
  await world.addShop();

  const { code, err, out } = await world.setupWith(args);

  expect(code).toBe(2);
  expect(err).toMatch(message);
  expect(out).toBe('');
});

test('prints one JSON document when it applies for a program', async () => {
  const world = await startUnsetWorld();
  await world.addShop();

  const { code, out, err } = await world.setup(['--apply', '--yes', '--json']);

  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    ...{ isReadable: true, isWorking: true, findings: [], secret: 'learned' },
    roundTrip: { kind: 'proven' },
    applied: [1, 2, 3, 4].map(() => ({ outcome: 'written' })),
  });
  expect(err).toContain('To be written:');
  expect(err).toContain('conditions.any: status value solved; status value closed');
});

test('says in one sentence why Zendesk could not be read', async () => {
  const world = await startUnsetWorld();
  await world.tenant([
    ...['add', 'acme', '--zendesk-url', world.account.url],
    ...['--oauth-client-id', 'smart_assistant', '--oauth-client-secret', 'wrong'],
  ]);

  const { out } = await world.setup([]);

  expect(out.split('\n')).toHaveLength(5);
  expect(out).toContain('Check the identifier and secret of the OAuth client in Admin Center');
  expect(out).not.toContain('Team members');
});

test("tells an agent's credentials plainly what they may not do, and writes nothing", async () => {
  const world = await startUnsetWorld();
  world.account.switches.apiTokens = 'enabled';
  await world.tenant([
    ...['add', 'acme', '--zendesk-url', world.account.url, '--api-email', 'bob@acme.example'],
    ...['--api-token', world.account.credentials.admin.apiToken],
  ]);

  const { code, out } = await world.setup(['--apply', '--yes']);

  expect(code).toBe(1);
  expect(out).toMatch(/refused: webhook: Smart Assistant, for webhook_missing \(403 /);
  expect(out).toMatch(/blocked: comment trigger/);
  expect(out).toContain("The assistant's user is agent, not an admin");
  expect(out).toContain('Not proven yet that deliveries arrive');
});

test('two shops of one account share the field and keep their hands off each other', async () => {
  const world = await startUnsetWorld();
  await world.addShop();
  await world.setup(['--apply', '--yes']);
  const first = (await world.service.tenants.get('acme'))!;
  const { clientId, clientSecret } = world.account.credentials;
  await world.tenant([
    ...['add', 'outlet', '--zendesk-url', world.account.url],
    ...['--oauth-client-id', clientId, '--oauth-client-secret', clientSecret],
  ]);
  world.account.clearCalls();

  const set = await world.setupWith(['--tenant', 'outlet', '--apply', '--yes']);
  const second = (await world.service.tenants.get('outlet'))!;
  const again = await world.setup([]);

  const writes = world.account.calls.filter(({ method }) => ['PUT', 'PATCH'].includes(method));
  expect(set.out).toContain('Test delivery: arrived, and its signature is right.');
  expect(second.stateFieldId).toBe(first.stateFieldId);
  expect(second.webhookId).not.toBe(first.webhookId);
  expect(writes).toEqual([]);
  expect([set.out, again.out].every((out) => out.includes('0 broken, 2 degraded'))).toBe(true);
  expect(again.out).toContain('/zendesk_webhook/outlet) of new comments');
});
