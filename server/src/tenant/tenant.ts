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

/** One shop: its Zendesk account, what we need to act there, and how it wants the assistant to behave. */
export const tenantSchema = z.object({
  /** The shop's name in every URL of ours: `/zendesk_webhook/<slug>`. */
  slug: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,62}$/),
  /** `https://acme.zendesk.com`, without a trailing slash. */
  zendeskUrl: z.url().transform((url) => url.replace(/\/+$/, '')),
  credentials: credentialsSchema,
  /** Webhook signing secrets, newest first: two while a secret is being rotated. */
  signingSecrets: z.array(z.string().min(1)).max(3),
  stateFieldId: numericId,
  answerMode: answerModeSchema.default('draft'),
});
export type Tenant = z.infer<typeof tenantSchema>;
