import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { withPostgres, withSqlite } from '../kills/databases.ts';
import { killServers } from '../kills/kill-servers.ts';
import { randomFrom } from '../simulation/random.ts';

/** `npm run bench` kills a hundred times. */
const KILLS = 12;
/** A killed process keeps its tickets for ten seconds. */
const LONG_MS = 120_000;

test.each([
  ['one process on SQLite', 1, withSqlite],
  ['two processes on PostgreSQL', 2, withPostgres],
] as const)(
  'answers each question exactly once and handles all it acknowledged when %s is killed again and again',
  async (_, processes, withDatabase) => {
    const seed = randomInt(2 ** 31);
    console.log(`kills: seed ${seed}`);

    const report = await withDatabase((databaseUrl) =>
      killServers({ databaseUrl, processes, kills: KILLS, random: randomFrom(seed) }),
    );

    expect(report).toMatchObject({ wrongTickets: [], unhandled: [], leftWork: 0 });
    expect(report.questions).toBeGreaterThan(KILLS);
    expect(report.acknowledged).toBeGreaterThanOrEqual(2 * report.questions);
  },
  LONG_MS,
);
