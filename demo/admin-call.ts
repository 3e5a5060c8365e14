import type { ZendeskCall } from '@smart-assistant/shared/setup/zendesk-call.ts';

export interface AdminAccess {
  zendeskUrl: string;
  /** The token may act as any user of the account. */
  admin: { email: string; apiToken: string };
}

/** Calls an account's API as its admin, in the way set-up calls it. */
export function adminCall({ zendeskUrl, admin }: AdminAccess): ZendeskCall {
  const credentials = Buffer.from(`${admin.email}/token:${admin.apiToken}`).toString('base64');

  return async ({ method, path, body }) => {
    const response = await fetch(`${zendeskUrl}${path}`, {
      method,
      headers: { authorization: `Basic ${credentials}`, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(10_000),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };
}
