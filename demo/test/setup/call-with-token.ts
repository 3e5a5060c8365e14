import type { SandboxAccount } from '@smart-assistant/sandbox/sandbox-account.ts';
import type { ZendeskCall } from '@smart-assistant/shared/setup/zendesk-call.ts';

/** Calls with a real OAuth token of these scopes; it acts as the assistant's user, an admin. */
export async function callWithToken(
  account: SandboxAccount,
  scope: string,
  expires_in = 1800,
): Promise<ZendeskCall> {
  const { clientId, clientSecret } = account.credentials;
  const client = { client_id: clientId, client_secret: clientSecret };
  const grant = { grant_type: 'client_credentials', ...client, scope, expires_in };
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify(grant);
  const response = await fetch(`${account.url}/oauth/tokens`, { method: 'POST', headers, body });
  const { access_token } = (await response.json()) as { access_token: string };
  return async ({ method, path }) => {
    const authorization = `Bearer ${access_token}`;
    const answer = await fetch(`${account.url}${path}`, { method, headers: { authorization } });
    return { status: answer.status, body: await answer.json() };
  };
}
