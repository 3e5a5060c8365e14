import { z } from 'zod';
import { answerModeSchema } from '@smart-assistant/shared/answer-mode.ts';
import { numericId } from '@smart-assistant/shared/ids.ts';

/** How we sign in to a Zendesk account. OAuth client credentials are the normal way; API tokens end on 2027-04-30. */
export const credentialsSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('oauth'),
    clientId: z.string().min(1),
    clientSecret: z.string().min(1),
    /** Left out, the client's own allowed scopes apply. */
    scope: z.string().min(1).optional(),
  }),
  z.object({ kind: z.literal('api-token'), email: z.email(), token: z.string().min(1) }),
]);
export type Credentials = z.infer<typeof credentialsSchema>;

/**
 * Signs the "Test webhook" button before a webhook is saved. It is public, so it never proves anything:
 * https://developer.zendesk.com/documentation/webhooks/verifying/
 */
export const PUBLIC_TEST_SECRET = 'dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==';

const signingSecret = z
  .string()
  .min(1)
  .refine((secret) => secret !== PUBLIC_TEST_SECRET, {
    error: "this is Zendesk's public test secret; reveal the secret of the saved webhook instead",
  });

/**
 * What becomes of a ticket that was solved and comes back. An agent who has replied keeps it in any case, and a
 * handoff stands; this is about tickets that the assistant had.
 */
export const reopenedSchema = z.union([
  z.enum(['stay_silent', 'resume']),
  z.object({
    /** Back sooner, the last answer has probably not helped: an agent's. Back later, it is a new question. */
    resumeAfterHours: z.number().positive().max(8760),
  }),
]);
export type Reopened = z.infer<typeof reopenedSchema>;

const SLUG = /^[a-z0-9][a-z0-9_-]{0,62}$/;

/** Whether a text can be a tenant's slug at all. */
export function isSlug(text: string): boolean {
  return SLUG.test(text);
}

/** One shop: its Zendesk account, what we need to act there, and how it wants the assistant to behave. */
export const tenantSchema = z.object({
  /** The shop's name in every URL of ours: `/zendesk_webhook/<slug>`. */
  slug: z.string().regex(SLUG, {
    error: 'use small letters, digits, "-" and "_", at most 63, beginning with a letter or digit',
  }),
  /** `https://acme.zendesk.com`, without a trailing slash. */
  zendeskUrl: z.url().transform((url) => url.replace(/\/+$/, '')),
  credentials: credentialsSchema,
  /** Webhook signing secrets, newest first: two while a secret is being rotated. */
  signingSecrets: z.array(signingSecret).max(3),
  /** Known once set-up has found or made the field; until then the assistant works without it. */
  stateFieldId: numericId.optional(),
  /** Zendesk's id of our webhook, once set-up has found it. */
  webhookId: z.string().min(1).optional(),
  /** When the newest signing secret replaced another, epoch milliseconds. */
  secretRotatedAt: z.number().int().optional(),
  answerMode: answerModeSchema.default('draft'),
  /** By default a customer who comes back is answered: most write once more to say thanks, or ask the next thing. */
  reopened: reopenedSchema.default('resume'),
});
export type Tenant = z.infer<typeof tenantSchema>;
