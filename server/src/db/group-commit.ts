import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Queryable } from './database.ts';
import { DatabaseError } from './database-error.ts';
import type { SqliteConnection } from './sqlite-connection.ts';
import { runInScope } from './transaction-scope.ts';

/** Bounds how long one commit keeps the event loop: about 10 ms at 40 µs each. */
const largestGroup = 256;
/** Another process holds the lock for milliseconds; one that holds it for this long has a fault. */
const longestWaitForLockMs = 10_000;

interface Job {
  work: (tx: Queryable) => Promise<unknown>;
  resolve: (result: unknown) => void;
  reject: (error: unknown) => void;
}

type Outcome = { result: unknown } | { error: unknown };

export interface GroupCommit {
  /** Runs `work` in the next group; settles when the group's commit is on the disk. */
  add<Result>(work: (tx: Queryable) => Promise<Result>): Promise<Result>;
  /** Resolves when nothing waits any more. */
  drained(): Promise<void>;
}

/**
 * One fsync costs milliseconds, so transactions that arrive in the same turn of the event loop share one:
 * they run one after the other between one BEGIN and one COMMIT. A SAVEPOINT around each keeps a failure
 * to the transaction that failed.
 */
export function createGroupCommit(connection: SqliteConnection): GroupCommit {
  const waiting: Job[] = [];
  let draining: Promise<void> | undefined;

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      // Gathers what this turn of the event loop still brings, and lets I/O run between groups.
      await setImmediate();
      await commitTogether(connection, waiting.splice(0, largestGroup));
    }
    draining = undefined;
  }

  return {
    add<Result>(work: (tx: Queryable) => Promise<Result>) {
      return new Promise<Result>((resolve, reject) => {
        waiting.push({ work, resolve: resolve as Job['resolve'], reject });
        draining ??= drain();
      });
    },
    drained: async () => draining,
  };
}

async function commitTogether(connection: SqliteConnection, jobs: Job[]): Promise<void> {
  try {
    await begin(connection);
    const outcomes: Outcome[] = [];
    for (const job of jobs) outcomes.push(await runJob(connection, job));
    connection.run('COMMIT');

    for (const [index, job] of jobs.entries()) settle(job, outcomes[index]!);
  } catch (error) {
    for (const job of jobs) job.reject(error);
    if (connection.inTransaction()) connection.run('ROLLBACK');
  }
}

/** Waits for another process's lock by trying again, so that this process goes on meanwhile. */
async function begin(connection: SqliteConnection): Promise<void> {
  const deadline = performance.now() + longestWaitForLockMs;
  for (;;) {
    try {
      connection.run('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      const isBusy = error instanceof DatabaseError && error.code === 'database_busy';
      if (!isBusy || performance.now() > deadline) throw error;
      await setTimeout(2);
    }
  }
}

async function runJob(connection: SqliteConnection, job: Job): Promise<Outcome> {
  connection.run('SAVEPOINT job');
  try {
    const result = await runInScope(async (sql, params) => connection.run(sql, params), job.work);
    connection.run('RELEASE job');
    return { result };
  } catch (error) {
    // A full disk or an I/O error has rolled back the whole group already: then nobody's work is stored.
    if (!connection.inTransaction()) throw error;

    connection.run('ROLLBACK TO job');
    connection.run('RELEASE job');
    return { error };
  }
}

function settle(job: Job, outcome: Outcome): void {
  if ('error' in outcome) job.reject(outcome.error);
  else job.resolve(outcome.result);
}
