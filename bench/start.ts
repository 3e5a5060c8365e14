import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const STARTS = 5;
const GIVE_UP_MS = 20_000;

/** Serves nothing and does nothing: what Node and Express cost by themselves. */
const BARE = `
  import express from 'express';
  express().get('/healthz', (_, res) => res.end()).listen(Number(process.env.PORT), '127.0.0.1');`;

/** Start to first answer, and resident memory then, of our server on SQLite and of a bare Express process. */
export async function* benchStart(): AsyncGenerator<string> {
  const folder = await mkdtemp(join(tmpdir(), 'smart-assistant-bench-'));
  const server = fileURLToPath(new URL('../server/src/main.ts', import.meta.url));
  const ours: Start[] = [];
  const bare: Start[] = [];
  try {
    for (let round = 0; round < STARTS; round += 1) {
      ours.push(await start([server], 4610 + round, join(folder, 'bench.db')));
      bare.push(await start(['--input-type=module', '-e', BARE], 4630 + round, ''));
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  yield describe('our server, SQLite', ours);
  yield describe('bare Express', bare);
  yield `ratio ${(median(ours, 'tookMs') / median(bare, 'tookMs')).toFixed(2)} in time, ${(median(ours, 'megabytes') / median(bare, 'megabytes')).toFixed(2)} in memory, median of ${STARTS}`;
}

interface Start {
  tookMs: number;
  megabytes: number;
}

async function start(args: string[], port: number, databaseUrl: string): Promise<Start> {
  const before = performance.now();
  const child = spawn(process.execPath, args, {
    stdio: 'ignore',
    env: {
      ...process.env,
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      LOG_LEVEL: 'silent',
      MASTER_KEY: randomBytes(32).toString('base64'),
    },
  });
  try {
    await firstAnswer(`http://127.0.0.1:${port}/healthz`);
    const tookMs = performance.now() - before;
    return { tookMs, megabytes: await residentMegabytes(child.pid!) };
  } finally {
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  }
}

async function firstAnswer(url: string): Promise<void> {
  const giveUpAt = performance.now() + GIVE_UP_MS;
  while (performance.now() < giveUpAt) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  throw new Error(`${url} did not answer within ${GIVE_UP_MS} ms`);
}

/** Linux only; elsewhere there is no figure. */
async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

const median = (starts: Start[], key: keyof Start) =>
  starts.map((each) => each[key]).toSorted((a, b) => a - b)[Math.floor(starts.length / 2)]!;

const describe = (name: string, starts: Start[]) =>
  `${name.padEnd(20)} ${median(starts, 'tookMs').toFixed(0)} ms to the first answer, ${median(starts, 'megabytes').toFixed(0)} MB resident`;
