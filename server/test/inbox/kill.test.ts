import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { createTestDatabase, dialect, openAgain } from '../support/test-database.ts';

const script = fileURLToPath(new URL('./receive-forever.ts', import.meta.url));
const kills = 10;

test.runIf(dialect === 'sqlite')(
  'has everything that was acknowledged after it was killed ten times',
  async () => {
    const url = await createTestDatabase();

    const acknowledged: string[] = [];
    for (let run = 0; run < kills; run += 2) {
      // Two at once, as a server and its CLI are; each killed at another moment: in a commit, between two.
      const both = await Promise.all([
        receiveAndKill(url, `run-${run}`, 30 + run * 37),
        receiveAndKill(url, `run-${run + 1}`, 50 + run * 37),
      ]);
      acknowledged.push(...both.flat());
    }

    const db = await openAgain(url);
    const rows = await db.query<{ digest: string }>('SELECT digest FROM invocations');
    const stored = new Set(rows.map(({ digest }) => digest));
    const orphans = await db.query(
      `SELECT digest FROM invocations WHERE ticket_id NOT IN (SELECT ticket_id FROM due_tickets)`,
    );
    expect(acknowledged.length).toBeGreaterThan(kills * 20);
    expect(acknowledged.filter((digest) => !stored.has(digest))).toEqual([]);
    expect(orphans).toEqual([]);
    expect(await db.query('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  },
  60_000,
);

/** Lets a process of its own receive until it has acknowledged so many, kills it, answers what it acknowledged. */
async function receiveAndKill(url: string, run: string, atLeast: number): Promise<string[]> {
  const child = spawn(process.execPath, [script, url, run], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const exit = once(child, 'exit');

  const acknowledged: string[] = [];
  for await (const digest of createInterface({ input: child.stdout })) {
    acknowledged.push(digest);
    if (acknowledged.length === atLeast) child.kill('SIGKILL');
  }
  await exit;
  return acknowledged;
}
