import { z } from 'zod';
import { answerModeSchema } from './answer-mode.ts';
import { numericId } from './ids.ts';
import { actionSchema, reasonSchema } from './reasons.ts';

/**
 * `POST /overview/:slug`: what happened in one shop, for the page in Zendesk's navigation bar. Holds ticket ids and
 * counts, never a customer's words.
 *
 * The caller sends `Authorization: Bearer <JWT>`, HS256 with the shop's `api_secret`, which Zendesk's proxy signs.
 * That proves no more than "somebody signed in to this account, with this app", so everything here is fit for every
 * agent's eyes, and nothing can be changed with it.
 */
export const OVERVIEW_AUDIENCE = 'smart-assistant';
/** A token is good for one call; Zendesk's proxy needs seconds at most. */
export const OVERVIEW_TOKEN_SECONDS = 60;

export const overviewRequest = z.object({
  /** Epoch milliseconds: the page's day begins at the reader's midnight, not the server's. */
  from: z.number().int(),
  to: z.number().int(),
});

const count = z.number().int().nonnegative();

/** A turn in the list to drill into. */
export const overviewTurn = z.object({
  ticketId: numericId,
  at: z.number().int(),
  action: actionSchema,
  reason: reasonSchema,
  confidence: z.number().min(0).max(1).optional(),
  tookMs: count,
});
export type OverviewTurn = z.infer<typeof overviewTurn>;

export const deadLetter = z.object({
  ticketId: numericId,
  diedAt: z.number().int(),
  attempts: count,
  errorCode: z.string(),
  message: z.string(),
});

/** The last time the server compared the account with what it needs. */
export const setupHealth = z.object({
  checkedAt: z.number().int().optional(),
  /** `unknown` until the first check; `failed` when the account could not be read. */
  status: z.enum(['fine', 'findings', 'failed', 'unknown']),
  findings: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(['broken', 'degraded', 'advice']),
      object: z.string(),
    }),
  ),
});
export type SetupHealth = z.infer<typeof setupHealth>;

export const overviewResponse = z.object({
  answerMode: answerModeSchema,
  /** Turns by what they did and why. */
  turns: z.array(z.object({ action: actionSchema, reason: reasonSchema, count })),
  /** Turns of each hour from `from` on, by action, for the plot. */
  hours: z.array(z.object({ at: z.number().int(), action: actionSchema, count })),
  /** Of the answers, agents' ratings. */
  ratings: z.object({ right: count, wrong: count }),
  /** Tickets the sweep found that no webhook had told of. */
  missedWebhooks: count,
  /** Tickets due now, and for how long the oldest has been. */
  waiting: z.object({ tickets: count, oldestMs: count }),
  /** At most 100, newest first. */
  deadLetters: z.array(deadLetter),
  /** The newest turns, at most 500, newest first. */
  newest: z.array(overviewTurn),
  setup: setupHealth,
});
export type OverviewResponse = z.infer<typeof overviewResponse>;
