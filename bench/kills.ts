import { randomInt } from 'node:crypto';
import { withPostgres, withSqlite } from '../demo/kills/databases.ts';
import { killServers } from '../demo/kills/kill-servers.ts';
import { randomFrom } from '../demo/simulation/random.ts';

const KILLS = 100;

const SCENES = [
  { name: 'SQLite, one process', processes: 1, withDatabase: withSqlite },
  { name: 'PostgreSQL, two processes', processes: 2, withDatabase: withPostgres },
] as const;

/** Kills real server processes in the midst of their work. A question without exactly one answer ends the bench. */
export async function* benchKills(): AsyncGenerator<string> {
  for (const { name, processes, withDatabase } of SCENES) {
    const seed = randomInt(2 ** 31);
    const before = performance.now();
    const report = await withDatabase((databaseUrl) =>
      killServers({ databaseUrl, processes, kills: KILLS, random: randomFrom(seed) }),
    );
    const { kills, questions, acknowledged, wrongTickets, unhandled, leftWork } = report;
    if (wrongTickets.length + unhandled.length + leftWork > 0) {
      throw new Error(`${name}, seed ${seed}: ${JSON.stringify(report)}`);
    }
    const seconds = ((performance.now() - before) / 1000).toFixed(0);
    yield `${name}: ${kills} kills in ${seconds} s, ${questions} questions with exactly one answer each, ${acknowledged} of ${acknowledged} acknowledged deliveries handled`;
  }
}
