import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

const SCHEDULES = 100_000;
/** Seeds from here on belong to one run; two runs share hardly any. */
const LARGEST_SEED = 2 ** 31;

interface Told {
  ran: number;
  failure?: string | undefined;
}

/** Runs the simulation over schedules that nobody has seen before. A broken promise ends the bench. */
export async function* benchSimulation(): AsyncGenerator<string> {
  const threads = availableParallelism();
  const count = Math.ceil(SCHEDULES / threads);
  const seed = randomInt(LARGEST_SEED);
  yield `${count * threads} schedules from seed ${seed} on, in ${threads} threads`;

  const before = performance.now();
  const done = await Promise.all(
    Array.from({ length: threads }, (_, thread) => runThread(seed + thread * count, count)),
  );
  const failure = done.map((told) => told.failure).find((told) => told !== undefined);
  if (failure !== undefined) throw new Error(failure);

  const ran = done.reduce((sum, told) => sum + told.ran, 0);
  const seconds = (performance.now() - before) / 1000;
  yield `${ran} schedules kept every promise, in ${seconds.toFixed(0)} s: ${(ran / seconds).toFixed(0)} a second`;
}

async function runThread(from: number, count: number): Promise<Told> {
  const worker = new Worker(new URL('./simulation-worker.ts', import.meta.url), {
    workerData: { from, count },
  });
  const told: Told = { ran: 0 };
  worker.on('message', ({ ran, failure }: Told) => {
    told.ran += ran;
    told.failure ??= failure;
  });
  await once(worker, 'exit');
  return told;
}
