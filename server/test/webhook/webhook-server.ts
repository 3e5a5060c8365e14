import { Writable } from 'node:stream';
import { onTestFinished } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { createHttpApp, listen } from '../../src/http.ts';
import { createInbox } from '../../src/inbox/create-inbox.ts';
import type { Inbox } from '../../src/inbox/inbox.ts';
import { createLogger } from '../../src/logger.ts';
import { createMetrics } from '../../src/metrics.ts';
import type { DeliveryOutcome } from '../../src/metrics.ts';
import { createTenantStore } from '../../src/tenant/tenant-store.ts';
import { SIGNATURE_HEADER, sign, TIMESTAMP_HEADER } from '../../src/webhook/signature.ts';
import { createRefusalLog } from '../../src/webhook/refusal-log.ts';
import { webhookRouter } from '../../src/webhook/webhook-router.ts';
import { openTestDatabase } from '../support/test-database.ts';

export const SECRET = 'c2lnbmluZyBzZWNyZXQgb2YgYWNtZQ==';
export const FORMER_SECRET = 'Zm9ybWVyIHNpZ25pbmcgc2VjcmV0';
/** What the server's clock shows unless a test moves it. */
export const NOON = Date.parse('2026-11-24T12:00:00Z');

const REQUEST_TIMEOUT_MS = 5_000;

export interface Delivery {
  slug?: string;
  body: string | Uint8Array;
  secret?: string;
  timestamp?: string;
  /** Replace or, when empty, leave out the headers of a right signature. */
  headers?: Record<string, string>;
}

interface ServerOptions {
  acceptTestDeliveries?: boolean;
  signingSecrets?: string[];
  requestTimeoutMs?: number;
  /** Puts something around the real inbox. */
  around?: (inbox: Inbox) => Pick<Inbox, 'receive'>;
}

export type WebhookServer = Awaited<ReturnType<typeof startWebhookServer>>;

/** The webhook route on real HTTP over a real database, with the tenant `acme`; it ends with the test. */
export async function startWebhookServer(options: ServerOptions = {}) {
  const { requestTimeoutMs = REQUEST_TIMEOUT_MS } = options;
  const db = await openTestDatabase();
  const clock = { now: NOON };
  const now = () => clock.now;
  const log = collectLog();
  const metrics = createMetrics();
  const tenants = createTenantStore({ db, masterKey: new Uint8Array(32).fill(7), now });
  await tenants.save({
    slug: 'acme',
    zendeskUrl: 'https://acme.zendesk.com',
    credentials: { kind: 'oauth', clientId: 'assistant', clientSecret: 'hush' },
    signingSecrets: options.signingSecrets ?? [SECRET, FORMER_SECRET],
    stateFieldId: '360012345678',
  });
  const inbox = createInbox({ db, processId: 'test', now });
  const refusals = createRefusalLog({ logger: log.logger, now });
  onTestFinished(refusals.flush);
  const router = webhookRouter({
    tenants,
    inbox: options.around?.(inbox) ?? inbox,
    now,
    toleranceS: 900,
    acceptTestDeliveries: options.acceptTestDeliveries ?? true,
    metrics,
    refusals,
    logger: log.logger,
  });
  const app = createHttpApp({
    routers: [router],
    logger: log.logger,
    registry: metrics.registry,
    requestTimeoutMs,
    ready: () => db.query('SELECT 1'),
  });
  const server = await listen(app, { host: '127.0.0.1', port: 0, requestTimeoutMs });
  onTestFinished(server.close);

  return {
    url: server.url,
    db,
    clock,
    deliver: (delivery: Delivery) => deliver(server.url, clock.now, delivery),
    stored: () => readStored(db),
    logText: log.text,
    /** The lines with this message. */
    logged: (msg: string) => log.lines().filter((line) => line.msg === msg),
    flushRefusals: refusals.flush,
    async count(outcome: DeliveryOutcome) {
      const { values } = await metrics.deliveries.get();
      return values.find(({ labels }) => labels.outcome === outcome)?.value ?? 0;
    },
  };
}

async function deliver(url: string, now: number, delivery: Delivery) {
  const body = Buffer.from(delivery.body as string);
  const timestamp = delivery.timestamp ?? new Date(now).toISOString().replace(/\.\d+/, '');
  const headers = Object.entries({
    'content-type': 'application/json',
    [TIMESTAMP_HEADER]: timestamp,
    [SIGNATURE_HEADER]: sign(delivery.secret ?? SECRET, timestamp, body),
    ...delivery.headers,
  }).filter(([, value]) => value !== '');

  const response = await fetch(`${url}/zendesk_webhook/${delivery.slug ?? 'acme'}`, {
    method: 'POST',
    body,
    headers,
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as unknown,
  };
}

/** What the inbox holds: the invocations, and the tickets that are due. */
async function readStored(db: Database) {
  const invocations = await db.query<{
    ticket_id: string | null;
    kind: string | null;
    body: string;
  }>('SELECT ticket_id, kind, body FROM invocations ORDER BY received_at');
  const due = await db.query<{ ticket_id: string }>('SELECT ticket_id FROM due_tickets');
  return { invocations, due: due.map(({ ticket_id }) => ticket_id) };
}

function collectLog() {
  const lines: string[] = [];
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  return {
    logger: createLogger({ level: 'trace', destination }),
    text: () => lines.join(''),
    lines: () => lines.map((line) => JSON.parse(line) as { msg: string }),
  };
}
