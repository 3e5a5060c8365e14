import express from 'express';
import type { RequestHandler, Response, Router } from 'express';
import type { z } from 'zod';
import {
  draftRequest,
  nudgeRequest,
  ratingRequest,
  turnsRequest,
} from '@smart-assistant/shared/sidebar-api.ts';
import type { DraftResponse, TurnsResponse, Waiting } from '@smart-assistant/shared/sidebar-api.ts';
import type { ConversationStore } from '../conversation/conversation-store.ts';
import { AppError } from '../errors.ts';
import type { Metrics } from '../metrics.ts';
import { openTicket } from './open-ticket.ts';
import type { OpenTicketPorts } from './open-ticket.ts';
import { createTicketLimit } from './ticket-limit.ts';

/** More turns than almost any ticket has, in one answer of less than half a megabyte. */
const TURNS_PER_PAGE = 300;

/** A request holds one ticket id and one field value of at most 4 KB. */
const BODY_LIMIT = '8kb';

/** An agent who tries again and again reads what comes; more is a stuck button. */
const DRAFTS = { times: 6, withinMs: 60_000 };
/** One for each click on a control; each may cost a turn. */
const NUDGES = { times: 12, withinMs: 60_000 };

export interface SidebarPorts extends OpenTicketPorts {
  conversations: Pick<ConversationStore, 'load' | 'turns' | 'rate'>;
  /** Why a ticket with work has not been looked at yet. */
  waiting: (tenant: string, ticketId: string) => Promise<Waiting | undefined>;
  /** An answer to the customer, written nowhere. */
  draft: (tenant: string, ticketId: string) => Promise<DraftResponse>;
  /** Makes a ticket due at once. */
  nudge: (tenant: string, ticketId: string) => Promise<void>;
  metrics: Pick<Metrics, 'ratings'>;
}

/**
 * The sidebar's API. The ticket's field value is the key to its conversation: an agent who cannot read the
 * ticket has none. The app runs on Zendesk's own origin per app, so any origin may ask.
 */
export function sidebarRouter(ports: SidebarPorts): Router {
  const router = express.Router();
  const { conversations, metrics } = ports;
  const draftLimit = createTicketLimit({ ...DRAFTS, now: ports.now });
  const nudgeLimit = createTicketLimit({ ...NUDGES, now: ports.now });

  answerAnyOrigin(router);

  router.post('/sidebar/:slug/turns', json, async (request, response) => {
    const { before, ...key } = read(turnsRequest, request.body);
    const { slug, ticketId, newestN } = await openTicket(ports, request.params['slug'], key);
    // One more than is shown tells whether there are more.
    const found = await conversations.turns(slug, ticketId, TURNS_PER_PAGE + 1, before);
    response.json({
      turns: found.slice(0, TURNS_PER_PAGE),
      hasMore: found.length > TURNS_PER_PAGE,
      waiting: await ports.waiting(slug, ticketId),
      newestN,
    } satisfies TurnsResponse);
  });

  router.post('/sidebar/:slug/draft', json, async (request, response) => {
    const key = read(draftRequest, request.body);
    const { slug, ticketId } = await openTicket(ports, request.params['slug'], key);
    refuseTooMany(response, draftLimit(`${slug} ${ticketId}`));
    response.json((await ports.draft(slug, ticketId)) satisfies DraftResponse);
  });

  router.post('/sidebar/:slug/nudge', json, async (request, response) => {
    const key = read(nudgeRequest, request.body);
    const { slug, ticketId } = await openTicket(ports, request.params['slug'], key);
    refuseTooMany(response, nudgeLimit(`${slug} ${ticketId}`));
    await ports.nudge(slug, ticketId);
    response.status(204).end();
  });

  router.post('/sidebar/:slug/ratings', json, async (request, response) => {
    const { turnId, rating, ...key } = read(ratingRequest, request.body);
    const { slug, ticketId } = await openTicket(ports, request.params['slug'], key);
    if (!(await conversations.rate(slug, ticketId, { turnId, rating }))) {
      throw new AppError('not_found', `Ticket ${ticketId} has no such turn`);
    }
    metrics.ratings.inc({ verdict: rating.verdict });
    response.status(204).end();
  });

  return router;
}

function answerAnyOrigin(router: Router): void {
  // Before the body is read, so that the app may read a refusal of it as well.
  router.use('/sidebar/:slug/:action', (_request, response, next) => {
    response.set(CORS);
    next();
  });
  router.options('/sidebar/:slug/:action', (_request, response) => {
    response.set('access-control-max-age', '600').status(204).end();
  });
}

const json: RequestHandler<{ slug: string }> = express.json({ limit: BODY_LIMIT });

function read<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new AppError(
    'bad_request',
    `The request does not fit, at ${issue?.path.join('.') || 'its body'}`,
  );
}

function refuseTooMany(response: Response, waitMs: number): void {
  if (waitMs === 0) return;
  const seconds = Math.ceil(waitMs / 1000);
  response.set('retry-after', String(seconds));
  throw new AppError('too_many_requests', `Too many requests for this ticket; wait ${seconds} s`);
}

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'content-type',
  'access-control-allow-methods': 'POST',
  'access-control-expose-headers': 'retry-after',
};
