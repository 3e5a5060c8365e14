import express from 'express';
import type { Router } from 'express';
import { overviewRequest } from '@smart-assistant/shared/overview-api.ts';
import type { OverviewResponse } from '@smart-assistant/shared/overview-api.ts';
import type { Queryable } from '../db/database.ts';
import { AppError } from '../errors.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { authenticate } from './authenticate.ts';
import {
  countHours,
  countRatings,
  countTurns,
  newestTurns,
  waitingTickets,
} from './overview-figures.ts';

/** A month and the hour that daylight saving time adds to it: what the page can show. */
const LONGEST_SPAN_MS = (31 * 24 + 1) * 3_600_000;
const MOST_DEAD_LETTERS = 100;
const BODY_LIMIT = '1kb';

/** A dead letter as the inbox tells of it. */
interface DeadWork {
  ticketId: string;
  deadAt: number;
  attempts: number;
  errorCode: string;
  message: string;
}

export interface OverviewPorts {
  db: Queryable;
  tenants: { get(slug: string): Promise<Tenant | undefined> };
  apiSecret: (slug: string) => string;
  missedWebhooks: (slug: string, from: number, to: number) => Promise<number>;
  /** What the last comparison of the account with its needs found. */
  setupHealth: (slug: string) => Promise<OverviewResponse['setup']>;
  /** Newest first. */
  deadLetters: (slug: string) => Promise<DeadWork[]>;
  /** Epoch milliseconds. */
  now: () => number;
}

/** `POST /overview/:slug`. Zendesk's proxy calls it from its own servers, never a browser: no CORS. */
export function overviewRouter(ports: OverviewPorts): Router {
  const router = express.Router();
  const json = express.json({ limit: BODY_LIMIT });

  router.post('/overview/:slug', async (request, response, next) => {
    const { slug } = request.params;
    const tenant = await ports.tenants.get(slug);
    if (!tenant) throw new AppError('not_found', 'Not found');
    const secret = ports.apiSecret(slug);
    await authenticate(request.get('authorization'), { secret, slug, now: ports.now() });
    response.locals['tenant'] = tenant;
    next();
  });

  router.post('/overview/:slug', json, async (request, response) => {
    const { from, to } = spanOf(request.body);
    response
      .set('cache-control', 'no-store')
      .json(await overviewOf(ports, response.locals['tenant'] as Tenant, { from, to }));
  });

  return router;
}

function spanOf(body: unknown): { from: number; to: number } {
  const { data } = overviewRequest.safeParse(body);
  const isSpan = data && data.to > data.from && data.to - data.from <= LONGEST_SPAN_MS;
  if (isSpan) return data;
  throw new AppError('bad_request', 'Send { from, to } in epoch milliseconds, at most 31 days');
}

async function overviewOf(
  ports: OverviewPorts,
  { slug, answerMode }: Tenant,
  { from, to }: { from: number; to: number },
): Promise<OverviewResponse> {
  const { db } = ports;
  const span = { slug, from, to };
  const dead = await ports.deadLetters(slug);
  return {
    answerMode,
    turns: await countTurns(db, span),
    hours: await countHours(db, span),
    ratings: await countRatings(db, span),
    missedWebhooks: await ports.missedWebhooks(slug, from, to),
    waiting: await waitingTickets(db, slug, ports.now()),
    deadLetters: dead.slice(0, MOST_DEAD_LETTERS).map(({ deadAt, ...letter }) => ({
      ticketId: letter.ticketId,
      diedAt: deadAt,
      attempts: letter.attempts,
      errorCode: letter.errorCode,
      message: letter.message,
    })),
    newest: await newestTurns(db, span),
    setup: await ports.setupHealth(slug),
  };
}
