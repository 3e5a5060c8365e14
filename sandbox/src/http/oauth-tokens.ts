import type { Account } from '../account.ts';
import { secret } from '../ids.ts';
import type { OAuthClient, OAuthToken } from '../oauth-records.ts';

/** Adds a token that acts as `userId`, for `seconds` or, with null, for good. Unknown scope names are kept: calls fail with them, the grant does not. */
export function newToken(
  account: Account,
  client: OAuthClient,
  options: { scope: string; seconds: number | null; userId: number },
): OAuthToken {
  const token: OAuthToken = {
    id: account.ids.next(),
    token: secret(32),
    client_id: client.id,
    user_id: options.userId,
    scopes: options.scope.split(/\s+/).filter(Boolean),
    created_at: account.clock.iso(),
    expiresAt: options.seconds === null ? null : account.clock.now() + options.seconds * 1000,
  };
  account.store.oauthTokens.set(token.token, token);
  return token;
}

/** The refresh token that came with it dies too: nobody comes back with it. */
export function revokeToken(account: Account, token: string): void {
  const { oauthTokens, refreshTokens } = account.store;
  oauthTokens.delete(token);
  for (const [key, { accessToken }] of refreshTokens) {
    if (accessToken === token) refreshTokens.delete(key);
  }
}
