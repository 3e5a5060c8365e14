import type { Account, AccountPart } from '@smart-assistant/shared/setup/account.ts';
import { errorText } from '@smart-assistant/shared/setup/error-text.ts';
import type { Finding, Plan } from '@smart-assistant/shared/setup/finding.ts';
import { plan } from '@smart-assistant/shared/setup/plan.ts';
import { readAccount } from '@smart-assistant/shared/setup/read-account.ts';
import type { ZendeskAnswer, ZendeskCall } from '@smart-assistant/shared/setup/zendesk-call.ts';
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
  account: Account;
  plan: Plan;
  /** False when not even the basics could be read: the plan then says little about the account. */
  isReadable: boolean;
  /** Why the last call failed, in a sentence for the operator. */
  trouble?: string;
}

/** Compares a shop's account with what it needs, over the server's credentials. Never throws. */
export async function checkTenant(
  call: ZendeskCall,
  tenant: Tenant,
  { backendUrl, now, onProgress }: CheckOptions,
): Promise<TenantCheck> {
  const { credentials } = tenant;
  let trouble: string | undefined;
  const noting: ZendeskCall = async (request) => {
    try {
      const answer = await call(request);
      if (answer.status >= 400) trouble = refusalText(answer);
      return answer;
    } catch (error) {
      if (error instanceof Error) trouble = error.message;
      throw error;
    }
  };
  const spec = specOf(tenant, backendUrl);
  const account = await readAccount(noting, spec, {
    credentials: credentials.kind === 'oauth' ? { kind: 'oauth', renews: true } : credentials,
    now,
    ...(onProgress && { onProgress }),
  });
  const judged = { spec, account, plan: plan(spec, account), isReadable: isReadable(account) };
  return { ...judged, ...(trouble !== undefined && { trouble }) };
}

/** The same account, judged by what the tenant has meanwhile learned of it. */
export function judgedAgain(found: TenantCheck, tenant: Tenant): TenantCheck {
  const spec = specOf(tenant, found.spec.backendUrl);
  return { ...found, spec, plan: plan(spec, found.account) };
}

/** What is not as it should be; advice is an offer, and an account that leaves it aside is fine. */
export function driftOf({ findings }: Plan): Finding[] {
  return findings.filter(({ severity }) => severity !== 'advice');
}

function specOf({ slug, stateFieldId, webhookId }: Tenant, backendUrl: string): SetupSpec {
  return { backendUrl, slug, stateFieldId, webhookId };
}

function refusalText({ status, body }: ZendeskAnswer): string {
  const said = errorText(body);
  return `Zendesk answered ${status}${said === '' ? '' : `: ${said}`}`;
}

/** Without these nothing can be said about what the assistant needs. */
function isReadable({ me, ticketFields, webhooks, triggers }: Account): boolean {
  return [me, ticketFields, webhooks, triggers].some(({ kind }) => kind === 'read');
}
