import { randomUUID } from 'node:crypto';
import type { Database } from '../db/database.ts';

/** Why a sweep did not get through; each is a matter for somebody else. */
export type SweepTrouble =
  /** Our user may not use the ticket export, which is for admins. */
  | 'forbidden'
  /** It may, but not read the log of the webhook. */
  | 'log_forbidden'
  /** It works, but no active trigger tells us of comments, so what it finds is nobody's of ours. */
  | 'no_trigger'
  /** It works, but which tickets the triggers leave out cannot be seen. */
  | 'triggers_unreadable'
  /** Zendesk does not accept our credentials. */
  | 'credentials_refused'
  /** The account's rate limit is needed for replies and for humans. */
  | 'held_back'
  | 'failed';

/** A tenant's sweep, claimed by this process until `leasedUntil`. */
export interface Sweep {
  tenant: string;
  lease: string;
  /** Where the export goes on; absent at the first time, and after Zendesk refused the last one. */
  cursor?: string | undefined;
  /** What changed before this has been looked at; epoch milliseconds, Zendesk's lag allowed for. */
  sweptAt: number;
  /** Up to where the log of invocations was compared, epoch milliseconds. */
  comparedAt: number;
  trouble?: SweepTrouble | undefined;
  /** When that trouble began, epoch milliseconds. */
  troubleSince?: number | undefined;
  /** When that trouble was last logged, epoch milliseconds. */
  troubleLoggedAt: number;
}

/** What a run leaves behind; what is left out stays as it is. */
export interface SweepEnd {
  dueAt: number;
  sweptAt?: number | undefined;
  comparedAt?: number | undefined;
  trouble?: SweepTrouble | undefined;
  troubleLoggedAt?: number | undefined;
}

/** A process that died loses its sweeps after this; a sweep ends itself long before. */
const LEASE_MS = 5 * 60_000;
/** Zendesk's clock and ours: what it did a moment before our beginning is a figure we want. */
const CLOCKS_APART_MS = 30_000;
/** Looked at in one go; the next ones are due a moment later. */
const MOST_AT_ONCE = 50;

interface SweepRow {
  cursor: string | null;
  swept_at: number;
  compared_at: number | null;
  trouble: SweepTrouble | null;
  trouble_since: number | null;
  trouble_logged_at: number;
}

/** Whose turn it is to sweep which tenant, and how far it got: shared by every process on the database. */
export function sweepLeases(db: Database, now: () => number) {
  return {
    /** Tenants whose sweep is due and not under way, longest due first, those never swept before all. */
    async due(): Promise<string[]> {
      const rows = await db.query<{ slug: string }>(
        `SELECT tenants.slug AS slug FROM tenants LEFT JOIN sweeps ON sweeps.tenant = tenants.slug
         WHERE sweeps.tenant IS NULL OR (sweeps.due_at <= ? AND sweeps.leased_until <= ?)
         ORDER BY COALESCE(sweeps.due_at, 0), tenants.slug LIMIT ${MOST_AT_ONCE}`,
        [now(), now()],
      );
      return rows.map(({ slug }) => slug);
    },

    /**
     * Begins with a tenant now: what its account holds already is not ours to answer. A shop that was removed and
     * added again begins anew; nothing changes for one that has begun.
     */
    async begin(tenant: string, dueAt: number): Promise<void> {
      await db.query(
        `INSERT INTO sweeps (tenant, swept_at, cursor, due_at, compared_at) VALUES (?, ?, NULL, ?, ?)
         ON CONFLICT (tenant) DO UPDATE SET swept_at = excluded.swept_at, cursor = NULL,
           due_at = excluded.due_at, compared_at = excluded.compared_at, trouble = NULL,
           trouble_since = NULL
         WHERE sweeps.swept_at < (SELECT created_at FROM tenants WHERE slug = ?)`,
        [tenant, now(), dueAt, now() - CLOCKS_APART_MS, tenant],
      );
    },

    /** Takes a due sweep; nothing when another process has it. */
    async claim(tenant: string): Promise<Sweep | undefined> {
      const lease = randomUUID();
      const [row] = await db.query<SweepRow>(
        `UPDATE sweeps SET lease = ?, leased_until = ?
         WHERE tenant = ? AND due_at <= ? AND leased_until <= ?
         RETURNING cursor, swept_at, compared_at, trouble, trouble_since, trouble_logged_at`,
        [lease, now() + LEASE_MS, tenant, now(), now()],
      );
      return (
        row && {
          tenant,
          lease,
          cursor: row.cursor ?? undefined,
          sweptAt: row.swept_at,
          comparedAt: row.compared_at ?? row.swept_at,
          trouble: row.trouble ?? undefined,
          troubleSince: row.trouble_since ?? undefined,
          troubleLoggedAt: row.trouble_logged_at,
        }
      );
    },

    /** Keeps the place in the export; false when the lease was lost. */
    async keepPlace({ tenant, lease }: Sweep, cursor: string | undefined): Promise<boolean> {
      const rows = await db.query(
        `UPDATE sweeps SET cursor = ?, leased_until = ? WHERE tenant = ? AND lease = ? RETURNING tenant`,
        [cursor ?? null, now() + LEASE_MS, tenant, lease],
      );
      return rows.length > 0;
    },

    /** Gives the sweep back until it is due again. */
    async end(sweep: Sweep, end: SweepEnd): Promise<void> {
      await db.query(
        `UPDATE sweeps SET lease = NULL, leased_until = 0, due_at = ?, swept_at = ?, compared_at = ?,
           trouble = ?, trouble_since = ?, trouble_logged_at = ?
         WHERE tenant = ? AND lease = ?`,
        [
          end.dueAt,
          end.sweptAt ?? sweep.sweptAt,
          end.comparedAt ?? sweep.comparedAt,
          end.trouble ?? null,
          sinceWhen(sweep, end, now()),
          end.troubleLoggedAt ?? sweep.troubleLoggedAt,
          sweep.tenant,
          sweep.lease,
        ],
      );
    },

    /** How a tenant's sweep fares; nothing before its first look. */
    async state(
      tenant: string,
    ): Promise<Pick<Sweep, 'sweptAt' | 'trouble' | 'troubleSince'> | undefined> {
      const [row] = await db.query<Pick<SweepRow, 'swept_at' | 'trouble' | 'trouble_since'>>(
        'SELECT swept_at, trouble, trouble_since FROM sweeps WHERE tenant = ?',
        [tenant],
      );
      return (
        row && {
          sweptAt: row.swept_at,
          trouble: row.trouble ?? undefined,
          troubleSince: row.trouble_since ?? undefined,
        }
      );
    },
  };
}

/** The same trouble as before goes on; where nobody noted when it began, it begins now. */
function sinceWhen({ trouble, troubleSince }: Sweep, end: SweepEnd, now: number): number | null {
  if (end.trouble === undefined) return null;
  return end.trouble === trouble ? (troubleSince ?? now) : now;
}
