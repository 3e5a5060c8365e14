import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import type { Database, DatabaseLogger, Queryable, SqlValue } from './database.ts';
import { DatabaseError } from './database-error.ts';
import { isConflict, toDatabaseError } from './postgres-error.ts';
import { createAnnouncer, createListener } from './postgres-announcements.ts';
import { postgresSettings } from './postgres-settings.ts';
import { runStepsIn } from './steps.ts';
import { numberPlaceholders, storable } from './statement.ts';
import { assertOutsideTransaction, runInScope } from './transaction-scope.ts';

/** Conflicts (deadlock, serialization) end by themselves; five in a row are a design fault to be seen. */
const attemptsPerTransaction = 5;

/** A `Database` on a PostgreSQL pool. Connects on first use. */
export function openPostgresDatabase(url: string, logger: DatabaseLogger): Database {
  const settings = postgresSettings(url);
  const pool = new pg.Pool(settings);
  const report = (error: Error) =>
    logger.warn({ error: error.message }, 'a PostgreSQL connection was lost');
  pool.on('error', report);
  // One that breaks while in use says so twice, and an event nobody listens to would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));

  const run = async (runner: pg.Pool | pg.PoolClient, sql: string, params: readonly SqlValue[]) => {
    try {
      const result = await runner.query<object>(numbered(sql), params.map(storable));
      return result.rows;
    } catch (error) {
      throw toDatabaseError(error, sql);
    }
  };
  const announcer = createAnnouncer((sql, params) => run(pool, sql, params), report);
  const listener = createListener(settings, report);
  const underWay = new Set<Promise<unknown>>();
  let closed = false;

  /** The pool, told to end, would let down whoever waits for a connection: `close` waits for them. */
  async function tracked<Result>(attempt: () => Promise<Result>): Promise<Result> {
    if (closed) throw new DatabaseError('database_misused', 'The database is closed');
    assertOutsideTransaction();
    const work = againOnConflict(attempt);
    underWay.add(work);
    try {
      return await work;
    } finally {
      underWay.delete(work);
    }
  }

  return {
    dialect: 'postgres',
    async query<Row extends object>(sql: string, params: readonly SqlValue[] = []) {
      return (await tracked(() => run(pool, sql, params))) as Row[];
    },
    transaction: (work) => tracked(() => transactOnce(pool, run, work)),
    steps: (work) => tracked(() => transactOnce(pool, run, (tx) => runStepsIn(tx, work()))),
    announce: announcer.announce,
    listen: listener.listen,
    async close() {
      if (closed) return;
      closed = true;
      await Promise.allSettled(underWay);
      await announcer.drained();
      await listener.close();
      await pool.end();
    },
  };
}

type Run = (client: pg.PoolClient, sql: string, params: readonly SqlValue[]) => Promise<object[]>;

async function transactOnce<Result>(
  pool: pg.Pool,
  run: Run,
  work: (tx: Queryable) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect().catch((error: unknown) => {
    throw toDatabaseError(error, 'connect');
  });
  let isBroken = false;
  try {
    await run(client, 'BEGIN', []);
    const result = await runInScope((sql, params) => run(client, sql, params), work);
    await run(client, 'COMMIT', []);
    return result;
  } catch (error) {
    isBroken = await run(client, 'ROLLBACK', []).then(
      () => false,
      () => true,
    );
    throw error;
  } finally {
    client.release(isBroken);
  }
}

/** Runs again what another transaction stood in the way of: nothing of it was stored. */
async function againOnConflict<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let left = attemptsPerTransaction - 1; left > 0; left--) {
    try {
      return await attempt();
    } catch (error) {
      if (!isConflict(error)) throw error;
      // Uneven pauses, or the same two meet again.
      await setTimeout(Math.random() * 20);
    }
  }
  return attempt();
}

const numberedTexts = new Map<string, string>();
/** The code holds some tens of statements; IN lists of all lengths are what could make more. */
const cachedTexts = 1_000;

function numbered(sql: string): string {
  const known = numberedTexts.get(sql);
  if (known) return known;

  if (numberedTexts.size >= cachedTexts) numberedTexts.clear();
  const text = numberPlaceholders(sql);
  numberedTexts.set(sql, text);
  return text;
}
