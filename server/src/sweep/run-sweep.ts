import { webhookEndpoint } from '@smart-assistant/shared/setup-spec.ts';
import type { Database } from '../db/database.ts';
import type { Figures } from '../figures.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../metrics.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { ZendeskCalls } from '../zendesk/client.ts';
import { isForbidden } from '../zendesk/zendesk-error.ts';
import { compareInvocations, SETTLED_AFTER_MS } from './compare-invocations.ts';
import { createGate } from './gate.ts';
import type { Gate, GateTrouble } from './gate.ts';
import { EXPORT_LAG_MS, sweepTenant } from './sweep-tenant.ts';
import type { Sweep, SweepEnd, SweepTrouble } from './sweep-leases.ts';
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
  const gate = gateOf(ports, run, onCall);
  try {
    const result = await sweepTenant(
      { ...ports, ...run, gate, onCall, onFound: onFound(ports, slug) },
      run.sweep,
    );
    metrics.sweeps.inc({ outcome: result });
    if (result === 'lost') return undefined;
    if (result === 'more') {
      const dueAt = run.isStopped() ? now() : startedAt + GO_ON_AFTER_MS;
      return { dueAt, ...troubleAfter(ports, run.sweep, gate, uncompared(run.sweep)) };
    }
    const compared = await compare(ports, { ...run, gate }, onCall);
    const sweptAt = startedAt - EXPORT_LAG_MS;
    return {
      ...{ dueAt: startedAt + SWEEP_EVERY_MS, sweptAt, comparedAt: compared.comparedAt },
      ...troubleAfter(ports, run.sweep, gate, compared),
    };
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

function gateOf(
  { db, publicUrl }: RunPorts,
  { tenant: { slug, webhookId }, zendesk }: SweepRun,
  onCall: () => void,
): Gate {
  const endpoint = webhookEndpoint(publicUrl(), slug);
  return createGate({ db, zendesk, onCall }, slug, { webhookId, endpoint });
}

/** What a comparison came to. */
interface Compared {
  comparedAt?: number | undefined;
  trouble?: SweepTrouble | undefined;
  error?: unknown;
}

/** Compares once an hour. What keeps it from that is told, and is no failure of the sweep. */
async function compare(
  ports: RunPorts,
  run: SweepRun & { gate: Gate },
  onCall: () => void,
): Promise<Compared> {
  const { sweep, gate } = run;
  const to = ports.now() - SETTLED_AFTER_MS;
  if (to - sweep.comparedAt < COMPARE_EVERY_MS) return uncompared(sweep);
  try {
    // Somebody may have switched the triggers on again, and nothing is found since.
    if (isAboutTriggers(sweep.trouble)) await gate.isOpen();
    return { comparedAt: await compareUpTo(to, ports, run, onCall) };
  } catch (error) {
    if (!isForbidden(error)) return { trouble: troubleOf(error), error };
    return { comparedAt: to, trouble: 'log_forbidden', error };
  }
}

/** What is known of the log stands until the next comparison says otherwise. */
function uncompared({ trouble }: Sweep): Compared {
  return trouble === 'log_forbidden' ? { trouble } : {};
}

function isAboutTriggers(trouble: string | undefined): trouble is GateTrouble {
  return trouble === 'no_trigger' || trouble === 'triggers_unreadable';
}

/** The trouble of a sweep that got through. What it says of the triggers stands until they are read again. */
function troubleAfter(
  ports: RunPorts,
  sweep: Sweep,
  gate: Gate,
  { trouble, error }: Compared,
): Pick<SweepEnd, 'trouble' | 'troubleLoggedAt'> {
  const state = gate.state();
  const aboutTriggers = state === 'unread' ? sweep.trouble : state;
  if (isAboutTriggers(aboutTriggers)) return reportTrouble(ports, sweep, aboutTriggers);
  return trouble ? reportTrouble(ports, sweep, trouble, error) : {};
}

async function compareUpTo(
  to: number,
  { db, store, figures, publicUrl, metrics, logger }: RunPorts,
  { tenant: { slug, webhookId }, zendesk, sweep, gate }: SweepRun & { gate: Gate },
  onCall: () => void,
): Promise<number> {
  const endpoint = webhookEndpoint(publicUrl(), slug);
  const comparison = { tenant: slug, webhookId, endpoint, from: sweep.comparedAt, to };
  const gap = await compareInvocations({ db, zendesk, onCall }, comparison);
  if (!gap) return to;

  const { sent, failed, missing, tickets, comparedAt } = gap;
  // Who has switched the triggers off since wants no answers.
  const found = tickets.length > 0 && (await gate.isOpen()) ? tickets : [];
  for (const { ticketId, about } of found) {
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
