import { expect, test } from 'vitest';
import type { Finding } from '@smart-assistant/shared/setup/finding.ts';
import { newFinding } from '@smart-assistant/shared/setup/finding.ts';
import { createSetupCheckStore } from '../../src/setup/check-store.ts';
import { createTenantStore } from '../../src/tenant/tenant-store.ts';
import { createTestDatabase, openAgain } from '../support/test-database.ts';

const AN_HOUR_MS = 3_600_000;
const A_DAY_MS = 24 * AN_HOUR_MS;

async function storeOfOneShop() {
  const db = await openAgain(await createTestDatabase());
  const clock = { now: 1_800_000_000_000 };
  const now = () => clock.now;
  const tenants = createTenantStore({ db, masterKey: Buffer.alloc(32, 3), now });
  await tenants.save({
    slug: 'acme',
    zendeskUrl: 'https://acme.zendesk.com',
    credentials: { kind: 'oauth', clientId: 'assistant', clientSecret: 'hush' },
    signingSecrets: [],
  });
  return { store: createSetupCheckStore(db, now), tenants, clock };
}

const webhookMissing = newFinding({
  code: 'webhook_missing',
  object: { kind: 'webhook', name: 'Smart Assistant' },
  fix: { kind: 'person', place: 'nowhere' },
});

function checkWith(findings: Finding[], isReadable = true) {
  return {
    plan: { findings, passed: [], found: {}, isWorking: findings.length === 0 },
    isReadable,
  };
}

test('a shop that was never checked is due, and one process takes it', async () => {
  const { store } = await storeOfOneShop();

  const due = await store.due();
  const claims = [await store.claim('acme'), await store.claim('acme')];

  expect(due).toEqual(['acme']);
  expect(claims).toEqual([true, false]);
  expect(await store.due()).toEqual([]);
  expect(await store.health('acme')).toEqual({ status: 'unknown', findings: [] });
});

test('keeps the newest check and is due again a day later', async () => {
  const { store, clock } = await storeOfOneShop();

  await store.record('acme', checkWith([webhookMissing]));
  const found = await store.health('acme');
  const totals = await store.totals();
  clock.now += A_DAY_MS;
  const due = await store.due();
  await store.record('acme', checkWith([]));

  expect(found).toEqual({
    checkedAt: 1_800_000_000_000,
    status: 'findings',
    findings: [{ code: 'webhook_missing', severity: 'broken', object: 'Smart Assistant' }],
  });
  expect(totals).toEqual({ broken: 1, degraded: 0, advice: 0 });
  expect(due).toEqual(['acme']);
  expect(await store.health('acme')).toMatchObject({ status: 'fine', findings: [] });
});

test('says that an account could not be read', async () => {
  const { store } = await storeOfOneShop();

  await store.record('acme', checkWith([], false));

  expect(await store.health('acme')).toMatchObject({ status: 'failed' });
});

test.each([
  ['came to nothing', checkWith([], false)],
  ['never ended', undefined],
])('a check that %s is due again in an hour', async (_how, came) => {
  const { store, clock } = await storeOfOneShop();

  await store.claim('acme');
  if (came) await store.record('acme', came);
  const atOnce = await store.due();
  clock.now += AN_HOUR_MS;

  expect(atOnce).toEqual([]);
  expect(await store.due()).toEqual(['acme']);
});

test('can be made due early, once an hour', async () => {
  const { store, clock } = await storeOfOneShop();
  await store.record('acme', checkWith([]));

  await store.hasten('acme');
  const atOnce = await store.due();
  clock.now += AN_HOUR_MS;
  await store.hasten('acme');
  const anHourLater = await store.due();
  await store.claim('acme');
  await store.hasten('acme');

  expect([atOnce, anHourLater]).toEqual([[], ['acme']]);
  expect(await store.due()).toEqual([]);
});

test('counts nothing of a shop that was removed', async () => {
  const { store, tenants } = await storeOfOneShop();
  await store.record('acme', checkWith([webhookMissing]));

  await tenants.remove('acme');

  expect(await store.totals()).toEqual({ broken: 0, degraded: 0, advice: 0 });
});
