import fc from 'fast-check';
import pg from 'pg';
import { describe, expect, inject, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { storable } from '../../src/db/statement.ts';
import type { Steps } from '../../src/db/steps.ts';
import {
  createTestDatabase,
  dialect,
  openAgain,
  openTestDatabase,
} from '../support/test-database.ts';

const insert = 'INSERT INTO sweeps (tenant, swept_at, cursor) VALUES (?, ?, ?)';
const tenants = 'SELECT tenant FROM sweeps ORDER BY tenant';

/** Announces until it is heard: the first may come before the listener is connected, and a hint may get lost. */
async function hear(db: Database, channel: string): Promise<void> {
  const heard = new Promise<void>((resolve) => {
    const stop = db.listen(channel, () => {
      stop();
      resolve();
    });
  });
  const again = setInterval(() => db.announce(channel), 20);
  await heard;
  clearInterval(again);
}

test('stores and reads text, integers and nothing', async () => {
  const db = await openTestDatabase();

  await db.query(insert, ['acme', 1_790_000_000_000, null]);
  const rows = await db.query('SELECT tenant, swept_at, cursor FROM sweeps');

  expect(rows).toEqual([{ tenant: 'acme', swept_at: 1_790_000_000_000, cursor: null }]);
});

test('counts and sums to numbers', async () => {
  const db = await openTestDatabase();
  await db.query(insert, ['acme', 20, null]);
  await db.query(insert, ['globex', 22, null]);

  const rows = await db.query('SELECT COUNT(*) AS count, MAX(swept_at) AS newest FROM sweeps');

  expect(rows).toEqual([{ count: 2, newest: 22 }]);
});

test('gives any text back as it was, but for characters that have no place in a text', async () => {
  const db = await openTestDatabase();
  const unit = fc.nat(0xffff).map((code) => String.fromCharCode(code));
  const texts = fc.array(fc.string({ unit, maxLength: 20 }), { maxLength: 20 });

  await fc.assert(
    fc.asyncProperty(texts, async (given) => {
      const read = await db.transaction(async (tx) => {
        await tx.query('DELETE FROM sweeps');
        for (const [n, text] of given.entries()) await tx.query(insert, [`tenant-${n}`, n, text]);
        return tx.query<{ cursor: string }>('SELECT cursor FROM sweeps ORDER BY swept_at');
      });
      expect(read.map((row) => row.cursor)).toEqual(given.map(storable));
    }),
    { numRuns: 20, examples: [[['a\0b', '\ud800', "'; --", '?', '$1', '']]] },
  );
});

test('takes a question mark inside quotes for text', async () => {
  const db = await openTestDatabase();
  await db.query(insert, ['why?', 1, "it's ?"]);

  const rows = await db.query(
    `SELECT cursor AS "what?" FROM sweeps WHERE tenant = 'why?' AND cursor = 'it''s ?' AND swept_at = ?`,
    [1],
  );

  expect(rows).toEqual([{ 'what?': "it's ?" }]);
});

test('stores all of a transaction or nothing', async () => {
  const db = await openTestDatabase();

  const failing = db.transaction(async (tx) => {
    await tx.query(insert, ['acme', 1, null]);
    throw new Error('halfway');
  });

  await expect(failing).rejects.toThrow('halfway');
  expect(await db.query(tenants)).toEqual([]);
});

test('keeps the failure of one transaction from those that run beside it', async () => {
  const db = await openTestDatabase();

  const outcomes = await Promise.allSettled(
    Array.from({ length: 50 }, (_, n) =>
      db.transaction(async (tx) => {
        await tx.query(insert, [`tenant-${String(n).padStart(2, '0')}`, n, null]);
        if (n % 5 === 0) throw new Error('every fifth');
        return n;
      }),
    ),
  );

  const stored = await db.query<{ swept_at: number }>(
    'SELECT swept_at FROM sweeps ORDER BY swept_at',
  );
  const resolved = outcomes.filter((outcome) => outcome.status === 'fulfilled');
  expect(resolved).toHaveLength(40);
  expect(stored.map((row) => row.swept_at)).toEqual(resolved.map((outcome) => outcome.value));
});

test('keeps the failure of some steps from those that run beside them, and from transactions', async () => {
  const db = await openTestDatabase();
  await db.query(insert, ['tenant-00', 0, null]);
  function* storing(n: number): Steps<number> {
    const tenant = `tenant-${String(n).padStart(2, '0')}`;
    // Takes effect before the failure, and must go with it.
    yield { sql: insert, params: [`${tenant}-too`, n, null] };
    const [row] = yield { sql: `${insert} RETURNING swept_at`, params: [tenant, n, null] };
    if (n % 10 === 5) throw new Error('every tenth');
    return Number(row!['swept_at']);
  }

  const outcomes = await Promise.allSettled([
    ...Array.from({ length: 30 }, (_, n) => db.steps(() => storing(n))),
    db.transaction((tx) => tx.query(insert, ['transaction', 100, null])),
  ]);

  const failed = outcomes.flatMap(({ status }, n) => (status === 'rejected' ? [n] : []));
  expect(failed).toEqual([0, 5, 15, 25]);
  expect(outcomes[29]).toMatchObject({ value: 29 });
  expect(await db.query('SELECT COUNT(*) AS count FROM sweeps')).toEqual([{ count: 2 * 26 + 2 }]);
});

test('fails a transaction that swallowed the failure of a statement', async () => {
  const db = await openTestDatabase();
  await db.query(insert, ['acme', 1, null]);

  const swallowing = db.transaction(async (tx) => {
    await tx.query(insert, ['globex', 1, null]);
    await tx.query(insert, ['acme', 1, null]).catch(() => undefined);
  });

  await expect(swallowing).rejects.toMatchObject({ code: 'unique_violation' });
  expect(await db.query(tenants)).toEqual([{ tenant: 'acme' }]);
});

test('runs the statements of a transaction in order when they are asked for at once', async () => {
  const db = await openTestDatabase();

  const rows = await db.transaction(async (tx) => {
    const [, found] = await Promise.all([tx.query(insert, ['acme', 1, null]), tx.query(tenants)]);
    return found;
  });

  expect(rows).toEqual([{ tenant: 'acme' }]);
});

test('refuses the database itself inside a transaction, where it would wait for ever', async () => {
  const db = await openTestDatabase();

  const nested = db.transaction(() => db.query(tenants));

  await expect(nested).rejects.toMatchObject({ code: 'database_misused' });
});

test('refuses a tx after its transaction', async () => {
  const db = await openTestDatabase();

  const kept = await db.transaction(async (tx) => ({ tx }));

  await expect(kept.tx.query(tenants)).rejects.toMatchObject({ code: 'database_misused' });
});

test('finishes what is under way when it is closed, and refuses what comes after', async () => {
  const url = await createTestDatabase();
  const db = await openAgain(url);

  const underWay = db.query(insert, ['acme', 1, null]);
  await db.close();
  await underWay;

  await expect(db.query(tenants)).rejects.toMatchObject({ code: 'database_misused' });
  const again = await openAgain(url);
  expect(await again.query(tenants)).toEqual([{ tenant: 'acme' }]);
});

test('lets two processes write at the same time', async () => {
  const url = await createTestDatabase();
  const connections = [await openAgain(url), await openAgain(url)];

  await Promise.all(
    Array.from({ length: 100 }, (_, n) =>
      connections[n % 2]!.transaction((tx) => tx.query(insert, [`tenant-${n}`, n, null])),
    ),
  );

  expect(await connections[0]!.query('SELECT COUNT(*) AS count FROM sweeps')).toEqual([
    { count: 100 },
  ]);
});

test('lets two processes add to the same number without losing one', async () => {
  const url = await createTestDatabase();
  const connections = [await openAgain(url), await openAgain(url)];
  await connections[0]!.query(insert, ['acme', 0, null]);

  await Promise.all(
    Array.from({ length: 40 }, (_, n) =>
      connections[n % 2]!.transaction((tx) =>
        tx.query(`UPDATE sweeps SET swept_at = swept_at + 1 WHERE tenant = 'acme'`),
      ),
    ),
  );

  expect(await connections[0]!.query('SELECT swept_at FROM sweeps')).toEqual([{ swept_at: 40 }]);
});

test('names the statement that failed, never its values', async () => {
  const db = await openTestDatabase();

  const failing = db.query('SELECT * FROM nowhere WHERE secret = ?', ['my card number']);

  await expect(failing).rejects.toMatchObject({
    code: 'statement_failed',
    message: expect.stringMatching(/^(?!.*card number).*SELECT \* FROM nowhere/),
  });
});

test('passes announcements on to whoever listens, until they stop', async () => {
  const db = await openTestDatabase();
  let missed = 0;
  const stop = db.listen('test_channel', () => missed++);
  stop();

  await hear(db, 'test_channel');

  expect(missed).toBe(0);
});

/** As an operator or a restart does, from outside. */
async function endConnection(pid: number): Promise<void> {
  const operator = new pg.Client({ connectionString: inject('postgresUrl') });
  await operator.connect();
  await operator.query('SELECT pg_terminate_backend($1)', [pid]);
  await operator.end();
}

describe.runIf(dialect === 'postgres')('PostgreSQL', () => {
  test('runs a transaction again that stood in a circle with another', async () => {
    const db = await openTestDatabase();
    await db.query(insert, ['acme', 0, null]);
    await db.query(insert, ['globex', 0, null]);
    const add = `UPDATE sweeps SET swept_at = swept_at + 1 WHERE tenant = ?`;
    let waiting = 2;
    let release: () => void = () => undefined;
    const bothHoldOne = new Promise<void>((resolve) => (release = resolve));
    const addTo = (first: string, second: string) =>
      db.transaction(async (tx) => {
        await tx.query(add, [first]);
        if (--waiting === 0) release();
        await bothHoldOne;
        await tx.query(add, [second]);
      });

    await Promise.all([addTo('acme', 'globex'), addTo('globex', 'acme')]);

    const rows = await db.query('SELECT swept_at FROM sweeps');
    expect(rows).toEqual([{ swept_at: 2 }, { swept_at: 2 }]);
  });

  test('hears announcements again after the server ended its connection', async () => {
    const db = await openTestDatabase();
    const operator = await openTestDatabase();
    const heardOnce = hear(db, 'ended_channel');
    await heardOnce;

    const ended = await operator.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN "ended_channel"'`,
    );

    expect(ended).toHaveLength(1);
    await hear(db, 'ended_channel');
  });

  test('fails only the transaction whose connection the server ended', async () => {
    const db = await openTestDatabase();

    const broken = db.transaction(async (tx) => {
      await tx.query(insert, ['acme', 1, null]);
      const [row] = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await endConnection(row!.pid);
      await tx.query(insert, ['globex', 1, null]);
    });

    await expect(broken).rejects.toMatchObject({ code: 'database_unreachable' });
    expect(await db.query(tenants)).toEqual([]);
  });
});
