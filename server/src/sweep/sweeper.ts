import { webhookEndpoint } from '@smart-assistant/shared/setup-spec.ts';
import type { Database } from '../db/database.ts';
import { errorCodeOf } from '../errors.ts';
import type { Figures } from '../figures.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../metrics.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { ZendeskCalls } from '../zendesk/client.ts';
import { isCredentialProblem, isForbidden, isRateLimited } from '../zendesk/zendesk-error.ts';
import { compareInvocations, SETTLED_AFTER_MS } from './compare-invocations.ts';
import { EXPORT_LAG_MS, sweepTenant } from './sweep-tenant.ts';
import type { Sweep, SweepEnd, SweepStore, SweepTrouble } from './sweep-store.ts';

/**
 * The export lags a minute behind, so a comment that no webhook told of waits two to five minutes. One export in
 * three minutes is a thirtieth of what Zendesk allows.
 */
export const SWEEP_EVERY_MS = 3 * 60_000;
/** When there was more than one sweep may read: Zendesk counts exports by the minute. */
const GO_ON_AFTER_MS = 60_000;
/** Rights and credentials are mended by people. */
const LOOK_AGAIN_MS: Record<SweepTrouble, number> = {
  forbidden: 3_600_000,
  credentials_refused: 15 * 60_000,
  held_back: GO_ON_AFTER_MS,
  failed: SWEEP_EVERY_MS,
};
/** The same trouble is news once a day. */
const SAME_NEWS_MS = 24 * 3_600_000;
/** A figure for people; a call or two an hour. */
const COMPARE_EVERY_MS = 3_600_000;

/** How often it is asked which sweeps are due; one statement. */
const TICK_MS = 15_000;
/** Sweeps wait for Zendesk; the replies of these very shops have the other connections. */
const TENANTS_AT_ONCE = 4;

export interface SweeperPorts {
  db: Database;
  store: SweepStore;
  figures: Figures;
  /** The tenant and its calls at low priority; nothing when the shop was removed. */
  tenantCalls: (slug: string) => Promise<{ tenant: Tenant; zendesk: ZendeskCalls } | undefined>;
  /** Under which Zendesk reaches us. */
  publicUrl: () => string;
  metrics: Pick<Metrics, 'missedWebhooks' | 'sweeps' | 'undeliveredInvocations'>;
  logger: Logger;
  now: () => number;
}

export interface Sweeper {
  start(): void;
  /** Ends the sweeps under way at the next ticket, and gives them back. */
  stop(): Promise<void>;
  /** Sweeps every tenant whose time has come; answers how many. */
  runDue(): Promise<number>;
}

/** Looks regularly, for every tenant, for what no webhook told of. One process at a time sweeps a tenant. */
export function createSweeper(ports: SweeperPorts): Sweeper {
  const { store, logger, now } = ports;
  /** By tenant: tickets that a sweep which was cut short has read already. */
  const seen = new Map<string, Map<string, string>>();
  let isStopped = false;
  let running: Promise<number> | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function sweepOne(slug: string): Promise<boolean> {
    const found = await ports.tenantCalls(slug);
    if (!found) return false;
    await store.begin(slug, now() + SWEEP_EVERY_MS);
    const sweep = await store.claim(slug);
    if (!sweep) return false;

    const already = seen.get(slug) ?? new Map<string, string>();
    seen.set(slug, already);
    const run = { ...found, sweep, seen: already, isStopped: () => isStopped };
    const end = await runSweep(ports, run);
    if (end) await store.end(sweep, end);
    return true;
  }

  async function runAll(): Promise<number> {
    const slugs = await store.due();
    let swept = 0;
    const next = async (): Promise<void> => {
      for (let slug = slugs.shift(); slug !== undefined && !isStopped; slug = slugs.shift()) {
        // One shop's trouble, a secret that cannot be opened for example, is not another's.
        const isSwept = await sweepOne(slug).catch((error: unknown) => {
          logger.error({ tenant: slug, err: error }, 'sweep could not be run');
          return false;
        });
        if (isSwept) swept += 1;
      }
    };
    await Promise.all(Array.from({ length: TENANTS_AT_ONCE }, next));
    return swept;
  }

  const runDue = () => (running ??= runAll().finally(() => (running = undefined)));
  const tick = () =>
    void runDue().catch((error: unknown) => {
      logger.error({ err: error }, 'due sweeps could not be read');
    });

  return {
    runDue,
    start() {
      timer = setInterval(tick, TICK_MS).unref();
      tick();
    },
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await running?.catch(() => undefined);
    },
  };
}

