import { TRIGGERS } from '@smart-assistant/shared/setup-spec.ts';
import { applyFixes } from '@smart-assistant/shared/setup/apply.ts';
import type { OwnIds } from '@smart-assistant/shared/setup/finding.ts';
import { plan } from '@smart-assistant/shared/setup/plan.ts';
import { readAccount } from '@smart-assistant/shared/setup/read-account.ts';
import type { ZendeskCall } from '@smart-assistant/shared/setup/zendesk-call.ts';
import { adminCall } from './admin-call.ts';
import type { AdminAccess } from './admin-call.ts';

/** An account's admin, and where the assistant is to be reached. */
export interface SetUpOptions extends AdminAccess {
  backendUrl: string;
  slug: string;
  /** Which of the two bodies the triggers send; the manual ones are what existing customers have. */
  bodies?: 'lean' | 'manual';
}

export interface AccountSetUp {
  stateFieldId: string;
  webhookId: string;
  signingSecret: string;
}

/** Sets the account up as the app does for an admin: compares it with what it needs, and mends all of it. */
export async function setUpAccount(options: SetUpOptions): Promise<AccountSetUp> {
  const { backendUrl, slug, bodies = 'lean' } = options;
  const call = adminCall(options);
  const spec = { backendUrl, slug };

  const account = await readAccount(call, spec, {
    credentials: { kind: 'session' },
    now: Date.now(),
  });
  const { results, found } = await applyFixes(call, spec, plan(spec, account).findings);
  const refused = results.filter(({ outcome }) => outcome !== 'written');
  if (refused.length > 0) throw new Error(`The account was not set up: ${JSON.stringify(refused)}`);

  const { stateFieldId, webhookId } = found as Required<OwnIds>;
  if (bodies === 'manual') await sendManualBodies(call, found as Required<OwnIds>);
  const path = `/api/v2/webhooks/${webhookId}/signing_secret`;
  const secret = await call({ method: 'GET', path });
  return { stateFieldId, webhookId, signingSecret: (secret.body as Json).signing_secret.secret };
}

/** The bodies that existing customers pasted by hand take the place of ours. */
async function sendManualBodies(
  call: ZendeskCall,
  { stateFieldId, webhookId, commentTriggerId, closedTriggerId }: Required<OwnIds>,
): Promise<void> {
  const ids = { comment: commentTriggerId, closed: closedTriggerId };
  for (const { key, title, conditions, manualBody } of TRIGGERS) {
    const actions = [
      { field: 'notification_webhook', value: [webhookId, manualBody(stateFieldId)] },
    ];
    const trigger = { title, conditions, actions };
    await call({ method: 'PUT', path: `/api/v2/triggers/${ids[key]}`, body: { trigger } });
  }
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of an API we drive ourselves here
type Json = any;
