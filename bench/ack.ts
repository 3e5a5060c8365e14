import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { BENCH_SLUG, signedRequest } from './signed-request.ts';
import { steadyLoad } from './steady-load.ts';

const ROUNDS = 3;
const THROUGHPUT = { connections: 64, duration: 3 };
/** A large shop's busiest hour, many times over. */
const STEADY = { perSecond: 1_000, seconds: 5 };
const WARM_UP = { connections: 16, duration: 1 };

const AIM = { ratio: 0.9, p99Ms: 25 };

interface Server {
  name: 'ours' | 'bare';
  url: string;
  process: ChildProcess;
}

interface Measured {
  perSecond: number;
  /** Of the server process, per answered request. */
  cpuMicros: number;
}

/** Both servers in turn, so that whatever else the machine does meets both. Yields lines of a report. */
export async function* benchAcknowledgements(): AsyncGenerator<string> {
  // Inside the checkout, not in a temporary directory, which may be memory: an fsync must cost what it costs.
  await mkdir('data', { recursive: true });
  const directory = await mkdtemp('data/bench-');
  const servers: Server[] = [];
  try {
    servers.push(await start('ours', `${directory}/ack.db`), await start('bare'));
    for (const server of servers) await load(server, WARM_UP);

    yield* compareThroughput(servers);
    yield* compareLatency(servers);
  } finally {
    for (const server of servers) await stop(server);
    await rm(directory, { recursive: true });
  }
}

async function* compareThroughput(servers: Server[]): AsyncGenerator<string> {
  const results: Record<Server['name'], Measured[]> = { ours: [], bare: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const server of servers) results[server.name].push(await load(server, THROUGHPUT));
  }
  const ours = median(results.ours.map(({ perSecond }) => perSecond));
  const bare = median(results.bare.map(({ perSecond }) => perSecond));
  const cpu = (name: Server['name']) =>
    median(results[name].map(({ cpuMicros }) => cpuMicros)).toFixed(0);

  yield `as many as possible, ${THROUGHPUT.connections} connections, median of ${ROUNDS} rounds`;
  yield `  ours, durable           ${ours.toFixed(0)}/s   ${cpu('ours')} µs of processor each`;
  yield `  bare express, no store  ${bare.toFixed(0)}/s   ${cpu('bare')} µs of processor each`;
  yield `  ratio                   ${(ours / bare).toFixed(2)} (aim: ${AIM.ratio} or more)`;
}

async function* compareLatency(servers: Server[]): AsyncGenerator<string> {
  yield `at a steady ${STEADY.perSecond} a second for ${STEADY.seconds} s`;
  for (const server of servers) {
    const times = await steadyLoad(addressOf(server), STEADY.perSecond, STEADY.seconds);
    const at = (share: number) => times[Math.floor(times.length * share)]!.toFixed(1);
    const aim = server.name === 'ours' ? ` (aim: p99 below ${AIM.p99Ms} ms)` : '';
    yield `  ${server.name}  p50 ${at(0.5)} ms   p99 ${at(0.99)} ms   p99.9 ${at(0.999)} ms${aim}`;
  }
}

const addressOf = ({ url }: Server): string => `${url}/zendesk_webhook/${BENCH_SLUG}`;

async function load(
  server: Server,
  options: { connections: number; duration: number },
): Promise<Measured> {
  const cpuBefore = await cpuOf(server);
  const result = await autocannon({
    ...options,
    url: addressOf(server),
    requests: [{ method: 'POST', setupRequest: (request) => ({ ...request, ...signedRequest() }) }],
  });
  const answered = result['2xx'];
  if (result.non2xx > 0 || result.errors > 0 || answered === 0) {
    throw new Error(`${server.name}: ${result.non2xx} refused, ${result.errors} failed`);
  }
  return {
    perSecond: answered / result.duration,
    cpuMicros: ((await cpuOf(server)) - cpuBefore) / answered,
  };
}

async function start(name: Server['name'], ...args: string[]): Promise<Server> {
  const file = fileURLToPath(new URL('ack-server.ts', import.meta.url));
  const process = fork(file, [name, ...args]);
  const [{ url }] = (await once(process, 'message')) as [{ url: string }];
  return { name, url, process };
}

async function stop({ process }: Server): Promise<void> {
  const exited = once(process, 'exit');
  process.disconnect();
  await exited;
}

/** Microseconds of processor time of the server process so far. */
async function cpuOf({ process }: Server): Promise<number> {
  process.send('cpu');
  const [{ user, system }] = (await once(process, 'message')) as [NodeJS.CpuUsage];
  return user + system;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
