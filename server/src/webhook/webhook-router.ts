import type { IncomingMessage, ServerResponse } from 'node:http';
import { roundTripBody } from '@smart-assistant/shared/setup/round-trip.ts';
import { AppError } from '../errors.ts';
import type { PlainRoute } from '../http.ts';
import type { Inbox } from '../inbox/inbox.ts';
import { sendError, sendJson } from '../json-answer.ts';
import type { Logger } from '../logger.ts';
import type { DeliveryOutcome, Metrics } from '../metrics.ts';
import type { TenantStore } from '../tenant/tenant-store.ts';
import { openDelivery } from './open-delivery.ts';
import type { OpenedDelivery } from './open-delivery.ts';
import { readBody } from './read-body.ts';
import type { RefusalLog } from './refusal-log.ts';
import { INVOCATION_ID_HEADER, SIGNATURE_HEADER, TIMESTAMP_HEADER } from './signature.ts';

export interface WebhookPorts {
  tenants: Pick<TenantStore, 'get'>;
  inbox: Pick<Inbox, 'receive'>;
  /** Epoch milliseconds. */
  now: () => number;
  /** How far a signature's time may be from ours, either way. */
  toleranceS: number;
  acceptTestDeliveries: boolean;
  /** Reads the signing secret anew; whether there is one beside those tried. A rotation must not cost an event. */
  refreshSecret?: (slug: string, tried: readonly string[]) => Promise<boolean>;
  /** Told to set-up by the answer to its test delivery, so that an admin need not copy it. */
  statePublicKey?: (slug: string) => Promise<string>;
  metrics: Pick<Metrics, 'deliveries' | 'ack'>;
  refusals: Pick<RefusalLog, 'refused' | 'unknown'>;
  logger: Logger;
}

const REFUSALS = {
  missing: {
    outcome: 'missing_signature',
    message: `The headers ${SIGNATURE_HEADER} and ${TIMESTAMP_HEADER} are required`,
  },
  malformed: {
    outcome: 'malformed_signature',
    message: 'The signature headers do not look like those of Zendesk',
  },
  wrong: {
    outcome: 'wrong_signature',
    message: 'The signature matches none of the signing secrets; share the secret of this webhook',
  },
  stale: {
    outcome: 'stale_signature',
    message: 'The signature is right but too old or in the future; a replay, or a wrong clock',
  },
} as const satisfies Record<string, { outcome: DeliveryOutcome; message: string }>;

/** Stands in for the secrets of an unknown tenant, so that it takes as long as a known one. */
const NO_TENANT = { signingSecrets: ['no tenant, no secret'] };

/**
 * `POST /zendesk_webhook/:slug`: verifies over the raw bytes, stores, and answers 200 when the invocation is
 * durable. What Zendesk should send again is answered 503 with Retry-After; an unknown slug like any unknown path.
 */
export function webhookRouter(ports: WebhookPorts): PlainRoute {
  return {
    method: 'POST',
    path: /^\/zendesk_webhook\/([^/?]+)\/?(?:\?|$)/i,
    async answer(req, res, slug) {
      const outcome = await receiveDelivery(ports, { req, res, slug });
      ports.metrics.deliveries.inc({ outcome });
      // The time limit may have answered in our place.
      return outcome !== 'unknown_tenant' || res.headersSent;
    },
  };
}

interface Exchange {
  req: IncomingMessage;
  res: ServerResponse;
  slug: string;
}

async function receiveDelivery(ports: WebhookPorts, exchange: Exchange): Promise<DeliveryOutcome> {
  const { req } = exchange;
  const arrivedAt = performance.now();
  try {
    const body = await readBody(req);
    const { tenant, opened } = await openWithRefresh(ports, exchange, body);
    if (!tenant) {
      ports.refusals.unknown(exchange.slug);
      return 'unknown_tenant';
    }

    const outcome = await answerDelivery(ports, opened, exchange);
    ports.metrics.ack.observe((performance.now() - arrivedAt) / 1000);
    return outcome;
  } catch (error) {
    return answerFailure(ports, error, exchange);
  }
}

