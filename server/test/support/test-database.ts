import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, inject, onTestFinished, TestRunner } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { openDatabase } from '../../src/db/open-database.ts';

type Cleanup = () => Promise<void> | void;

/** The database this test run is about: every test of the server runs on both. */
export const dialect = process.env['TEST_DATABASE'] === 'postgres' ? 'postgres' : 'sqlite';

/**
 * An empty database of its own, migrated; closed and removed when the test has finished, or the file when it
 * was opened outside of a test.
 */
export async function openTestDatabase(): Promise<Database> {
  return openAgain(await createTestDatabase());
}

/** One more connection to a database, as another process would have it. */
export async function openAgain(url: string): Promise<Database> {
  const db = await openDatabase({ url });
  whenFinished(() => db.close());
  return db;
}

/** The address of a new, empty database, for what opens it itself. Removed like one of `openTestDatabase`. */
export async function createTestDatabase(): Promise<string> {
  return dialect === 'postgres' ? createSchema() : createFile();
}

function createFile(): string {
  const directory = mkdtempSync(join(tmpdir(), 'smart-assistant-test-'));
  whenFinished(() => rmSync(directory, { recursive: true, force: true }));
  return join(directory, 'test.db');
}

async function createSchema(): Promise<string> {
  const schema = `test_${randomBytes(6).toString('hex')}`;
  const server = await connectToServer();
  await server.query(`CREATE SCHEMA ${schema}`);
  whenFinished(async () => {
    await server.query(`SET client_min_messages = warning; DROP SCHEMA ${schema} CASCADE`);
  });

  const url = new URL(inject('postgresUrl'));
  url.searchParams.set('options', `-c search_path=${schema}`);
  return url.href;
}

let connection: Promise<pg.Client> | undefined;

/** One connection per test file makes and removes its schemas. */
function connectToServer(): Promise<pg.Client> {
  connection ??= new pg.Client({ connectionString: inject('postgresUrl') }).connect();
  return connection;
}

const afterFile: Cleanup[] = [];

afterAll(async () => {
  for (const cleanup of afterFile.reverse()) await cleanup();
  await (await connection)?.end();
});

/** The last that was set up is taken down first. */
function whenFinished(cleanup: Cleanup): void {
  if (TestRunner.getCurrentTest()) onTestFinished(async () => cleanup());
  else afterFile.push(cleanup);
}
