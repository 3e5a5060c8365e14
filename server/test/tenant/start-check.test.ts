import { onTestFinished, expect, test } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { createLogger } from '../../src/logger.ts';
import { startService } from '../../src/service.ts';
import { createTenantStore } from '../../src/tenant/tenant-store.ts';
import { createTestDatabase, openAgain } from '../support/test-database.ts';

const OURS = Buffer.alloc(32, 3);
const ANOTHER = Buffer.alloc(32, 4);

/** A database with shops of ours, some of which somebody has sealed with another key since. */
async function databaseWith(slugs: string[], sealedAnew: string[] = []) {
  const url = await createTestDatabase();
  const db = await openAgain(url);
  const save = (masterKey: Uint8Array, slug: string) =>
    createTenantStore({ db, masterKey, now: Date.now }).save({
      slug,
      zendeskUrl: `https://${slug}.zendesk.com`,
      credentials: { kind: 'oauth', clientId: 'assistant', clientSecret: 'hush-hush' },
      signingSecrets: [],
    });
  for (const slug of slugs) await save(OURS, slug);
  for (const slug of sealedAnew) await save(ANOTHER, slug);
  return url;
}

/** A server on that database, which only receives, and what it logs. */
async function serverOn(url: string, masterKey = OURS) {
  const lines: string[] = [];
  const env = { DATABASE_URL: url, MASTER_KEY: masterKey.toString('base64'), PORT: '0' };
  const service = await startService(parseConfig({ ...env, WORKERS: '0' }), {
    logger: createLogger({ level: 'info', destination: { write: (line) => lines.push(line) } }),
  });
  onTestFinished(() => service.stop());
  return { service, errors: lines.filter((line) => line.includes('"level":50')) };
}

test('serves the shops it can read, and names all others with the ways out', async () => {
  const url = await databaseWith(['acme', 'globex', 'hooli'], ['globex', 'hooli']);

  const { service, errors } = await serverOn(url);

  expect(await service.tenants.get('acme')).toMatchObject({ slug: 'acme' });
  expect(errors).toHaveLength(1);
  expect(JSON.parse(errors[0]!)).toMatchObject({
    tenants: ['globex', 'hooli'],
    msg: expect.stringMatching(/MASTER_KEY.*tenant -- add <slug>.*tenant -- remove <slug> --yes/),
    err: { code: 'master_key_mismatch' },
  });
  expect(errors[0]).not.toContain('hush-hush');
});

test('does not start with a key that opens no shop', async () => {
  const url = await databaseWith(['acme', 'globex']);

  await expect(serverOn(url, ANOTHER)).rejects.toMatchObject({ code: 'master_key_mismatch' });
});

test.each([[[]], [['acme']]])('starts quietly with %j', async (slugs: string[]) => {
  const { errors } = await serverOn(await databaseWith(slugs));

  expect(errors).toEqual([]);
});
