import type { Account, AccountPart } from '@smart-assistant/shared/setup/account.ts';
import type { Plan } from '@smart-assistant/shared/setup/finding.ts';
import { plan } from '@smart-assistant/shared/setup/plan.ts';
import { readAccount } from '@smart-assistant/shared/setup/read-account.ts';
import type { ZendeskCall } from '@smart-assistant/shared/setup/zendesk-call.ts';
import type { SetupSpec } from '@smart-assistant/shared/setup-spec.ts';
import type { Tenant } from '../tenant/tenant.ts';

export interface CheckOptions {
  /** Where Zendesk reaches this server. */
  backendUrl: string;
  /** Epoch milliseconds. */
  now: number;
  onProgress?: (progress: { part: AccountPart; done: number; total: number }) => void;
}

export interface TenantCheck {
  spec: SetupSpec;
  plan: Plan;
  /** False when not even the basics could be read: the plan then says little about the account. */
  isReadable: boolean;
}

/** Compares a shop's account with what it needs, over the server's credentials. Never throws. */
export async function checkTenant(
  call: ZendeskCall,
  tenant: Tenant,
  { backendUrl, now, onProgress }: CheckOptions,
): Promise<TenantCheck> {
  const { slug, stateFieldId, webhookId, credentials } = tenant;
  const spec: SetupSpec = { backendUrl, slug, stateFieldId, webhookId };
  const account = await readAccount(call, spec, {
    credentials: credentials.kind === 'oauth' ? { kind: 'oauth', renews: true } : credentials,
    now,
    ...(onProgress && { onProgress }),
  });
  return { spec, plan: plan(spec, account), isReadable: isReadable(account) };
}

/** Without these nothing can be said about what the assistant needs. */
function isReadable({ me, ticketFields, webhooks, triggers }: Account): boolean {
  return [me, ticketFields, webhooks, triggers].some(({ kind }) => kind === 'read');
}
