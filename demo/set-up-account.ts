import { TICKET_FIELD, TRIGGERS, webhookSpec } from '@smart-assistant/shared/setup-spec.ts';

/** An account's admin, and where the assistant is to be reached. */
export interface SetUpOptions {
  zendeskUrl: string;
  admin: { email: string; apiToken: string };
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

/** Creates the ticket field, the webhook and both triggers through the account's own API, as an admin would. */
export async function setUpAccount(options: SetUpOptions): Promise<AccountSetUp> {
  const { backendUrl, slug, bodies = 'lean' } = options;
  const api = apiOf(options);

  const { ticket_field } = await api('POST', '/api/v2/ticket_fields', {
    ticket_field: TICKET_FIELD,
  });
  const { webhook } = await api('POST', '/api/v2/webhooks', {
    webhook: webhookSpec(backendUrl, slug),
  });
  const { signing_secret } = await api('GET', `/api/v2/webhooks/${webhook.id}/signing_secret`);

  const stateFieldId = String(ticket_field.id);
  for (const { title, description, conditions, leanBody, manualBody } of TRIGGERS) {
    const body = bodies === 'lean' ? leanBody : manualBody(stateFieldId);
    await api('POST', '/api/v2/triggers', {
      trigger: {
        title,
        description,
        conditions,
        actions: [{ field: 'notification_webhook', value: [webhook.id, body] }],
      },
    });
  }
  return { stateFieldId, webhookId: webhook.id, signingSecret: signing_secret.secret };
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of an API we drive ourselves here
type Json = any;

function apiOf({ zendeskUrl, admin }: SetUpOptions) {
  const credentials = Buffer.from(`${admin.email}/token:${admin.apiToken}`).toString('base64');

  return async (method: 'GET' | 'POST', path: string, body?: object): Promise<Json> => {
    const response = await fetch(`${zendeskUrl}${path}`, {
      method,
      headers: { authorization: `Basic ${credentials}`, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(10_000),
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return JSON.parse(text);
  };
}
