import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** How a webhook delivery ended. */
export type DeliveryOutcome =
  | 'accepted'
  | 'duplicate'
  /** Accepted, though its body was not what a trigger of ours renders. */
  | 'garbled'
  /** Correctly signed, but no ticket can be read from it. */
  | 'no_ticket'
  | 'test'
  | 'too_large'
  | 'unknown_tenant'
  | 'storage_failed'
  | 'missing_signature'
  | 'malformed_signature'
  | 'wrong_signature'
  | 'stale_signature';

const PREFIX = 'smart_assistant_';

/** Bounds in seconds around what matters: an acknowledgement should take milliseconds, Zendesk allows 12 s. */
const ACK_BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 12];
/** A turn waits for its debounce and for Zendesk. */
const TURN_BUCKETS = [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

export type Metrics = ReturnType<typeof createMetrics>;

export interface MetricsOptions {
  withProcess?: boolean;
  /** Counts the tickets with work, whenever the metrics are read. */
  countDue?: () => Promise<number>;
  /** Counts what differs from the set-up in all shops, whenever the metrics are read. */
  countFindings?: () => Promise<Record<'broken' | 'degraded' | 'advice', number>>;
}

/**
 * Every metric of the server, in a registry of its own. No label names a shop or a person, so that the
 * numbers may be read by whoever runs the server.
 */
export function createMetrics({
  withProcess = false,
  countDue,
  countFindings,
}: MetricsOptions = {}) {
  const registry = new Registry();
  const registers = [registry];
  if (withProcess) collectDefaultMetrics({ register: registry });

  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter<Label>({ name: `${PREFIX}${name}_total`, help, labelNames, registers });
  const histogram = (name: string, help: string, buckets: number[]) =>
    new Histogram({ name: `${PREFIX}${name}_seconds`, help, buckets, registers });

  return {
    registry,
    deliveries: counter('webhook_deliveries', 'Webhook deliveries by outcome', ['outcome']),
    ack: histogram('webhook_ack', 'From the arrival of a delivery to its answer', ACK_BUCKETS),
    turns: counter('turns', 'Turns by action and reason', ['action', 'reason']),
    turn: histogram('turn', 'From the first nudge to the recorded turn', TURN_BUCKETS),
    turnFailures: counter('turn_failures', 'Failed attempts at a turn by error code', ['code']),
    ratings: counter('ratings', "Agents' judgements of answers", ['verdict']),
    deadLetters: counter('dead_letters', 'Tickets given up on', []),
    missedWebhooks: counter('missed_webhooks', 'Comments and endings found by the sweep only', []),
    sweeps: counter('sweeps', 'Sweeps by how they ended', ['outcome']),
    undeliveredInvocations: counter(
      'undelivered_invocations',
      'Deliveries in the log of Zendesk that the inbox lacks: failed there, or missing here',
      ['kind'],
    ),
    zendeskCalls: counter('zendesk_calls', 'Calls to Zendesk', ['method', 'status', 'priority']),
    setupFindings: new Gauge({
      name: `${PREFIX}setup_findings`,
      help: 'What differs from the set-up in all shops, by severity',
      labelNames: ['severity'],
      registers,
      async collect() {
        const findings = await countFindings?.().catch(() => undefined);
        for (const [severity, n] of Object.entries(findings ?? {})) this.set({ severity }, n);
      },
    }),
    dueTickets: new Gauge({
      name: `${PREFIX}due_tickets`,
      help: 'Tickets with work',
      registers,
      async collect() {
        // A database that is away makes this one number old, not all of them unreadable.
        const due = await countDue?.().catch(() => undefined);
        if (due !== undefined) this.set(due);
      },
    }),
  };
}
