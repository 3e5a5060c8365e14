import { z } from 'zod';
import { modeSchema } from './conversation-state.ts';
import { numericId } from './ids.ts';
import { actionSchema, reasonSchema } from './reasons.ts';

/**
 * `POST /sidebar/:slug/turns`: the turn log of one ticket. The field's value is the key: who cannot read the
 * ticket cannot read its conversation. It travels in the body, so that no URL or log ever holds it.
 */
export const turnsRequest = z.object({
  ticketId: numericId,
  /** The value of the ticket's state field, verified or recently so. */
  state: z.string().min(1).max(4096),
});

export const turnSource = z.object({ id: numericId, title: z.string(), url: z.string() });

/** One rule the assistant looked at, and what it said. */
export const ruleVerdict = z.object({ rule: z.string(), verdict: z.enum(['passed', 'decided']) });

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
  /** Id of the comment we wrote, when we wrote one. */
  commentId: numericId.optional(),
  /** Milliseconds from the first nudge to the accepted write. */
  tookMs: z.number().int().nonnegative(),
});
export type TurnRecord = z.infer<typeof turnRecord>;

export const turnsResponse = z.object({
  /** Newest first. */
  turns: z.array(turnRecord),
});
export type TurnsResponse = z.infer<typeof turnsResponse>;

/** Every refusal of the sidebar API. */
export const sidebarError = z.object({
  error: z.object({ code: z.string(), message: z.string() }),
});
