import { expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { createTenantStore } from '../../src/tenant/tenant-store.ts';
import { PUBLIC_TEST_SECRET } from '../../src/tenant/tenant.ts';
import { countRecords, fillRecords } from '../support/shop-records.ts';
import { openTestDatabase } from '../support/test-database.ts';

const acme = {
  slug: 'acme',
  zendeskUrl: 'https://acme.zendesk.com/',
  credentials: { kind: 'oauth', clientId: 'assistant', clientSecret: 'hush-hush' },
  signingSecrets: ['c2lnbmluZw=='],
  stateFieldId: '360012345678',
} as const;

const asStored = {
  ...acme,
  zendeskUrl: 'https://acme.zendesk.com',
  answerMode: 'draft',
  reopened: 'resume',
};

interface Options {
  masterKey?: Uint8Array;
  clock?: { now: number };
}

const storeOn = (db: Database, { masterKey = keyOf(1), clock = { now: 0 } }: Options = {}) =>
  createTenantStore({ db, masterKey, now: () => clock.now });

const keyOf = (byte: number) => new Uint8Array(32).fill(byte);

test('gives back what was saved, with drafts as the first answer mode', async () => {
  const tenants = storeOn(await openTestDatabase());

  await tenants.save({ ...acme, signingSecrets: [...acme.signingSecrets] });

  expect(await tenants.get('acme')).toEqual(asStored);
  expect(await tenants.list()).toEqual({ readable: [asStored], unreadable: [] });
});

test('replaces a tenant and removes it', async () => {
  const tenants = storeOn(await openTestDatabase());
  await tenants.save({ ...acme, signingSecrets: [] });

  await tenants.save({ ...acme, signingSecrets: ['new'], answerMode: 'reply' });
  expect(await tenants.get('acme')).toMatchObject({ signingSecrets: ['new'], answerMode: 'reply' });

  expect(await tenants.remove('acme')).toBe(true);
  expect(await tenants.get('acme')).toBeUndefined();
  expect(await tenants.remove('acme')).toBe(false);
});

test('forgets with a tenant all that was kept of its tickets, and nothing of another shop', async () => {
  const db = await openTestDatabase();
  const tenants = storeOn(db);
  await tenants.save({ ...acme, signingSecrets: [] });
  await fillRecords(db, 'acme', 1_200);
  await fillRecords(db, 'globex');
  const tables = Object.keys(await countRecords(db, 'globex'));

  await tenants.remove('acme');

  expect(await countRecords(db, 'acme')).toEqual({});
  expect(tables).toEqual(expect.arrayContaining(['conversations', 'turns', 'articles', 'sweeps']));
  expect(Object.keys(await countRecords(db, 'globex'))).toEqual(tables);
});

test('takes a removal up again that was interrupted, and begins a new shop without what one left', async () => {
  const db = await openTestDatabase();
  const tenants = storeOn(db);
  await fillRecords(db, 'acme');
  await fillRecords(db, 'globex');

  expect(await tenants.remove('acme')).toBe(true);
  expect(await tenants.remove('acme')).toBe(false);
  await tenants.save({ ...acme, slug: 'globex', signingSecrets: [] });

  expect(await countRecords(db, 'globex')).toEqual({});
});

test("refuses another account for a shop's slug, whose records would meet its tickets, unless it was renamed", async () => {
  const db = await openTestDatabase();
  const tenants = storeOn(db);
  await tenants.save({ ...acme, signingSecrets: [] });
  await fillRecords(db, 'acme');
  const kept = await countRecords(db, 'acme');
  const moved = { ...acme, signingSecrets: [], zendeskUrl: 'https://other.zendesk.com' };

  await expect(tenants.save(moved)).rejects.toMatchObject({
    code: 'tenant_invalid',
    message: expect.stringMatching(/another slug.*--renamed/s),
  });
  await tenants.save({ ...acme, signingSecrets: [], zendeskUrl: 'https://ACME.zendesk.com//' });
  await tenants.save(moved, { isRenamed: true });

  expect(await tenants.get('acme')).toMatchObject({ zendeskUrl: 'https://other.zendesk.com' });
  expect(await countRecords(db, 'acme')).toEqual(kept);
});

test('never gives the slug of a removed shop, and with it its keys, to another account', async () => {
  const db = await openTestDatabase();
  const tenants = storeOn(db);
  const other = { ...acme, signingSecrets: [], zendeskUrl: 'https://other.zendesk.com' };
  await tenants.save({ ...acme, signingSecrets: [] });
  await tenants.remove('acme');

  await expect(tenants.save(other)).rejects.toMatchObject({
    code: 'tenant_invalid',
    message: expect.stringMatching(/acme\.zendesk\.com.*another slug/s),
  });
  const kept = await db.query('SELECT tenant, host FROM removed_tenants');
  await tenants.save({ ...other, slug: 'other' });
  await tenants.save({ ...acme, signingSecrets: [], zendeskUrl: 'https://ACME.zendesk.com' });

  expect(kept).toEqual([{ tenant: 'acme', host: 'acme.zendesk.com' }]);
  expect(await tenants.get('acme')).toMatchObject({ slug: 'acme' });
});

test('knows of a removed shop the account it had last, also under the new address of a renamed one', async () => {
  const tenants = storeOn(await openTestDatabase());
  const first = { ...acme, signingSecrets: [] };
  const second = { ...first, zendeskUrl: 'https://other.zendesk.com' };
  await tenants.save(first);
  await tenants.save(second, { isRenamed: true });
  await tenants.remove('acme');

  await expect(tenants.save(first)).rejects.toMatchObject({ code: 'tenant_invalid' });
  await tenants.save(second);
  await tenants.remove('acme');
  await tenants.save(first, { isRenamed: true });

  expect(await tenants.get('acme')).toMatchObject({ zendeskUrl: 'https://acme.zendesk.com' });
});

test('stores no secret in clear', async () => {
  const db = await openTestDatabase();
  await storeOn(db).save({ ...acme, signingSecrets: [...acme.signingSecrets] });

  const stored = JSON.stringify(await db.query('SELECT * FROM tenants'));

  expect(stored).toContain('acme.zendesk.com');
  expect(stored).not.toMatch(/hush-hush|c2lnbmluZw/);
});

test('says which key is wrong, and the way out, when the secrets were sealed with another', async () => {
  const db = await openTestDatabase();
  await storeOn(db).save({ ...acme, signingSecrets: [] });

  const withOtherKey = storeOn(db, { masterKey: keyOf(2) });

  const error = {
    code: 'master_key_mismatch',
    message: expect.stringMatching(/MASTER_KEY.*acme/s),
  };
  await expect(withOtherKey.get('acme')).rejects.toMatchObject(error);
  expect(await withOtherKey.list()).toMatchObject({
    readable: [],
    unreadable: [{ slug: 'acme', error }],
  });
});

test('adds no shop under a key that opens none of the others, and adds it once one of those is given again', async () => {
  const db = await openTestDatabase();
  await storeOn(db).save({ ...acme, signingSecrets: [] });
  await storeOn(db).save({ ...acme, slug: 'globex', signingSecrets: [] });
  const withOtherKey = storeOn(db, { masterKey: keyOf(2) });
  const third = { ...acme, slug: 'third', signingSecrets: [] };

  await expect(withOtherKey.save(third)).rejects.toMatchObject({
    code: 'master_key_mismatch',
    message: expect.stringMatching(/third was not added.*acme, globex.*tenant -- remove <slug>/s),
  });
  expect(await storeOn(db).get('third')).toBeUndefined();
  await withOtherKey.save({ ...acme, signingSecrets: [] });
  await withOtherKey.save(third);

  expect(await withOtherKey.list()).toMatchObject({
    readable: [{ slug: 'acme' }, { slug: 'third' }],
    unreadable: [{ slug: 'globex', error: { code: 'master_key_mismatch' } }],
  });
});

test("cannot open another tenant's secrets, even when somebody copies them in the database", async () => {
  const db = await openTestDatabase();
  const tenants = storeOn(db);
  await tenants.save({ ...acme, signingSecrets: [] });
  await tenants.save({ ...acme, slug: 'globex', signingSecrets: [] });
  await db.query(
    `UPDATE tenants SET secrets = (SELECT secrets FROM tenants WHERE slug = 'acme') WHERE slug = ?`,
    ['globex'],
  );

  await expect(storeOn(db).get('globex')).rejects.toMatchObject({ code: 'master_key_mismatch' });
});

test.each([
  ['the slug', { slug: 'Acme Shop' }],
  ['zendeskUrl', { zendeskUrl: 'acme' }],
  ['stateFieldId', { stateFieldId: 'sa_user_info' }],
  ['the public test secret', { signingSecrets: [PUBLIC_TEST_SECRET] }],
  ['credentials', { credentials: { kind: 'api-token', email: 'no e-mail', token: 'tok-en' } }],
] as const)('refuses a tenant by %s and repeats no secret', async (_what, overrides) => {
  const tenants = storeOn(await openTestDatabase());
  const tenant = { ...acme, signingSecrets: [], ...overrides } as unknown;

  const saving = tenants.save(tenant as Parameters<typeof tenants.save>[0]);

  await expect(saving).rejects.toMatchObject({
    code: 'tenant_invalid',
    message: expect.not.stringMatching(/hush-hush|tok-en|no e-mail|dGhpc19/),
  });
  expect(await tenants.list()).toEqual({ readable: [], unreadable: [] });
});

test("sees another process's change within seconds, its own at once", async () => {
  const db = await openTestDatabase();
  const clock = { now: 0 };
  const [ours, others] = [storeOn(db, { clock }), storeOn(db, { clock })];
  expect(await ours.get('acme')).toBeUndefined();

  await others.save({ ...acme, signingSecrets: [] });
  const atOnce = await ours.get('acme');
  clock.now += 5_001;
  const later = await ours.get('acme');

  expect([atOnce, later?.slug]).toEqual([undefined, 'acme']);
});

test('asks the database no more than once for many requests at the same time', async () => {
  const db = await openTestDatabase();
  let queries = 0;
  const counting: Database = {
    ...db,
    query: (sql, params) => {
      queries += 1;
      return db.query(sql, params);
    },
  };
  const tenants = storeOn(counting);

  await Promise.all(Array.from({ length: 20 }, () => tenants.get('acme')));
  await tenants.get('Not A Slug');

  expect(queries).toBe(1);
});

test('asks again after a failure', async () => {
  const db = await openTestDatabase();
  let isDown = true;
  const flaky: Database = {
    ...db,
    query: (sql, params) => (isDown ? Promise.reject(new Error('down')) : db.query(sql, params)),
  };
  const tenants = storeOn(flaky);
  await expect(tenants.get('acme')).rejects.toThrow('down');

  isDown = false;

  expect(await tenants.get('acme')).toBeUndefined();
});

test('sees what another process has changed at once when it reloads', async () => {
  const db = await openTestDatabase();
  const [ours, others] = [storeOn(db), storeOn(db)];
  await ours.save({ ...acme, signingSecrets: [] });
  await ours.get('acme');

  await others.save({ ...acme, signingSecrets: [], answerMode: 'reply' });
  const remembered = await ours.get('acme');
  const reloaded = await ours.reload('acme');

  expect([remembered?.answerMode, reloaded?.answerMode]).toEqual(['draft', 'reply']);
  expect((await ours.get('acme'))?.answerMode).toBe('reply');
});

/** Lets somebody else act between the reading and the writing of a change, once. */
function meanwhile(db: Database, act: () => Promise<unknown>): Database {
  let isFirst = true;
  return {
    ...db,
    transaction: async (work) => {
      if (isFirst) {
        isFirst = false;
        await act();
      }
      return db.transaction(work);
    },
  };
}

test('changes a tenant on top of what another process has changed meanwhile', async () => {
  const db = await openTestDatabase();
  const others = storeOn(db);
  await others.save({ ...acme, signingSecrets: [] });
  const ours = storeOn(
    meanwhile(db, () => others.save({ ...acme, signingSecrets: [], answerMode: 'reply' })),
  );

  const changed = await ours.change('acme', (tenant) => ({ ...tenant, signingSecrets: ['new'] }));

  expect(changed).toMatchObject({ signingSecrets: ['new'], answerMode: 'reply' });
  expect(await others.reload('acme')).toEqual(changed);
});

test('does not bring back a tenant that was removed while it was changed', async () => {
  const db = await openTestDatabase();
  const others = storeOn(db);
  await others.save({ ...acme, signingSecrets: [] });
  const ours = storeOn(meanwhile(db, () => others.remove('acme')));

  const changed = await ours.change('acme', (tenant) => ({ ...tenant, signingSecrets: ['new'] }));

  expect(changed).toBeUndefined();
  expect(await others.list()).toEqual({ readable: [], unreadable: [] });
});
