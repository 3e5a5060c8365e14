import { setupHealth } from '@smart-assistant/shared/overview-api.ts';
import type { SetupHealth } from '@smart-assistant/shared/overview-api.ts';
import type { Finding } from '@smart-assistant/shared/setup/finding.ts';
import type { Database } from '../db/database.ts';
import { driftOf } from './check-tenant.ts';
import type { TenantCheck } from './check-tenant.ts';

/** Drift shows within a day; somebody who waits for it runs set-up by hand. */
const CHECK_EVERY_MS = 24 * 3_600_000;
/** After a check that came to nothing, and between checks that failures call for: 13 calls to Zendesk each. */
const AGAIN_AFTER_MS = 3_600_000;
/** Looked at in one go; the next ones are due a moment later. */
const MOST_AT_ONCE = 20;

export type SetupCheckStore = ReturnType<typeof createSetupCheckStore>;

interface CheckRow {
  checked_at: number | null;
  status: string;
  findings: string;
}

/** The newest set-up check of each shop, shared by every process on the database. */
export function createSetupCheckStore(db: Database, now: () => number) {
  return {
    /** Shops whose check is due, those never checked first. */
    async due(): Promise<string[]> {
      const rows = await db.query<{ slug: string }>(
        `SELECT tenants.slug AS slug FROM tenants
         LEFT JOIN setup_checks ON setup_checks.tenant = tenants.slug
         WHERE setup_checks.tenant IS NULL OR setup_checks.due_at <= ?
         ORDER BY COALESCE(setup_checks.due_at, 0), tenants.slug LIMIT ${MOST_AT_ONCE}`,
        [now()],
      );
      return rows.map(({ slug }) => slug);
    },

    /** Takes a due check for this process; false when another has it. One that never ends is due again in an hour. */
    async claim(tenant: string): Promise<boolean> {
      const rows = await db.query(
        `INSERT INTO setup_checks (tenant, due_at, checked_at, status, findings)
         VALUES (?, ?, NULL, 'unknown', '[]')
         ON CONFLICT (tenant) DO UPDATE SET due_at = excluded.due_at
           WHERE setup_checks.due_at <= ?
         RETURNING tenant`,
        [tenant, now() + AGAIN_AFTER_MS, now()],
      );
      return rows.length > 0;
    },

    /** Makes the next check due now, unless the account was looked at within the hour or is about to be. */
    async hasten(tenant: string): Promise<void> {
      await db.query(
        `UPDATE setup_checks SET due_at = ? WHERE tenant = ? AND due_at > ? AND checked_at <= ?`,
        [now(), tenant, now() + AGAIN_AFTER_MS, now() - AGAIN_AFTER_MS],
      );
    },

    async record(
      tenant: string,
      { plan, isReadable }: Pick<TenantCheck, 'plan' | 'isReadable'>,
    ): Promise<void> {
      const findings = plan.findings.map(storedFinding);
      const isFine = driftOf(plan).length === 0;
      const status = !isReadable ? 'failed' : isFine ? 'fine' : 'findings';
      const dueAt = now() + (isReadable ? CHECK_EVERY_MS : AGAIN_AFTER_MS);
      await db.query(
        `INSERT INTO setup_checks (tenant, due_at, checked_at, status, findings) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (tenant) DO UPDATE SET due_at = excluded.due_at, checked_at = excluded.checked_at,
           status = excluded.status, findings = excluded.findings`,
        [tenant, dueAt, now(), status, JSON.stringify(findings)],
      );
    },

    async health(tenant: string): Promise<SetupHealth> {
      const [row] = await db.query<CheckRow>(
        'SELECT checked_at, status, findings FROM setup_checks WHERE tenant = ?',
        [tenant],
      );
      return setupHealth.parse({
        checkedAt: row?.checked_at ?? undefined,
        status: row?.status ?? 'unknown',
        findings: JSON.parse(row?.findings ?? '[]'),
      });
    },

    /** Findings of all shops by severity, for the metrics. */
    async totals(): Promise<Record<Finding['severity'], number>> {
      const rows = await db.query<{ findings: string }>(
        'SELECT findings FROM setup_checks JOIN tenants ON tenants.slug = setup_checks.tenant',
      );
      const totals = { broken: 0, degraded: 0, advice: 0 };
      for (const { findings } of rows) {
        for (const { severity } of JSON.parse(findings) as SetupHealth['findings']) {
          totals[severity] += 1;
        }
      }
      return totals;
    },
  };
}

/** Names of an account's objects are no secret; values in it might be. */
function storedFinding({ code, severity, object }: Finding): SetupHealth['findings'][number] {
  return { code, severity, object: object.name };
}