/** A signature that no known secret makes may be made with one that was rotated a moment ago. */
async function openWithRefresh(ports: WebhookPorts, { req, slug }: Exchange, body: Buffer) {
  const open = async () => {
    const tenant = await ports.tenants.get(slug);
    const opened = openDelivery(
      {
        signature: headerOf(req, SIGNATURE_HEADER),
        timestamp: headerOf(req, TIMESTAMP_HEADER),
        body,
      },
      {
        secrets: (tenant ?? NO_TENANT).signingSecrets,
        now: ports.now(),
        toleranceS: ports.toleranceS,
        acceptTestDeliveries: ports.acceptTestDeliveries,
      },
    );
    return { tenant, opened };
  };
  const first = await open();
  const isWrong = first.opened.kind === 'refused' && first.opened.reason === 'wrong';
  const isRotated =
    first.tenant && isWrong && (await ports.refreshSecret?.(slug, first.tenant.signingSecrets));
  return isRotated ? open() : first;
}

async function answerDelivery(
  ports: WebhookPorts,
  opened: OpenedDelivery,
  exchange: Exchange,
): Promise<DeliveryOutcome> {
  const { logger, refusals, statePublicKey } = ports;
  const { res, slug } = exchange;
  if (opened.kind === 'test') {
    logger.info({ tenant: slug }, 'test delivery received');
    sendJson(unanswered(res), 200, { test: true });
    return 'test';
  }
  if (opened.kind === 'refused') {
    const { outcome, message } = REFUSALS[opened.reason];
    refusals.refused(slug, outcome);
    sendError(unanswered(res), 'signature_invalid', message);
    return outcome;
  }

  if (!opened.event && isSetUpTest(opened.body)) {
    logger.info({ tenant: slug }, 'test delivery of set-up received, rightly signed');
    const publicKey = await statePublicKey?.(slug);
    sendJson(unanswered(res), 200, { received: true, state_public_key: publicKey });
    return 'test';
  }
  const outcome = await storeDelivery(ports, opened, exchange);
  sendJson(unanswered(res), 200, { received: true });
  return outcome;
}

async function storeDelivery(
  { inbox, now, logger }: WebhookPorts,
  { digest, body, event, isGarbled }: Extract<OpenedDelivery, { kind: 'verified' }>,
  { req, slug }: Exchange,
): Promise<DeliveryOutcome> {
  const invocationId = invocationIdOf(req);
  const { duplicate } = await inbox.receive({
    tenant: slug,
    ...{ digest, invocationId, body, event },
    receivedAt: now(),
  });
  const outcome = event ? (isGarbled ? 'garbled' : 'accepted') : 'no_ticket';
  const counted = duplicate ? 'duplicate' : outcome;
  const about = { tenant: slug, invocationId };
  if (event) {
    const { ticketId, kind } = event;
    logger.debug({ ...about, ticketId, kind, outcome: counted }, 'delivery stored');
  }
  if (isGarbled) logger.warn({ ...about, outcome, digest }, 'delivery is not as expected');
  return counted;
}

/** The response while nobody has answered; throws `timed_out` when the time limit of requests was faster. */
function unanswered(res: ServerResponse): ServerResponse {
  if (res.headersSent) {
    throw new AppError('timed_out', 'The request timed out; Zendesk is to send it again');
  }
  return res;
}

/** Signed like every delivery, and about no ticket: nothing to store. */
function isSetUpTest(body: string): boolean {
  try {
    return roundTripBody.safeParse(JSON.parse(body)).success;
  } catch {
    return false;
  }
}

function answerFailure(
  { logger }: WebhookPorts,
  error: unknown,
  { req, res, slug }: Exchange,
): DeliveryOutcome {
  const isTooLarge = error instanceof AppError && error.code === 'body_too_large';
  if (res.headersSent) {
    // It may even be stored by now; to Zendesk it is not, and a redelivery is recognised.
    logger.error({ err: error, tenant: slug }, 'delivery timed out before it was stored');
    return isTooLarge ? 'too_large' : 'storage_failed';
  }
  if (isTooLarge) {
    // The rest of the body is still on the wire: nothing else can be said on this connection.
    res.setHeader('Connection', 'close');
    res.once('finish', () => req.destroy());
    sendError(res, 'body_too_large', error.message);
    return 'too_large';
  }
  logger.error({ err: error, tenant: slug }, 'delivery could not be stored');
  sendError(res, 'storage_unavailable', 'The delivery could not be stored; send it again');
  return 'storage_failed';
}

/** Node joins repeated headers of names it does not know to one text. */
function headerOf(req: IncomingMessage, name: string): string | undefined {
  return req.headers[name] as string | undefined;
}

/** Unsigned, so it is kept only when it looks like one. */
function invocationIdOf(req: IncomingMessage): string | undefined {
  const id = headerOf(req, INVOCATION_ID_HEADER);
  return id && /^[\w-]{1,64}$/.test(id) ? id : undefined;
}
