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
