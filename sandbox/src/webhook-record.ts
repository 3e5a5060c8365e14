import type { Account } from './account.ts';
import { errorList } from './http/errors.ts';
import { secret, ulid } from './ids.ts';
import type { Webhook } from './rule-records.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const FORMATS = ['json', 'xml', 'form_encoded'];
const AUTHENTICATIONS = ['basic_auth', 'bearer_token', 'api_key'];
const MANDATORY = ['name', 'endpoint', 'http_method', 'request_format', 'status'] as const;
/** Trial accounts. */
const MAX_TRIAL_WEBHOOKS = 10;

/** The code is a switch: no page names those of single mistakes. */
export const invalidWebhook = ({ switches }: Account, detail: string) =>
  errorList(400, switches.webhookRefusalCode, detail);

/** A webhook from the body of a create or a full replace. Throws 400 or 403 in the errors[] envelope. */
export function newWebhook(account: Account, given: Partial<Webhook>, creatorId: number): Webhook {
  if (account.switches.trial && account.store.webhooks.size >= MAX_TRIAL_WEBHOOKS) {
    const detail = 'Account limit on number of webhooks has been reached';
    throw errorList(403, 'WebhookLimitExceeded', detail);
  }
  validateWebhook(account, given);
  const at = account.clock.iso();
  return {
    id: ulid(account.clock.now()),
    name: given.name!,
    description: given.description ?? null,
    endpoint: given.endpoint!,
    http_method: given.http_method!,
    request_format: given.request_format!,
    status: given.status!,
    subscriptions: given.subscriptions ?? [],
    authentication: given.authentication ?? null,
    custom_headers: given.custom_headers ?? null,
    external_source: null,
    signing_secret: { algorithm: 'SHA256', secret: `${secret(32)}==` },
    created_at: at,
    created_by: String(creatorId),
    updated_at: at,
    updated_by: String(creatorId),
  };
}

export function validateWebhook(account: Account, given: Partial<Webhook>): void {
  const problem = problemOf(account, given);
  if (problem) throw invalidWebhook(account, problem);
}

function problemOf(account: Account, given: Partial<Webhook>): string | undefined {
  const missing = MANDATORY.find((key) => !given[key]);
  if (missing) return `${missing} is required`;
  if (!METHODS.includes(given.http_method!)) return 'http_method is not supported';
  if (!FORMATS.includes(given.request_format!)) return 'request_format is not supported';
  if (!['active', 'inactive'].includes(given.status!)) return 'status is not supported';
  if (!isDeliverable(account, given.endpoint!)) {
    return 'endpoint must be a https URL (the sandbox takes http on this machine, too)';
  }
  const type = given.authentication?.type;
  if (type && !AUTHENTICATIONS.includes(type)) return 'authentication type is not supported';
  const { maxCustomHeaders: most } = account.switches;
  const isTooMany = most !== null && Object.keys(given.custom_headers ?? {}).length > most;
  return isTooMany ? `custom_headers must not be more than ${most}` : undefined;
}

/** https, or http to the same machine, so that demo and tests need no certificate; by switch any http. */
export function isDeliverable({ switches }: Account, endpoint: string): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, hostname } = new URL(endpoint);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  const takesHttp = isLocal || switches.plainHttpEndpoints === 'anywhere';
  return protocol === 'https:' || (protocol === 'http:' && takesHttp);
}

/** Secrets are not echoed: of the authentication's data only the username comes back. */
export function presentWebhook(account: Account, webhook: Webhook): Record<string, unknown> {
  const { signing_secret, retiredSecret: _, authentication, ...shown } = webhook;
  const data = authentication?.data ?? {};
  return {
    ...shown,
    ...(authentication && {
      authentication: {
        ...authentication,
        data: 'username' in data ? { username: data['username'] } : {},
      },
    }),
    ...(account.switches.webhookShowsSigningSecret && { signing_secret }),
  };
}

/** What deliveries are signed with now: the old secret for a while after a reset, by switch. */
export function signingSecretOf({ signing_secret, retiredSecret }: Webhook, now: number): string {
  return retiredSecret && now < retiredSecret.until ? retiredSecret.secret : signing_secret.secret;
}
