import { expect, test } from 'vitest';
import { proveRoundTrip } from '@smart-assistant/shared/setup/round-trip.ts';
import { callOf, setUpAccount } from '../set-up-account.ts';
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
  const asAdmin = callOf({
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
  const asAdmin = callOf(admin);
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
