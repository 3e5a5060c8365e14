import { z } from 'zod';
import type { OwnIds } from '@smart-assistant/shared/setup/finding.ts';
import type { ZendeskCall } from '@smart-assistant/shared/setup/zendesk-call.ts';
import type { Tenant } from '../tenant/tenant.ts';

/**
 * For how long a former signing secret is still accepted: Zendesk tries a delivery again within minutes, and a
 * person who rotates by mistake notices within a day.
 */
const KEEP_FORMER_SECRET_MS = 24 * 3_600_000;

/** What came of looking for the signing secret. */
export type SecretReading = 'known' | 'learned' | 'forbidden' | 'unreadable' | 'no_webhook';

export interface Learned {
  /** The tenant as it should be stored; the same object when there was nothing to learn. */
  tenant: Tenant;
  secret: SecretReading;
}

const secretAnswer = z.object({ signing_secret: z.object({ secret: z.string().min(1) }) });

/** Takes over what set-up found: the field, the webhook, and the webhook's signing secret. Never throws. */
export async function learn(
  call: ZendeskCall,
  tenant: Tenant,
  { found, now }: { found: OwnIds; now: number },
): Promise<Learned> {
  const { stateFieldId = tenant.stateFieldId, webhookId = tenant.webhookId } = found;
  const isSame = stateFieldId === tenant.stateFieldId && webhookId === tenant.webhookId;
  const located = isSame ? tenant : { ...tenant, stateFieldId, webhookId };
  return learnSecret(call, located, now);
}

/**
 * Reads the webhook's signing secret. A new one is put in front of the one before, which stays good for a day, so
 * that what Zendesk signed a moment ago is still accepted.
 * https://developer.zendesk.com/api-reference/webhooks/webhooks-api/webhooks/#show-webhook-signing-secret
 */
export async function learnSecret(
  call: ZendeskCall,
  tenant: Tenant,
  now: number,
): Promise<Learned> {
  if (tenant.webhookId === undefined) return { tenant, secret: 'no_webhook' };
  const path = `/api/v2/webhooks/${encodeURIComponent(tenant.webhookId)}/signing_secret`;
  const answer = await call({ method: 'GET', path }).catch(() => undefined);
  if (answer?.status === 403) return { tenant, secret: 'forbidden' };
  const parsed = secretAnswer.safeParse(answer?.body);
  if (answer?.status !== 200 || !parsed.success) return { tenant, secret: 'unreadable' };

  const { secret } = parsed.data.signing_secret;
  const [newest, ...former] = tenant.signingSecrets;
  if (newest !== secret) {
    const signingSecrets = newest === undefined ? [secret] : [secret, newest];
    return { tenant: { ...tenant, signingSecrets, secretRotatedAt: now }, secret: 'learned' };
  }
  const isFormerOver = now - (tenant.secretRotatedAt ?? now) > KEEP_FORMER_SECRET_MS;
  if (former.length === 0 || !isFormerOver) return { tenant, secret: 'known' };
  return { tenant: { ...tenant, signingSecrets: [secret] }, secret: 'known' };
}
