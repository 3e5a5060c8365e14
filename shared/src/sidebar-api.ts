import { z } from 'zod';
import { modeSchema } from './conversation-state.ts';
import { numericId } from './ids.ts';
import { actionSchema, reasonSchema } from './reasons.ts';

/**
 * What the sidebar asks about one ticket: `POST /sidebar/:slug/turns`, `/draft`, `/ratings`, `/nudge`. The field's
 * value is the key: who cannot read the ticket cannot read its conversation. It travels in the body, so that no URL or log
 * ever holds it.
 */
const ticketKey = z.object({
  ticketId: numericId,
  /** The ticket's state field as it is now, or as it was a short while ago. */
  state: z.string().min(1).max(4096),
});

export const turnsRequest = ticketKey.extend({
  /** Turns older than this one's number, for the next page. */
  before: z.number().int().positive().optional(),
});

export const turnSource = z.object({
  id: numericId,
  title: z.string(),
  url: z.string(),
  /** The passage of the article the answer rests on. */
  quote: z.string().optional(),
});

/** One rule the assistant looked at, and what it said. */
export const ruleVerdict = z.object({ rule: z.string(), verdict: z.enum(['passed', 'decided']) });

/** What made the ticket due, and how often before this turn; `agent` is one who changed the assistant's tags in the app. */
export const nudgeRecord = z.object({
  by: z.enum(['comment', 'closed', 'sweep', 'replay', 'agent']),
  count: z.number().int().positive(),
  /** Of the first of them, epoch milliseconds. */
  at: z.number().int(),
});

/** Milliseconds of each part of a turn. */
export const turnTimings = z.object({
  waitedMs: z.number().int().nonnegative(),
  readMs: z.number().int().nonnegative(),
  answerMs: z.number().int().nonnegative(),
  writeMs: z.number().int().nonnegative(),
});

/** An agent's judgement of one answer. */
export const ratingSchema = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('right') }),
  z.object({
    verdict: z.literal('wrong'),
    reason: z.enum(['wrong_article', 'outdated_article', 'missed_the_question', 'tone', 'other']),
  }),
]);
export type Rating = z.infer<typeof ratingSchema>;

/** Why the assistant did what it did in one turn. Fields added later are optional: older records lack them. */
export const turnRecord = z.object({
  id: z.string(),
  /** Counts up within a ticket. */
  n: z.number().int(),
  /** Epoch milliseconds. */
  at: z.number().int(),
  action: actionSchema,
  reason: reasonSchema,
  mode: modeSchema,
  /** 0 to 1, of the answer engine. */
  confidence: z.number().min(0).max(1).optional(),
  sources: z.array(turnSource),
  rules: z.array(ruleVerdict),
  nudges: z.array(nudgeRecord).optional(),
  /** Of everything the decision depended on: two turns with the same digest saw the same ticket. */
  factsDigest: z.string().optional(),
  /** What we wrote into the ticket, as we wrote it. */
  written: z.object({ text: z.string(), isPublic: z.boolean() }).optional(),
  /** Zendesk's id of the comment we wrote, when we wrote one. */
  commentId: numericId.optional(),
  /** Milliseconds from the first nudge to the accepted write. */
  tookMs: z.number().int().nonnegative(),
  timings: turnTimings.optional(),
  rating: ratingSchema.optional(),
});
export type TurnRecord = z.infer<typeof turnRecord>;

/** Why the assistant has not yet looked at a ticket that is due. */
export const waitingSchema = z.object({
  because: z.enum(['queued', 'zendesk_limit', 'retrying', 'gave_up']),
  /** When it tries next, epoch milliseconds; absent when nobody knows. */
  until: z.number().int().optional(),
  /** Stable code of the last failure, when one is the cause. */
  errorCode: z.string().optional(),
  attempts: z.number().int().nonnegative(),
});
export type Waiting = z.infer<typeof waitingSchema>;

export const turnsResponse = z.object({
  /** Newest first. */
  turns: z.array(turnRecord),
  /** Whether there are older ones than these. */
  hasMore: z.boolean(),
  waiting: waitingSchema.optional(),
  /** Number of the newest state we wrote: a verified field with a lower one was rolled back. */
  newestN: z.number().int().nonnegative().optional(),
});
export type TurnsResponse = z.infer<typeof turnsResponse>;

/** Asks for an answer now, for the agent's eyes: writes nothing anywhere. */
export const draftRequest = ticketKey;
export const draftResponse = z.discriminatedUnion('found', [
  z.object({
    found: z.literal(true),
    text: z.string(),
    confidence: z.number().min(0).max(1),
    language: z.string().optional(),
    sources: z.array(turnSource),
  }),
  z.object({ found: z.literal(false), reason: reasonSchema }),
]);
export type DraftResponse = z.infer<typeof draftResponse>;

export const ratingRequest = ticketKey.extend({ turnId: z.string(), rating: ratingSchema });

/** Asks for a look at the ticket now, since its tags were changed; answered 204. A hint: the sweep looks as well. */
export const nudgeRequest = ticketKey;

/** Every refusal of the sidebar API. */
export const sidebarError = z.object({
  error: z.object({ code: z.string(), message: z.string() }),
});
