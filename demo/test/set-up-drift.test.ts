import { expect, onTestFinished, test } from 'vitest';
import { proveRoundTrip } from '@smart-assistant/shared/setup/round-trip.ts';
import type { ZendeskCall } from '@smart-assistant/shared/setup/zendesk-call.ts';
import { TRIGGERS } from '@smart-assistant/shared/setup-spec.ts';
import { adminCall } from '../admin-call.ts';
import { setUpAccount } from '../set-up-account.ts';
import { startStack } from '../stack.ts';
import { startUnsetWorld } from './set-up-world.ts';

const QUESTION = 'How long does standard shipping take?';
const A_DAY_MS = 24 * 3_600_000;

async function startSetUpWorld() {
  const world = await startUnsetWorld();
  await world.addShop();
  await world.setup(['--apply', '--yes']);
  return world;
}

test('accepts the first delivery after the signing secret was rotated in Zendesk', async () => {
  const world = await startSetUpWorld();
  const before = (await world.service.tenants.get('acme'))!;
  const asAdmin = adminCall({
    zendeskUrl: world.account.url,
    admin: world.account.credentials.admin,
  });

  const rotated = await asAdmin({
    method: 'POST',
    path: `/api/v2/webhooks/${before.webhookId}/signing_secret`,
  });
  const comments = await world.aliceAsks(QUESTION);

  const after = (await world.service.tenants.get('acme'))!;
  expect(rotated.status).toBe(201);
  expect(comments).toHaveLength(2);
  expect(after.signingSecrets).toEqual([after.signingSecrets[0], before.signingSecrets[0]]);
  expect(after.signingSecrets[0]).not.toBe(before.signingSecrets[0]);
});

test('gives the former secret up a day later', async () => {
  const world = await startSetUpWorld();
  const tenant = (await world.service.tenants.get('acme'))!;
  await world.service.tenants.save({
    ...tenant,
    signingSecrets: [...tenant.signingSecrets, 'a former one'],
    secretRotatedAt: Date.now(),
  });

  await world.service.checkSetup();
  const onTheDay = (await world.service.tenants.get('acme'))!;
  world.pass(A_DAY_MS + 60_000);
  await world.service.checkSetup();
  const later = (await world.service.tenants.get('acme'))!;

  expect(onTheDay.signingSecrets).toHaveLength(2);
  expect(later.signingSecrets).toEqual(tenant.signingSecrets);
});

test('checks each shop once a day and counts what has drifted', async () => {
  const world = await startSetUpWorld();
  const broken = async () => {
    const metrics = await (await fetch(`${world.service.url}/metrics`)).text();
    return Number(/setup_findings\{severity="broken"\} (\d+)/.exec(metrics)?.[1]);
  };

  const sameDay = await world.service.checkSetup();
  const before = await broken();
  world.account.inflict({ kind: 'disabled-trigger' });
  world.pass(A_DAY_MS + 60_000);
  const nextDay = await world.service.checkSetup();

  expect([sameDay, nextDay]).toEqual([0, 1]);
  expect(before).toBe(0);
  expect(await broken()).toBeGreaterThanOrEqual(2);
});

test('learns all of an account that the app has set up, at the test delivery that ends the set-up', async () => {
  const world = await startUnsetWorld();
  await world.addShop();
  const { account, service } = world;
  const admin = { zendeskUrl: account.url, admin: account.credentials.admin };
  const asAdmin = adminCall(admin);
  const done = await setUpAccount({
    ...admin,
    backendUrl: service.url,
    slug: 'acme',
  });

  const proof = await proveRoundTrip(asAdmin, {
    webhookId: done.webhookId,
    nonce: 'a nonce',
  });
  const tenant = await service.tenants.get('acme');
  const comments = await world.aliceAsks(QUESTION);

  expect(proof).toMatchObject({
    kind: 'proven',
    statePublicKey: await service.statePublicKey('acme'),
  });
  expect(tenant).toMatchObject({
    stateFieldId: done.stateFieldId,
    webhookId: done.webhookId,
    signingSecrets: [done.signingSecret],
  });
  expect(comments).toHaveLength(2);
});

/** Zendesk deletes no webhook that a trigger tells. */
async function pathsOfOurTriggers(call: ZendeskCall): Promise<string[]> {
  const { body } = await call({ method: 'GET', path: '/api/v2/triggers' });
  const { triggers } = body as { triggers: Array<{ id: number; title: string }> };
  return triggers
    .filter(({ title }) => TRIGGERS.some((spec) => spec.title === title))
    .map(({ id }) => `/api/v2/triggers/${id}`);
}

test('accepts the first delivery of another webhook that an admin has made in the place of ours', async () => {
  const world = await startSetUpWorld();
  const before = (await world.service.tenants.get('acme'))!;
  const admin = { zendeskUrl: world.account.url, admin: world.account.credentials.admin };
  const asAdmin = adminCall(admin);

  for (const path of await pathsOfOurTriggers(asAdmin)) await asAdmin({ method: 'DELETE', path });
  const deleted = await asAdmin({
    method: 'DELETE',
    path: `/api/v2/webhooks/${before.webhookId}`,
  });
  await setUpAccount({ ...admin, backendUrl: world.service.url, slug: 'acme' });
  const comments = await world.aliceAsks(QUESTION);

  const after = (await world.service.tenants.reload('acme'))!;
  expect(deleted.status).toBe(204);
  expect(comments).toHaveLength(2);
  expect(after.webhookId).not.toBe(before.webhookId);
  expect(after.signingSecrets[1]).toBe(before.signingSecrets[0]);
});

