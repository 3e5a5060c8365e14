import type { Database } from './db/database.ts';
import type { Steps } from './db/steps.ts';

/** What is counted per shop besides its turns. */
export const FIGURES = [
  /** Comments and endings that the sweep found and no webhook had told of. */
  'missed_webhooks',
  /** Calls to Zendesk that sweeps and comparisons made. */
  'sweep_calls',
  /** Deliveries in Zendesk's own log of our webhook. */
  'invocations_sent',
  /** Of these, the ones that Zendesk could not deliver. */
  'invocations_failed',
  /** Of these, the ones that Zendesk delivered, as it says, and the inbox does not have. */
  'invocations_missing',
] as const;
export type Figure = (typeof FIGURES)[number];

export interface Figures {
  add(tenant: string, figure: Figure, by: number): Promise<void>;
  /** The same as part of a transaction. */
  adding(tenant: string, figure: Figure, by: number): Steps<void>;
  /** Sums over the hours that begin between two times, epoch milliseconds, the second one excluded. */
  between(tenant: string, from: number, to: number): Promise<Record<Figure, number>>;
  /** Deletes what is older than a time; nobody looks back further. */
  forget(before: number): Promise<void>;
}

/** By the hour, so that every reader's midnight can be summed to; half-hour time zones are half an hour off. */
const HOUR_MS = 3_600_000;

export function createFigures(db: Database, now: () => number): Figures {
  const hourOf = (at: number) => Math.floor(at / HOUR_MS) * HOUR_MS;

  function* adding(tenant: string, figure: Figure, by: number): Steps<void> {
    if (by === 0) return;
    yield {
      sql: `INSERT INTO figures (tenant, hour, figure, value) VALUES (?, ?, ?, ?)
        ON CONFLICT (tenant, hour, figure) DO UPDATE SET value = figures.value + excluded.value`,
      params: [tenant, hourOf(now()), figure, by],
    };
  }

  return {
    adding,
    add: (tenant, figure, by) => db.steps(() => adding(tenant, figure, by)),

    async between(tenant, from, to) {
      const rows = await db.query<{ figure: Figure; value: number }>(
        `SELECT figure, SUM(value) AS value FROM figures
         WHERE tenant = ? AND hour >= ? AND hour < ? GROUP BY figure`,
        [tenant, hourOf(from), to],
      );
      const sums = new Map(rows.map(({ figure, value }) => [figure, value]));
      return Object.fromEntries(FIGURES.map((figure) => [figure, sums.get(figure) ?? 0])) as Record<
        Figure,
        number
      >;
    },

    async forget(before) {
      await db.query('DELETE FROM figures WHERE hour < ?', [before]);
    },
  };
}
