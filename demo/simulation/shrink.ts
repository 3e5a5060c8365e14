import { NO_BUG } from './bugs.ts';
import type { Bug } from './bugs.ts';
import { runSchedule } from './run-schedule.ts';
import type { Run } from './run-schedule.ts';
import { describeSchedule } from './schedule.ts';
import type { Schedule } from './schedule.ts';

/** More attempts than this make nobody wiser. */
const MAX_RUNS = 400;

/** The smallest schedule near a failing one that still breaks a promise. */
export async function shrink(failed: Run, bug: Bug = NO_BUG): Promise<Run> {
  let smallest = failed;
  let runs = 0;
  for (let isSmaller = true; isSmaller;) {
    isSmaller = false;
    for (const candidate of smallerThan(smallest.schedule)) {
      if ((runs += 1) > MAX_RUNS) return smallest;
      const run = await runSchedule(candidate, bug);
      if (run.broken.length === 0) continue;
      smallest = run;
      isSmaller = true;
      break;
    }
  }
  return smallest;
}

/** One thing less, or one thing plainer, each. */
function* smallerThan(schedule: Schedule): Generator<Schedule> {
  const { story, interruptions, answerMode, reopened, bodies, ids } = schedule;
  for (const index of interruptions.keys()) {
    yield { ...schedule, interruptions: interruptions.toSpliced(index, 1) };
  }
  for (const index of story.keys()) {
    if (story.length > 1) yield { ...schedule, story: story.toSpliced(index, 1) };
  }
  if (reopened !== 'resume') yield { ...schedule, reopened: 'resume' };
  if (answerMode !== 'reply') yield { ...schedule, answerMode: 'reply' };
  if (ids !== 'count-up') yield { ...schedule, ids: 'count-up' };
  if (schedule.isHasty) yield { ...schedule, isHasty: false };
  if (!schedule.hasField) yield { ...schedule, hasField: true };
  if (bodies !== 'lean') yield { ...schedule, bodies: 'lean' };
  for (const [index, step] of story.entries()) {
    if (step.isSettled) continue;
    yield { ...schedule, story: story.with(index, { ...step, isSettled: true }) };
  }
}

/** What a person needs to understand a failure and to run it again. */
export function describeFailure({ schedule, broken, trace }: Run): string {
  return [
    `Broken: ${broken.join('; ')}`,
    describeSchedule(schedule),
    'What happened:',
    ...trace.map((line) => `  ${line}`),
  ].join('\n');
}
