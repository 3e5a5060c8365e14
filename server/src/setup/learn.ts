import { z } from 'zod';
import type { OwnIds } from '@smart-assistant/shared/setup/finding.ts';
import type { ZendeskCall } from '@smart-assistant/shared/setup/zendesk-call.ts';
import { withoutFormerSecret, withSecret } from '../tenant/signing-secrets.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { TenantStore } from '../tenant/tenant-store.ts';

/** What came of looking for the signing secret. `no_webhook`: there is none, or the known one is gone. */
export type SecretReading = 'known' | 'learned' | 'forbidden' | 'unreadable' | 'no_webhook';

export interface Learned {
  /** As stored now. */
  tenant: Tenant;
  secret: SecretReading;
}

export interface LearnPorts {
  call: ZendeskCall;
  tenants: Pick<TenantStore, 'reload' | 'change'>;
  /** Epoch milliseconds. */
  now: () => number;
}

const secretAnswer = z.object({ signing_secret: z.object({ secret: z.string().min(1) }) });

/**
 * Stores what set-up found: the field, the webhook, and the webhook's signing secret. `learned` when the newest
 * secret is another one than `tenant` has, whoever stored it. What others change in the tenant meanwhile stays.
 * Undefined when the tenant is gone. Never throws Zendesk's errors.
 */
export async function learn(
  { call, tenants, now }: LearnPorts,
  tenant: Tenant,
  found: Pick<OwnIds, 'stateFieldId' | 'webhookId'>,
): Promise<Learned | undefined> {
  const { slug } = tenant;
  const before = await tenants.reload(slug);
  const reading = await readSecret(call, found.webhookId ?? before?.webhookId);
  const stored = await tenants.change(slug, (current) => {
    const located = withIds(withoutFormerSecret(current, now()), found);
    // Who stored a secret while we were reading has read a newer one.
    const isOvertaken = current.signingSecrets[0] !== before?.signingSecrets[0];
    const isNews = reading.kind === 'read' && !isOvertaken;
    return isNews ? withSecret(located, reading.secret, now()) : located;
  });
  if (!stored) return undefined;
  if (reading.kind !== 'read') return { tenant: stored, secret: reading.kind };
  const isNew = stored.signingSecrets[0] !== tenant.signingSecrets[0];
  return { tenant: stored, secret: isNew ? 'learned' : 'known' };
}

/** The same object when there is nothing new. */
function withIds(tenant: Tenant, found: Pick<OwnIds, 'stateFieldId' | 'webhookId'>): Tenant {
  const { stateFieldId = tenant.stateFieldId, webhookId = tenant.webhookId } = found;
  const isSame = stateFieldId === tenant.stateFieldId && webhookId === tenant.webhookId;
  return isSame ? tenant : { ...tenant, stateFieldId, webhookId };
}

type Reading =
  { kind: 'read'; secret: string } | { kind: Exclude<SecretReading, 'known' | 'learned'> };

/** https://developer.zendesk.com/api-reference/webhooks/webhooks-api/webhooks/#show-webhook-signing-secret */
async function readSecret(call: ZendeskCall, webhookId: string | undefined): Promise<Reading> {
  if (webhookId === undefined) return { kind: 'no_webhook' };
  const path = `/api/v2/webhooks/${encodeURIComponent(webhookId)}/signing_secret`;
  const answer = await call({ method: 'GET', path }).catch(() => undefined);
  if (answer?.status === 403) return { kind: 'forbidden' };
  if (answer?.status === 404) return { kind: 'no_webhook' };
  const parsed = secretAnswer.safeParse(answer?.body);
  if (answer?.status !== 200 || !parsed.success) return { kind: 'unreadable' };
  return { kind: 'read', secret: parsed.data.signing_secret.secret };
}
