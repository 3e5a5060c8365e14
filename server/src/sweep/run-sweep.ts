import { webhookEndpoint } from '@smart-assistant/shared/setup-spec.ts';
import type { Database } from '../db/database.ts';
import type { Figures } from '../figures.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../metrics.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { ZendeskCalls } from '../zendesk/client.ts';
import { isForbidden } from '../zendesk/zendesk-error.ts';
import { compareInvocations, SETTLED_AFTER_MS } from './compare-invocations.ts';
import { EXPORT_LAG_MS, sweepTenant } from './sweep-tenant.ts';
import type { Sweep, SweepEnd } from './sweep-leases.ts';
import type { SweepStore } from './sweep-store.ts';
import { lookAgainMs, reportTrouble, troubleOf } from './sweep-trouble.ts';

/**
 * The export lags a minute behind, so a comment that no webhook told of waits five minutes at most. One export in
 * three minutes is a thirtieth of what Zendesk allows.
 */
export const SWEEP_EVERY_MS = 3 * 60_000;
/** When there was more than one sweep may read: Zendesk counts exports by the minute. */
const GO_ON_AFTER_MS = 60_000;
/** A figure for people; a call or two an hour. */
const COMPARE_EVERY_MS = 3_600_000;

export interface RunPorts {
  db: Database;
  store: SweepStore;
  figures: Figures;
  /** Under which Zendesk reaches us. */
  publicUrl: () => string;
  metrics: Pick<Metrics, 'missedWebhooks' | 'sweeps' | 'undeliveredInvocations'>;
  logger: Logger;
  now: () => number;
}

export interface SweepRun {
  tenant: Tenant;
  zendesk: ZendeskCalls;
  sweep: Sweep;
  seen: Map<string, string>;
  isStopped: () => boolean;
}

/** One sweep from claim to its end, which is nothing when another process has taken it over. Zendesk's errors end it. */
export async function runSweep(ports: RunPorts, run: SweepRun): Promise<SweepEnd | undefined> {
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
    const sweptAt = startedAt - EXPORT_LAG_MS;
    return { dueAt: startedAt + SWEEP_EVERY_MS, sweptAt, ...(await compare(ports, run, onCall)) };
  } catch (error) {
    const trouble = troubleOf(error);
    metrics.sweeps.inc({ outcome: trouble });
    return {
      dueAt: now() + lookAgainMs(trouble),
      ...reportTrouble(ports, run.sweep, trouble, error),
    };
  } finally {
    await figures.add(slug, 'sweep_calls', calls);
  }
}

function onFound({ metrics, logger }: RunPorts, tenant: string) {
  return (ticketId: string, about: string): void => {
    metrics.missedWebhooks.inc();
    logger.warn({ tenant, ticketId, about }, 'no webhook told of this; the sweep found it');
  };
}

/** Compares once an hour. What keeps it from that is told, and is no failure of the sweep. */
async function compare(
  ports: RunPorts,
  run: SweepRun,
  onCall: () => void,
): Promise<Pick<SweepEnd, 'comparedAt' | 'trouble' | 'troubleLoggedAt'>> {
  const { sweep } = run;
  const to = ports.now() - SETTLED_AFTER_MS;
  if (to - sweep.comparedAt < COMPARE_EVERY_MS) {
    // Known until the next comparison says otherwise.
    return sweep.trouble === 'log_forbidden' ? { trouble: sweep.trouble } : {};
  }
  try {
    return { comparedAt: await compareUpTo(to, ports, run, onCall) };
  } catch (error) {
    if (!isForbidden(error)) return reportTrouble(ports, sweep, troubleOf(error), error);
    return { comparedAt: to, ...reportTrouble(ports, sweep, 'log_forbidden', error) };
  }
}

async function compareUpTo(
  to: number,
  { db, store, figures, publicUrl, metrics, logger }: RunPorts,
  { tenant: { slug, webhookId }, zendesk, sweep }: SweepRun,
  onCall: () => void,
): Promise<number> {
  const endpoint = webhookEndpoint(publicUrl(), slug);
  const comparison = { tenant: slug, webhookId, endpoint, from: sweep.comparedAt, to };
  const gap = await compareInvocations({ db, zendesk, onCall }, comparison);
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
