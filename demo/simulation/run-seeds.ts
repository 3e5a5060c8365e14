import { NO_BUG } from './bugs.ts';
import type { Bug } from './bugs.ts';
import { runSchedule } from './run-schedule.ts';
import type { Run } from './run-schedule.ts';
import { scheduleFrom } from './schedule.ts';

/** While one schedule waits for a signature, others run. */
const AT_ONCE = 4;

export interface Seeds {
  from: number;
  count: number;
  bug?: Bug;
  /** Called after each schedule. */
  onRun?: () => void;
}

/** Runs the schedules of consecutive seeds until one breaks a promise; answers that one, or nothing. */
export async function firstFailure({
  from,
  count,
  bug = NO_BUG,
  onRun,
}: Seeds): Promise<Run | undefined> {
  let next = from;
  let failed: Run | undefined;
  const work = async () => {
    while (!failed && next < from + count) {
      const run = await runSchedule(scheduleFrom(next++), bug);
      onRun?.();
      if (run.broken.length > 0) failed ??= run;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return failed;
}
