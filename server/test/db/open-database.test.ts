import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { migrate } from '../../src/db/migrate.ts';
import { migrations } from '../../src/db/migrations/migrations.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import { createTestDatabase, dialect, openAgain } from '../support/test-database.ts';

function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'smart-assistant-test-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

test('migrates once when several processes start together', async () => {
  const url = await createTestDatabase();

  const [db] = await Promise.all([openAgain(url), openAgain(url), openAgain(url)]);

  const rows = await db.query('SELECT version, name FROM schema_migrations ORDER BY version');
  expect(rows).toEqual(migrations.map(({ version, name }) => ({ version, name })));
});

test('brings an older database up to date and keeps what is in it', async () => {
  const db = await openAgain(await createTestDatabase());
  await db.query(`INSERT INTO sweeps (tenant, swept_at) VALUES ('acme', 1)`);
  const next = {
    version: migrations.length + 1,
    name: 'next',
    statements: ['ALTER TABLE sweeps ADD COLUMN colour TEXT'],
  };

  await migrate(db, [...migrations, next]);
  await migrate(db, [...migrations, next]);

  expect(await db.query('SELECT tenant, colour FROM sweeps')).toEqual([
    { tenant: 'acme', colour: null },
  ]);
});

test('stores nothing of a migration that fails halfway', async () => {
  const db = await openAgain(await createTestDatabase());
  const broken = {
    version: migrations.length + 1,
    name: 'broken',
    statements: ['CREATE TABLE half (id TEXT)', 'CREATE TABLE'],
  };

  await expect(migrate(db, [...migrations, broken])).rejects.toMatchObject({
    code: 'statement_failed',
  });

  await expect(db.query('SELECT id FROM half')).rejects.toMatchObject({ code: 'statement_failed' });
});

test('refuses a database that a newer version has migrated', async () => {
  const url = await createTestDatabase();
  const db = await openAgain(url);
  await db.query(`INSERT INTO schema_migrations (version, name, applied_at) VALUES (999, 'x', 1)`);

  await expect(openDatabase({ url })).rejects.toMatchObject({
    code: 'database_too_new',
    message: expect.stringContaining('restore a backup'),
  });
});

test('numbers its migrations from 1 without gaps', () => {
  const versions = migrations.map(({ version }) => version);

  expect(versions).toEqual(versions.map((_, index) => index + 1));
});

test('refuses an address of a database it does not know, without repeating its password', async () => {
  await expect(openDatabase({ url: 'mysql://me:hush@host/db' })).rejects.toMatchObject({
    code: 'database_misconfigured',
    message: expect.stringMatching(/^(?!.*hush).*mysql:\/\/.*DATABASE_URL/),
  });
});

describe.runIf(dialect === 'sqlite')('an SQLite file', () => {
  test('is created with its folder', async () => {
    const path = join(temporaryDirectory(), 'deep', 'down', 'shop.db');

    await openAgain(`sqlite:${path}`);

    expect(existsSync(path)).toBe(true);
  });

  test('is as durable when it is opened again as the first time', async () => {
    const url = await createTestDatabase();
    await (await openAgain(url)).close();

    const db = await openAgain(url);

    expect(await db.query('PRAGMA synchronous')).toEqual([{ synchronous: 2 }]);
    expect(await db.query('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }]);
  });

  test('may live in memory', async () => {
    const db = await openAgain(':memory:');

    expect(await db.query('SELECT slug FROM tenants')).toEqual([]);
  });

  test('is refused where there cannot be one', async () => {
    const file = join(temporaryDirectory(), 'a-file');
    writeFileSync(file, 'not a folder');

    await expect(openDatabase({ url: join(file, 'shop.db') })).rejects.toMatchObject({
      code: 'database_misconfigured',
      message: expect.stringMatching(/a-file.*DATABASE_URL/),
    });
  });

  test('is refused when it is something else', async () => {
    const file = join(temporaryDirectory(), 'letter.txt');
    writeFileSync(file, 'Dear customer, '.repeat(100));

    await expect(openDatabase({ url: file })).rejects.toMatchObject({
      code: 'database_misconfigured',
    });
  });
});

describe.runIf(dialect === 'postgres')('a PostgreSQL address', () => {
  test('is refused when nobody answers there', async () => {
    await expect(
      openDatabase({ url: 'postgres://me:hush@127.0.0.1:1/shop' }),
    ).rejects.toMatchObject({
      code: 'database_unreachable',
      message: expect.stringMatching(/^(?!.*hush)/),
    });
  });

  test('is refused when it would lose acknowledged webhooks', async () => {
    const url = new URL(await createTestDatabase());
    url.searchParams.set('options', `${url.searchParams.get('options')} -c synchronous_commit=off`);

    await expect(openDatabase({ url: url.href })).rejects.toMatchObject({
      code: 'database_misconfigured',
      message: expect.stringContaining('synchronous_commit'),
    });
  });
});
