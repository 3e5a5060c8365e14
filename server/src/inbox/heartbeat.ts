import type { Database } from '../db/database.ts';

export interface HeartbeatOptions {
  db: Database;
  processId: string;
  now: () => number;
  /** How long a process that fell silent keeps its claims, milliseconds. */
  leaseMs: number;
}

/** Two beats may fail or come late before a process counts as dead. */
const beatsPerLease = 3;
/** Rows of dead processes are of use to nobody; a day is long enough for a look at them. */
const forgottenAfterMs = 24 * 3_600_000;

/** One row per process stands for all its claims, so that keeping them touches no ticket. */
export function createHeartbeat({ db, processId, now, leaseMs }: HeartbeatOptions) {
  let timer: NodeJS.Timeout | undefined;
  let aliveUntil = 0;

  async function beat(): Promise<void> {
    const until = now() + leaseMs;
    await db.query(
      `INSERT INTO processes (id, alive_until) VALUES (?, ?)
       ON CONFLICT (id) DO UPDATE SET alive_until = excluded.alive_until`,
      [processId, until],
    );
    aliveUntil = until;
  }

  return {
    async start(): Promise<void> {
      await db.query('DELETE FROM processes WHERE alive_until < ?', [now() - forgottenAfterMs]);
      await beat();
      // One that fails is made good by the next, or by the next claim, which tells its caller.
      timer = setInterval(
        () => void beat().catch(() => undefined),
        leaseMs / beatsPerLease,
      ).unref();
    },
    /** Beats now when the last beats failed or came late: a claim must not be anybody's the moment it is made. */
    async ensureAlive(): Promise<void> {
      if (aliveUntil - now() < leaseMs / beatsPerLease) await beat();
    },
    /** Gives every claim of this process back, at once. */
    async stop(): Promise<void> {
      clearInterval(timer);
      await db.transaction(async (tx) => {
        await tx.query(
          `UPDATE due_tickets SET claimed_by = NULL, claimed_nudges = NULL, lease = NULL
           WHERE claimed_by = ?`,
          [processId],
        );
        await tx.query('DELETE FROM processes WHERE id = ?', [processId]);
      });
    },
  };
}
