import { Router } from 'express';
import type { Request, Response } from 'express';
import { AppError } from '../errors.ts';
import { sendError } from '../http.ts';
import type { Inbox } from '../inbox/inbox.ts';
import type { Logger } from '../logger.ts';
import type { DeliveryOutcome, Metrics } from '../metrics.ts';
import type { TenantStore } from '../tenant/tenant-store.ts';
import { openDelivery } from './open-delivery.ts';
import type { OpenedDelivery } from './open-delivery.ts';
import { readBody } from './read-body.ts';
import { INVOCATION_ID_HEADER, SIGNATURE_HEADER, TIMESTAMP_HEADER } from './signature.ts';

export interface WebhookPorts {
  tenants: Pick<TenantStore, 'get'>;
  inbox: Pick<Inbox, 'receive'>;
  /** Epoch milliseconds. */
  now: () => number;
  /** How far a signature's time may be from ours, either way. */
  toleranceS: number;
  acceptTestDeliveries: boolean;
  metrics: Pick<Metrics, 'deliveries' | 'ack'>;
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
export function webhookRouter(ports: WebhookPorts): Router {
  const router = Router();
  router.post('/zendesk_webhook/:slug', async (req, res, next) => {
    const outcome = await receiveDelivery(ports, req, res);
    ports.metrics.deliveries.inc({ outcome });
    if (outcome === 'unknown_tenant') next();
  });
  return router;
}

type SlugRequest = Request<{ slug: string }>;

async function receiveDelivery(
  ports: WebhookPorts,
  req: SlugRequest,
  res: Response,
): Promise<DeliveryOutcome> {
  const arrivedAt = performance.now();
  try {
    const body = await readBody(req);
    const tenant = await ports.tenants.get(req.params.slug);
    const opened = openDelivery(
      { signature: req.get(SIGNATURE_HEADER), timestamp: req.get(TIMESTAMP_HEADER), body },
      {
        secrets: (tenant ?? NO_TENANT).signingSecrets,
        now: ports.now(),
        toleranceS: ports.toleranceS,
        acceptTestDeliveries: ports.acceptTestDeliveries,
      },
    );
    if (!tenant) return 'unknown_tenant';

    const outcome = await answerDelivery(ports, opened, req, res);
    ports.metrics.ack.observe((performance.now() - arrivedAt) / 1000);
    return outcome;
  } catch (error) {
    return answerFailure(ports, error, req, res);
  }
}

async function answerDelivery(
  { inbox, now, logger }: WebhookPorts,
  opened: OpenedDelivery,
  req: SlugRequest,
  res: Response,
): Promise<DeliveryOutcome> {
  const { slug } = req.params;
  if (opened.kind === 'test') {
    logger.info({ slug }, 'test delivery received');
    res.json({ test: true });
    return 'test';
  }
  if (opened.kind === 'refused') {
    const { outcome, message } = REFUSALS[opened.reason];
    logger.warn({ slug, outcome }, 'delivery refused');
    sendError(res, 'signature_invalid', message);
    return outcome;
  }

  const { digest, body, event, isGarbled } = opened;
  const invocationId = invocationIdOf(req);
  const { duplicate } = await inbox.receive({
    tenant: slug,
    digest,
    invocationId,
    body,
    receivedAt: now(),
    event,
  });
  res.json({ received: true });

  const outcome = event ? (isGarbled ? 'garbled' : 'accepted') : 'no_ticket';
  if (isGarbled)
    logger.warn({ slug, outcome, invocationId, digest }, 'delivery is not as expected');
  return duplicate ? 'duplicate' : outcome;
}

function answerFailure(
  { logger }: WebhookPorts,
  error: unknown,
  req: SlugRequest,
  res: Response,
): DeliveryOutcome {
  if (error instanceof AppError && error.code === 'body_too_large') {
    // The rest of the body is still on the wire: nothing else can be said on this connection.
    res.set('Connection', 'close');
    res.once('finish', () => req.destroy());
    sendError(res, 'body_too_large', error.message);
    return 'too_large';
  }
  logger.error({ err: error, slug: req.params.slug }, 'delivery could not be stored');
  sendError(res, 'storage_unavailable', 'The delivery could not be stored; send it again');
  return 'storage_failed';
}

/** Unsigned, so it is kept only when it looks like one. */
function invocationIdOf(req: Request): string | undefined {
  const id = req.get(INVOCATION_ID_HEADER);
  return id && /^[\w-]{1,64}$/.test(id) ? id : undefined;
}
