import type { Database } from '../db/database.ts';
import type { Steps } from '../db/steps.ts';
import type { Figures } from '../figures.ts';
import type { ProcessInbox } from '../inbox/create-inbox.ts';
import { sweepLeases } from './sweep-leases.ts';

export interface SweepStoreOptions {
  db: Database;
  inbox: Pick<ProcessInbox, 'nudge' | 'nudgeIf'>;
  figures: Pick<Figures, 'adding'>;
  now: () => number;
}

export type SweepStore = ReturnType<typeof createSweepStore>;

/** Progress, lease and finds of the sweeps, shared by every process on the database. */
export function createSweepStore({ db, inbox, figures, now }: SweepStoreOptions) {
  /** The same comment or ending is found once, whoever sweeps and however often. */
  function* noting(tenant: string, ticketId: string, about: string): Steps<boolean> {
    const rows = yield {
      sql: `INSERT INTO missed (tenant, ticket_id, about, found_at) VALUES (?, ?, ?, ?)
        ON CONFLICT (tenant, ticket_id, about) DO NOTHING RETURNING about`,
      params: [tenant, ticketId, about, now()],
    };
    return rows.length > 0;
  }

  function* counting(tenant: string, ticketId: string, about: string): Steps<boolean> {
    const isNew = yield* noting(tenant, ticketId, about);
    if (isNew) yield* figures.adding(tenant, 'missed_webhooks', 1);
    return isNew;
  }

  return {
    ...sweepLeases(db, now),

    /** Makes a ticket due for something no webhook told of, counted once; false when that was found before. */
    found: (tenant: string, ticketId: string, about: string): Promise<boolean> =>
      inbox.nudgeIf(tenant, ticketId, () => counting(tenant, ticketId, about)),

    /** Makes a ticket due, once, for something that a webhook told of and no turn has seen. */
    overlooked: (tenant: string, ticketId: string, about: string): Promise<boolean> =>
      inbox.nudgeIf(tenant, ticketId, () => noting(tenant, ticketId, `told ${about}`)),

    /** Makes a ticket due for something that webhooks never tell of. */
    noticed: (tenant: string, ticketId: string): Promise<void> =>
      inbox.nudge(tenant, ticketId, 'sweep'),

    /** Deletes finds from before a time: Zendesk's export will not tell of them again. */
    async forget(before: number): Promise<void> {
      await db.query('DELETE FROM missed WHERE found_at < ?', [before]);
    },
  };
}
