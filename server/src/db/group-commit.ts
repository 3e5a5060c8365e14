import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Queryable } from './database.ts';
import { DatabaseError } from './database-error.ts';
import type { SqliteConnection } from './sqlite-connection.ts';
import { runSteps, type Steps } from './steps.ts';
import { runInScope } from './transaction-scope.ts';

/** Bounds how long one commit keeps the event loop: about 10 ms at 40 µs each. */
const largestGroup = 256;
/**
 * Steps that come together mean load: a millisecond more doubled the groups (15 to 30 of 64 connections) and
 * took a sixth off the processor time of each, since an fsync costs as much of it as ten of them.
 */
const gatherMs = 1;
/** Another process holds the lock for milliseconds; one that holds it for this long has a fault. */
const longestWaitForLockMs = 10_000;

interface Job {
  run: () => unknown;
  resolve: (result: unknown) => void;
  reject: (error: unknown) => void;
}

type Outcome = { result: unknown } | { error: unknown };

export interface GroupCommit {
  /** Runs `work` in the next group; settles when the group's commit is on the disk. */
  add<Result>(work: (tx: Queryable) => Promise<Result>): Promise<Result>;
  /** The same for work that is statements only and takes no time of its own. */
  addSteps<Result>(work: () => Steps<Result>): Promise<Result>;
  /** Resolves when nothing waits any more. */
  drained(): Promise<void>;
}

/**
 * One fsync costs milliseconds, so transactions that arrive in the same turn of the event loop share one:
 * they run one after the other between one BEGIN and one COMMIT. Steps come first and in one go; a SAVEPOINT
 * around everything else keeps a failure to the transaction that failed.
 */
export function createGroupCommit(connection: SqliteConnection): GroupCommit {
  const steps: Job[] = [];
  const transactions: Job[] = [];
  let draining: Promise<void> | undefined;

  async function drain(): Promise<void> {
    while (steps.length > 0 || transactions.length > 0) {
      // Gathers what this turn of the event loop still brings, and lets I/O run between groups.
      await setImmediate();
      if (steps.length > 1) await setTimeout(gatherMs);
      await commitTogether(
        connection,
        steps.splice(0, largestGroup),
        transactions.splice(0, largestGroup),
      );
    }
    draining = undefined;
  }

  function enqueue<Result>(waiting: Job[], run: () => Result | Promise<Result>): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      waiting.push({ run, resolve: resolve as Job['resolve'], reject });
      draining ??= drain();
    });
  }

  return {
    add: (work) =>
      enqueue(transactions, () =>
        runInScope(async (sql, params) => connection.run(sql, params), work),
      ),
    addSteps: (work) => enqueue(steps, () => runSteps(work(), connection.run)),
    drained: async () => draining,
  };
}

async function commitTogether(
  connection: SqliteConnection,
  steps: Job[],
  transactions: Job[],
): Promise<void> {
  const jobs = [...steps, ...transactions];
  try {
    await begin(connection);
    let outcomes = runInOneGo(steps);
    if (!outcomes) {
      if (connection.inTransaction()) connection.run('ROLLBACK');
      await begin(connection);
      outcomes = [];
    }
    for (const job of jobs.slice(outcomes.length)) outcomes.push(await runJob(connection, job));
    connection.run('COMMIT');

    for (const [index, job] of jobs.entries()) settle(job, outcomes[index]!);
  } catch (error) {
    for (const job of jobs) job.reject(error);
    if (connection.inTransaction()) connection.run('ROLLBACK');
  }
}

/** Nothing when one of them fails, which is rare: then they have to run apart, from the beginning. */
function runInOneGo(steps: Job[]): Outcome[] | undefined {
  try {
    return steps.map((job) => ({ result: job.run() }));
  } catch {
    return undefined;
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
    const result = await job.run();
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