interface SweepRun {
  tenant: Tenant;
  zendesk: ZendeskCalls;
  sweep: Sweep;
  seen: Map<string, string>;
  isStopped: () => boolean;
}

/** One sweep from claim to its end, which is nothing when another process has taken it over. Zendesk's errors end it. */
async function runSweep(ports: SweeperPorts, run: SweepRun): Promise<SweepEnd | undefined> {
  const { figures, metrics, now } = ports;
  const { slug } = run.tenant;
  const startedAt = now();
  let calls = 0;
  const onCall = () => void (calls += 1);
  try {
    const result = await sweepTenant(
      { ...ports, ...run, onCall, onFound: onFound(ports, slug) },
      run.sweep,
    );
    metrics.sweeps.inc({ outcome: result });
    if (result === 'lost') return undefined;
    if (result === 'more') {
      return { dueAt: run.isStopped() ? now() : now() + GO_ON_AFTER_MS };
    }
    const comparedAt = await compare(ports, run, onCall);
    return { dueAt: startedAt + SWEEP_EVERY_MS, sweptAt: startedAt - EXPORT_LAG_MS, comparedAt };
  } catch (error) {
    const trouble = troubleOf(error);
    metrics.sweeps.inc({ outcome: trouble });
    return { dueAt: now() + LOOK_AGAIN_MS[trouble], ...report(ports, run.sweep, trouble, error) };
  } finally {
    await figures.add(slug, 'sweep_calls', calls);
  }
}

function onFound({ metrics, logger }: SweeperPorts, tenant: string) {
  return (ticketId: string, about: string): void => {
    metrics.missedWebhooks.inc();
    logger.warn({ tenant, ticketId, about }, 'no webhook told of this; the sweep found it');
  };
}

/** Answers up to where Zendesk's log was compared; nothing when it was not time yet. */
async function compare(
  { db, store, figures, publicUrl, metrics, logger, now }: SweeperPorts,
  { tenant, zendesk, sweep }: SweepRun,
  onCall: () => void,
): Promise<number | undefined> {
  const { slug } = tenant;
  const to = now() - SETTLED_AFTER_MS;
  if (to - sweep.comparedAt < COMPARE_EVERY_MS) return undefined;

  const gap = await compareInvocations(
    { db, zendesk, onCall },
    {
      tenant: slug,
      endpoint: webhookEndpoint(publicUrl(), slug),
      from: sweep.comparedAt,
      to,
    },
  );
  if (!gap) return to;
  const { sent, failed, missing, tickets, comparedAt } = gap;
  for (const { ticketId, about } of tickets) {
    if (await store.found(slug, ticketId, about)) metrics.missedWebhooks.inc();
  }
  await figures.add(slug, 'invocations_sent', sent);
  await figures.add(slug, 'invocations_failed', failed);
  await figures.add(slug, 'invocations_missing', missing);
  metrics.undeliveredInvocations.inc({ kind: 'failed' }, failed);
  metrics.undeliveredInvocations.inc({ kind: 'missing' }, missing);
  if (failed + missing > 0) {
    logger.warn({ tenant: slug, sent, failed, missing }, 'Zendesk sent what the inbox lacks');
  }
  return comparedAt;
}

function troubleOf(error: unknown): SweepTrouble {
  if (isForbidden(error)) return 'forbidden';
  if (isCredentialProblem(error)) return 'credentials_refused';
  return isRateLimited(error) ? 'held_back' : 'failed';
}

/** Trouble is stored at once and logged when it is new, and then once a day. */
function report(
  { logger, now }: SweeperPorts,
  sweep: Sweep,
  trouble: SweepTrouble,
  error: unknown,
): Pick<SweepEnd, 'trouble' | 'troubleLoggedAt'> {
  const isNews = trouble !== sweep.trouble || now() - sweep.troubleLoggedAt >= SAME_NEWS_MS;
  // What waits for the rate limit is no matter for anybody.
  if (!isNews || trouble === 'held_back') return { trouble };
  logger.warn(
    { tenant: sweep.tenant, trouble, code: errorCodeOf(error), err: error },
    'sweep did not get through; what no webhook tells of is not found meanwhile',
  );
  return { trouble, troubleLoggedAt: now() };
}
