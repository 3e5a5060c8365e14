import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../server/test/support/postgres-server.ts';

/** Gives `use` the address of a new SQLite file, and removes it afterwards. */
export async function withSqlite<Result>(use: (url: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'smart-assistant-kills-'));
  try {
    return await use(join(folder, 'kills.db'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Gives `use` the address of a new schema in a PostgreSQL that runs for as long. */
export async function withPostgres<Result>(use: (url: string) => Promise<Result>): Promise<Result> {
  const postgres = await startPostgres();
  const schema = `kills_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: postgres.url });
  try {
    await client.connect();
    await client.query(`CREATE SCHEMA ${schema}`);
    const url = new URL(postgres.url);
    url.searchParams.set('options', `-c search_path=${schema}`);
    const result = await use(url.href);
    await client.query(`SET client_min_messages = warning; DROP SCHEMA ${schema} CASCADE`);
    return result;
  } finally {
    await client.end();
    await postgres.stop();
  }
}
