import type { SetupHealth } from '@smart-assistant/shared/overview-api.ts';
import type { Database } from '../db/database.ts';
import { countWaitingWork } from '../inbox/waiting-work.ts';
import { createSetupCheckStore } from '../setup/check-store.ts';
import { sweepLeases } from '../sweep/sweep-leases.ts';

type SweepHealth = Awaited<ReturnType<ReturnType<typeof sweepLeases>['state']>>;

/** What tells why a shop is silent. Times in epoch milliseconds. */
export interface TenantHealth {
  newestDeliveryAt: number | null;
  newestTurnAt: number | null;
  /** Tickets with work, whatever they wait for, and since when the first of them was asked for a look. */
  work: { tickets: number; oldestAt: number | null };
  /** Those of them whose last attempt failed. */
  retrying: number;
  deadLetters: number;
  sweep: SweepHealth;
  setup: SetupHealth;
}

export async function readTenantHealth(
  db: Database,
  slug: string,
  now: () => number,
): Promise<TenantHealth> {
  async function one<Row extends object>(sql: string): Promise<Row> {
    const [row] = await db.query<Row>(`${sql} AND tenant = ?`, [slug]);
    return row!;
  }
  const newest = (what: string, table: string) =>
    one<{ at: number | null }>(`SELECT MAX(${what}) AS at FROM ${table} WHERE 1 = 1`);
  const tickets = (state: string) =>
    one<TenantHealth['work']>(
      `SELECT COUNT(*) AS tickets, MIN(nudged_at) AS "oldestAt" FROM due_tickets WHERE dead_at ${state}`,
    );

  return {
    newestDeliveryAt: (await newest('received_at', 'invocations')).at,
    newestTurnAt: (await newest('at', 'turns')).at,
    work: await tickets('IS NULL'),
    retrying: await countWaitingWork(db, { tenant: slug, now: now() }),
    deadLetters: (await tickets('IS NOT NULL')).tickets,
    sweep: await sweepLeases(db, now).state(slug),
    setup: await createSetupCheckStore(db, now).health(slug),
  };
}

export function healthText(slug: string, health: TenantHealth): string {
  const { newestDeliveryAt, newestTurnAt, deadLetters } = health;
  return [
    'Health',
    `  newest delivery  ${newestDeliveryAt === null ? 'none within the week for which they are kept' : iso(newestDeliveryAt)}`,
    `  newest turn      ${newestTurnAt === null ? 'none' : iso(newestTurnAt)}`,
    `  waiting work     ${workText(slug, health)}`,
    `  dead letters     ${deadLetters === 0 ? 'none' : `${deadLetters}: npm run dead-letters -- --tenant ${slug}`}`,
    `  sweep            ${sweepText(health.sweep)}`,
    `  set-up check     ${setupText(slug, health.setup)}`,
  ].join('\n');
}

const iso = (at: number): string => new Date(at).toISOString();

function workText(slug: string, { work, retrying }: TenantHealth): string {
  if (work.oldestAt === null) return 'none';
  const tickets = work.tickets === 1 ? '1 ticket' : `${work.tickets} tickets`;
  const again =
    retrying === 0
      ? ''
      : `; ${retrying} for another attempt: npm run dead-letters -- --tenant ${slug} --waiting`;
  return `${tickets}, the oldest since ${iso(work.oldestAt)}${again}`;
}

function sweepText(sweep: SweepHealth): string {
  if (!sweep) return 'none yet';
  const upTo = `swept up to ${iso(sweep.sweptAt)}`;
  if (sweep.trouble === undefined) return `no trouble, ${upTo}`;
  const since = sweep.troubleSince === undefined ? '' : ` since ${iso(sweep.troubleSince)}`;
  return `${sweep.trouble}${since}, ${upTo}`;
}

function setupText(slug: string, { checkedAt, status, findings }: SetupHealth): string {
  if (checkedAt === undefined) return 'none yet';
  const codes = findings.map(({ code, severity }) => `${code} (${severity})`).join(', ');
  const result = status === 'failed' ? 'Zendesk could not be read' : codes || 'fine';
  const next = status === 'fine' ? '' : `: npm run setup -- --tenant ${slug}`;
  return `${iso(checkedAt)} ${result}${next}`;
}
