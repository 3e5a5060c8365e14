import { parentPort, workerData } from 'node:worker_threads';
import { firstFailure } from '../demo/simulation/run-seeds.ts';
import { describeFailure, shrink } from '../demo/simulation/shrink.ts';

/** Tells its parent of every hundred schedules, and of the end: the failure in words, or nothing. */
const TOLD_EVERY = 100;

const { from, count } = workerData as { from: number; count: number };
let untold = 0;
const failed = await firstFailure({
  from,
  count,
  onRun() {
    untold += 1;
    if (untold < TOLD_EVERY) return;
    parentPort!.postMessage({ ran: untold });
    untold = 0;
  },
});
parentPort!.postMessage({ ran: untold, failure: failed && describeFailure(await shrink(failed)) });
