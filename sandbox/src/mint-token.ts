import type { SandboxAccount } from './sandbox-account.ts';

/** An access token of the account's own OAuth client, minted over http like any other. */
export async function mintToken(
  { url, credentials }: SandboxAccount,
  options: { expiresInSeconds?: number } = {},
): Promise<string> {
  const response = await fetch(`${url}/oauth/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      grant_type: 'client_credentials',
      client_id: credentials.clientId,
      client_secret: credentials.clientSecret,
      expires_in: options.expiresInSeconds,
    }),
    signal: AbortSignal.timeout(5000),
  });
  return ((await response.json()) as { access_token: string }).access_token;
}
