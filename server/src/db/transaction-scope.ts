import { AsyncLocalStorage } from 'node:async_hooks';
import type { Queryable, SqlValue } from './database.ts';
import { DatabaseError } from './database-error.ts';

/** A transaction holds back everybody else on SQLite and a connection on PostgreSQL; ours take milliseconds. */
const longestTransactionMs = 10_000;

type Run = (sql: string, params: readonly SqlValue[]) => Promise<object[]>;

const current = new AsyncLocalStorage<{ open: boolean }>();

/**
 * Runs `work` with a `tx` that is good until it returns. The same on both databases: a statement that
 * failed fails the whole, even when `work` swallowed the error, and so does work that takes too long.
 */
export async function runInScope<Result>(
  run: Run,
  work: (tx: Queryable) => Promise<Result>,
): Promise<Result> {
  const scope: { open: boolean; failure?: unknown } = { open: true };
  // One statement at a time, also when `work` asks for several at once: the connection is one.
  let last: Promise<unknown> = Promise.resolve();
  async function runNext(sql: string, params: readonly SqlValue[]): Promise<object[]> {
    if (!scope.open) {
      throw new DatabaseError('database_misused', 'The transaction of this tx has ended');
    }
    try {
      return await run(sql, params);
    } catch (error) {
      scope.failure ??= error;
      throw error;
    }
  }
  const tx: Queryable = {
    async query<Row extends object>(sql: string, params: readonly SqlValue[] = []) {
      const rows = last.then(() => runNext(sql, params));
      last = rows.catch(() => undefined);
      return (await rows) as Row[];
    },
  };
  try {
    const result = await inTime(current.run(scope, () => work(tx)));
    if (scope.failure) throw scope.failure;
    return result;
  } finally {
    scope.open = false;
  }
}

/** Inside a transaction only its `tx` may be used: anything else would wait for the transaction itself. */
export function assertOutsideTransaction(): void {
  if (current.getStore()?.open) {
    throw new DatabaseError(
      'database_misused',
      'Inside a transaction use its tx, not the database',
    );
  }
}

async function inTime<Result>(work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const message = `A transaction took longer than ${longestTransactionMs} ms: is there a network call in it?`;
      reject(new DatabaseError('database_timeout', message));
    }, longestTransactionMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
