import type { Queryable, SqlValue } from './database.ts';

export interface Statement {
  sql: string;
  params: readonly SqlValue[];
}

/** A transaction told as its statements: yields one after the other, is given the rows of each, returns the result. */
export type Steps<Result> = Generator<Statement, Result, Record<string, SqlValue>[]>;

/** Runs the steps at once, without giving way to anything else. A statement that fails ends them. */
export function runSteps<Result>(
  steps: Steps<Result>,
  run: (sql: string, params: readonly SqlValue[]) => object[],
): Result {
  let step = steps.next();
  while (!step.done) {
    const { sql, params } = step.value;
    step = steps.next(run(sql, params) as Record<string, SqlValue>[]);
  }
  return step.value;
}

/** Runs the steps where each waits for a server. A statement that fails ends them. */
export async function runStepsIn<Result>(tx: Queryable, steps: Steps<Result>): Promise<Result> {
  let step = steps.next();
  while (!step.done) step = steps.next(await tx.query(step.value.sql, step.value.params));
  return step.value;
}
