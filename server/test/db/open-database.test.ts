import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
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

test('tells of a migration once, with the versions before and after', async () => {
  const url = await createTestDatabase();
  const said: [object, string][] = [];
  const logger = {
    info: (facts: object, message: string) => void said.push([facts, message]),
    warn: () => undefined,
  };

  for (let start = 1; start <= 2; start += 1) {
    const db = await openDatabase({ url, logger });
    await db.close();
  }

  expect(said).toEqual([[{ from: 0, to: migrations.length }, 'database migrated']]);
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

  test('is for the eyes of the user who runs the server, with its folder and the files beside it', async () => {
    const folder = join(temporaryDirectory(), 'deep');
    const db = await openAgain(join(folder, 'shop.db'));
    await db.query(`INSERT INTO sweeps (tenant, swept_at) VALUES ('acme', 1)`);

    const modes = [folder, ...['', '-wal', '-shm'].map((end) => join(folder, `shop.db${end}`))].map(
      (path) => (statSync(path).mode & 0o777).toString(8),
    );

    expect(modes).toEqual(['700', '600', '600', '600']);
  });

  test('keeps the rights that somebody gave it and its folder', async () => {
    const folder = temporaryDirectory();
    const path = join(folder, 'shop.db');
    chmodSync(folder, 0o755);
    writeFileSync(path, '');
    chmodSync(path, 0o640);

    await openAgain(path);

    const modes = [folder, path].map((made) => (statSync(made).mode & 0o777).toString(8));
    expect(modes).toEqual(['755', '640']);
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

  test.each([
    ['there cannot be one', (folder: string) => join(folder, 'a-file', 'shop.db')],
    ['there is a folder', (folder: string) => folder],
  ])('is refused where %s', async (_, place) => {
    const folder = temporaryDirectory();
    writeFileSync(join(folder, 'a-file'), 'not a folder');
    const path = place(folder);

    await expect(openDatabase({ url: path })).rejects.toMatchObject({
      code: 'database_misconfigured',
      message: expect.stringMatching(/^The database file \/.*cannot be .*DATABASE_URL/),
    });
  });

  // The superuser may write everywhere.
  test.skipIf(process.getuid?.() === 0)(
    'is refused in a folder that may not be written',
    async () => {
      const folder = temporaryDirectory();
      chmodSync(folder, 0o500);

      for (const path of [join(folder, 'shop.db'), join(folder, 'deep', 'shop.db')]) {
        await expect(openDatabase({ url: path })).rejects.toMatchObject({
          code: 'database_misconfigured',
          message: expect.stringMatching(/shop\.db cannot be written .*let the user who runs this/),
        });
      }
    },
  );

  test('is refused when it is something else', async () => {
    const file = join(temporaryDirectory(), 'letter.txt');
    writeFileSync(file, 'Dear customer, '.repeat(100));

    await expect(openDatabase({ url: file })).rejects.toMatchObject({
      code: 'database_misconfigured',
      message: expect.stringMatching(/letter\.txt is not an SQLite database.*DATABASE_URL/),
    });
  });

  test('is waited for aloud while another process writes, and refused when that one never ends', async () => {
    const url = await createTestDatabase();
    await (await openAgain(url)).close();
    const other = new DatabaseSync(url);
    onTestFinished(() => other.close());
    other.exec('BEGIN IMMEDIATE');
    const said: string[] = [];
    const logger = {
      info: () => undefined,
      warn: (_: object, message: string) => void said.push(message),
    };

    await expect(openDatabase({ url, logger })).rejects.toMatchObject({
      code: 'database_busy',
      message: expect.stringMatching(/test\.db stays locked by another process: .*second server/),
    });

    expect(said).toEqual(['waiting for the database: another process holds or migrates it']);
  });

  test('is refused when another process keeps it for itself', async () => {
    const url = await createTestDatabase();
    await (await openAgain(url)).close();
    const other = new DatabaseSync(url);
    onTestFinished(() => other.close());
    other.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; COMMIT');

    await expect(openDatabase({ url })).rejects.toMatchObject({
      code: 'database_busy',
      message: expect.stringMatching(/test\.db stays locked by another process: .*second server/),
    });
  });
});

describe.runIf(dialect === 'postgres')('a PostgreSQL address', () => {
  /** The address of this run's server, changed. */
  function addressWith(change: (url: URL) => void): string {
    const url = new URL(inject('postgresUrl'));
    change(url);
    return url.href;
  }

  test.each([
    ['the password is wrong', (url: URL) => (url.password = 'hush')],
    ['there is no such user', (url: URL) => (url.username = 'nobody')],
  ])('is refused when %s', async (_, change) => {
    const url = addressWith(change);

    await expect(openDatabase({ url })).rejects.toMatchObject({
      code: 'database_misconfigured',
      message: expect.stringMatching(
        /^(?!.*(hush|SELECT))PostgreSQL at 127\.0\.0\.1:\d+ .*"postgres".*password or the user is wrong.*DATABASE_URL/,
      ),
    });
  });

  test('is refused when its user may not log in', async () => {
    const db = await openAgain(await createTestDatabase());
    const user = `locked_out_${process.pid}`;
    await db.query(`CREATE ROLE ${user} NOLOGIN PASSWORD 'hush'`);
    onTestFinished(() => db.query(`DROP ROLE ${user}`).then(() => undefined));
    const url = addressWith((to) => {
      to.username = user;
      to.password = 'hush';
    });

    await expect(openDatabase({ url })).rejects.toMatchObject({
      code: 'database_misconfigured',
      message: expect.stringMatching(/^(?!.*hush).*"locked_out_\d+".*may not log in/),
    });
  });

  test('is refused when its user may make no tables', async () => {
    const db = await openAgain(await createTestDatabase());
    const user = `without_rights_${process.pid}`;
    await db.query(`CREATE ROLE ${user} LOGIN PASSWORD 'hush'`);
    onTestFinished(() => db.query(`DROP ROLE ${user}`).then(() => undefined));
    const url = addressWith((to) => {
      to.username = user;
      to.password = 'hush';
    });

    await expect(openDatabase({ url })).rejects.toMatchObject({
      code: 'database_misconfigured',
      message: expect.stringMatching(/^(?!.*hush).*42501.*GRANT USAGE, CREATE ON SCHEMA/),
    });
  });

  test('is refused when its schema does not exist', async () => {
    const url = addressWith((to) => to.searchParams.set('options', '-c search_path=not_there'));

    await expect(openDatabase({ url })).rejects.toMatchObject({
      code: 'database_misconfigured',
      message: expect.stringMatching(/3F000.*search_path does not exist/),
    });
  });

  test('is refused when there is no such database', async () => {
    const url = addressWith((to) => (to.pathname = '/shop'));

    await expect(openDatabase({ url })).rejects.toMatchObject({
      code: 'database_misconfigured',
      message: expect.stringMatching(/^PostgreSQL at 127\.0\.0\.1:\d+ has no database "shop"/),
    });
  });

  test('is refused when it wants a password and is given none', async () => {
    const url = addressWith((to) => (to.password = ''));

    await expect(openDatabase({ url })).rejects.toMatchObject({
      code: 'database_misconfigured',
      message: expect.stringMatching(/password.*DATABASE_URL/),
    });
  });

  test('is refused when it asks for TLS that the server does not have', async () => {
    const url = addressWith((to) => to.searchParams.set('sslmode', 'verify-full'));

    await expect(openDatabase({ url })).rejects.toMatchObject({
      code: 'database_misconfigured',
      message: expect.stringMatching(/^No TLS with PostgreSQL at .*sslmode/),
    });
  });

  test.each([
    'postgres://me:hu/sh@db.example/shop',
    'postgres://me:12/hush@db.example/shop',
    'postgres://me:hu#sh@db.example/shop',
    'postgres://me:12?hush@db.example/shop',
    'postgres://me:a@b/hush@db.example/shop',
    'postgres://me:hush@db.example:port/shop',
  ])('is refused when it cannot be read: %s', async (url) => {
    await expect(openDatabase({ url })).rejects.toMatchObject({
      code: 'database_misconfigured',
      message: expect.stringMatching(/^(?!.*(hu|12|sh@))DATABASE_URL is not .*percent-encode/),
    });
  });

  test('is refused when it names a certificate that is not there', async () => {
    const url = 'postgres://me:hush@127.0.0.1/shop?sslmode=verify-full&sslrootcert=/not/there.pem';

    await expect(openDatabase({ url })).rejects.toMatchObject({
      code: 'database_misconfigured',
      message: expect.stringMatching(/^(?!.*hush).*certificate.*\/not\/there\.pem/),
    });
  });

  test.each([
    ['nobody listens there', 'postgres://me:hush@127.0.0.1:1/shop', 'ECONNREFUSED'],
    ['there is no such host', 'postgres://me:hush@not-there.localhost/shop', 'E[A-Z_]+'],
  ])('is refused when %s', async (_, url, why) => {
    await expect(openDatabase({ url })).rejects.toMatchObject({
      code: 'database_unreachable',
      message: expect.stringMatching(
        new RegExp(`^(?!.*hush)PostgreSQL at .* "shop" \\(${why}\\): is it running.*DATABASE_URL`),
      ),
    });
  });

  test('is refused when what listens there is no PostgreSQL', async () => {
    const server = createServer((socket) => socket.destroy());
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;

    await expect(
      openDatabase({ url: `postgres://me:hush@127.0.0.1:${port}/shop` }),
    ).rejects.toMatchObject({
      code: 'database_unreachable',
      message: expect.stringMatching(/^(?!.*hush)PostgreSQL at .* is it running/),
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