test('accepts what is signed with a secret that another process has stored a moment ago, without asking Zendesk', async () => {
  const world = await startSetUpWorld();
  const tenant = (await world.service.tenants.reload('acme'))!;
  await world.service.tenants.save({ ...tenant, signingSecrets: ['an outdated one'] });
  await world.service.tenants.get('acme');
  await world.tenant(['add', 'acme', '--signing-secret', tenant.signingSecrets[0]!]);
  world.account.clearCalls();

  const comments = await world.aliceAsks(QUESTION);

  const paths = world.account.calls.map(({ path }) => path);
  expect(comments).toHaveLength(2);
  expect(paths.filter((path) => path.endsWith('/signing_secret'))).toEqual([]);
});

test('gives a former secret up a day after a person rotated it, where Zendesk does not show secrets', async () => {
  const world = await startSetUpWorld();
  const { zendeskUrl, signingSecrets } = (await world.service.tenants.get('acme'))!;
  const { apiToken } = world.account.credentials.admin;
  world.account.switches.apiTokens = 'enabled';
  await world.tenant(['remove', 'acme', '--yes']);
  await world.tenant([
    ...['add', 'acme', '--zendesk-url', zendeskUrl, '--signing-secret', signingSecrets[0]!],
    ...['--api-email', 'bob@acme.example', '--api-token', apiToken],
  ]);

  await world.tenant(['add', 'acme', '--signing-secret', 'the next one']);
  world.pass(A_DAY_MS - 60_000);
  await world.service.checkSetup();
  const onTheDay = (await world.service.tenants.reload('acme'))!;
  world.pass(A_DAY_MS);
  await world.service.checkSetup();
  const later = (await world.service.tenants.reload('acme'))!;

  expect(onTheDay.signingSecrets).toEqual(['the next one', signingSecrets[0]]);
  expect(later.signingSecrets).toEqual(['the next one']);
});

test('keeps what an admin changes while the check reads the account', async () => {
  const world = await startSetUpWorld();
  const stored = (await world.service.tenants.get('acme'))!;
  await world.service.tenants.save({ ...stored, stateFieldId: '999', answerMode: 'reply' });
  world.pass(A_DAY_MS + 60_000);
  world.account.faults.next({ kind: 'slow', delayMs: 300, match: { path: /signing_secret/ } });

  const checking = world.service.checkSetup();
  await world.tenant(['add', 'acme', '--answer-mode', 'observe']);
  await checking;
  const after = (await world.service.tenants.reload('acme'))!;

  expect(after).toMatchObject({ stateFieldId: stored.stateFieldId, answerMode: 'observe' });
});

test('compares the account anew soon after deliveries keep failing', async () => {
  const world = await startSetUpWorld();
  const deliverWrongly = async () => {
    const answer = await fetch(`${world.service.url}/zendesk_webhook/acme`, {
      method: 'POST',
      headers: {
        'x-zendesk-webhook-signature': Buffer.alloc(32, 1).toString('base64'),
        'x-zendesk-webhook-signature-timestamp': new Date().toISOString(),
      },
      body: '{}',
    });
    return answer.status;
  };
  world.account.inflict({ kind: 'disabled-trigger' });
  world.pass(2 * 3_600_000);

  const statuses = [await deliverWrongly(), await deliverWrongly()];
  const afterTwo = await world.service.checkSetup();
  statuses.push(await deliverWrongly());
  const afterThree = await world.service.checkSetup();

  expect(statuses).toEqual([401, 401, 401]);
  expect([afterTwo, afterThree]).toEqual([0, 1]);
});

test('takes over the field that is there, and calls that no drift', async () => {
  const world = await startSetUpWorld();
  const stored = (await world.service.tenants.get('acme'))!;
  await world.tenant(['add', 'acme', '--state-field-id', '77']);

  const shown = await world.setup([]);
  world.pass(A_DAY_MS + 60_000);
  await world.service.checkSetup();
  const metrics = await (await fetch(`${world.service.url}/metrics`)).text();

  expect(shown.out).toContain('fix by hand: npm run setup -- --apply');
  expect((await world.service.tenants.reload('acme'))!.stateFieldId).toBe(stored.stateFieldId);
  expect(metrics).toContain('setup_findings{severity="broken"} 0');
});

test('finds nothing to mend in the account of the demo, at an address of its own choice too', async () => {
  const stack = await startStack();
  onTestFinished(() => stack.stop());
  await stack.restart();

  const checked = await stack.service.checkSetup();

  expect(checked).toBe(1);
  const metrics = await (await fetch(`${stack.service.url}/metrics`)).text();
  expect(metrics).toContain('smart_assistant_setup_findings{severity="broken"} 0');
  expect(metrics).toContain('smart_assistant_setup_findings{severity="degraded"} 0');
});
