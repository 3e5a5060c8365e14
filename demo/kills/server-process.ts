import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../server/src/main.ts', import.meta.url));

/** The server as an operator runs it, in a process of its own. */
export interface ServerProcess {
  url: string;
  /** As a power cut or an out-of-memory killer would: nothing of it runs any more when this resolves. */
  kill(): Promise<void>;
  /** As an operator would. */
  stop(): Promise<void>;
}

/** Resolves when the server says that it listens; throws what it said instead. */
export async function startServerProcess(env: Record<string, string>): Promise<ServerProcess> {
  const child = spawn(process.execPath, [MAIN], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env, PORT: '0', LOG_LEVEL: 'info' },
  });
  const exit = once(child, 'exit');
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await exit;
  };
  const url = await firstUrl(child);
  return { url, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}

async function firstUrl(child: ChildProcess): Promise<string> {
  let complaint = '';
  child.stderr!.on('data', (text) => (complaint += String(text)));
  for await (const line of createInterface({ input: child.stdout! })) {
    const url = urlIn(line);
    if (url === undefined) continue;
    // The rest of the log is nobody's, and a full pipe would stop the server.
    child.stdout!.resume();
    return url;
  }
  throw new Error(`The server did not start: ${complaint}`);
}

function urlIn(line: string): string | undefined {
  const { msg, url } = JSON.parse(line) as { msg?: string; url?: string };
  return msg === 'service started' ? url : undefined;
}
