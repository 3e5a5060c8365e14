import { createHash } from 'node:crypto';
import { Router, urlencoded } from 'express';
import type { Account } from '../account.ts';
import { secret } from '../ids.ts';
import type { OAuthClient } from '../oauth-records.ts';
import { authenticate } from './authenticate.ts';
import { userOf } from './caller.ts';
import { ApiError } from './errors.ts';
import { newToken, revokeToken } from './oauth-tokens.ts';
import { param } from './paginate.ts';

/** Clients created on or after 2026-04-30: 30 minutes unless asked otherwise, 5 minutes to 48 hours. */
const TTL_SECONDS = { default: 1800, min: 300, max: 172_800 };
/** Refresh tokens live 7 to 90 days: https://support.zendesk.com/hc/en-us/articles/9182123625370 */
const REFRESH_SECONDS = { default: 30 * 86_400, min: 7 * 86_400, max: 90 * 86_400 };
/** How long a code may be exchanged. */
const CODE_MS = 120_000;

interface Grant {
  grant_type?: string;
  client_id?: string;
  client_secret?: string;
  scope?: string;
  expires_in?: number | string;
  refresh_token_expires_in?: number | string;
  code?: string;
  code_verifier?: string;
  redirect_uri?: string;
  refresh_token?: string;
}

/** `POST /oauth/tokens`: https://developer.zendesk.com/api-reference/ticketing/oauth/grant_type_tokens/ */
export function oauthTokensRouter(account: Account): Router {
  const router = Router();

  router.post('/oauth/tokens', urlencoded({ extended: false }), (req, res) => {
    res.status(201).json(grantTokens(account, (req.body ?? {}) as Grant));
  });

  // A real user is asked to agree; here whoever is signed in agrees at once.
  router.get('/oauth/authorizations/new', authenticate(account), (req, res) => {
    const redirect = new URL(param(req, 'redirect_uri') ?? '');
    const client = findClient(account, param(req, 'client_id'));
    const code = secret(24);
    account.store.oauthCodes.set(code, {
      client_id: client.id,
      user_id: userOf(res).id,
      scope: allowedScope(account, param(req, 'scope')),
      redirect_uri: redirect.toString(),
      challenge: param(req, 'code_challenge'),
      expiresAt: account.clock.now() + CODE_MS,
    });
    redirect.searchParams.set('code', code);
    const state = param(req, 'state');
    if (state) redirect.searchParams.set('state', state);
    res.redirect(redirect.toString());
  });

  return router;
}

function grantTokens(account: Account, grant: Grant) {
  switch (grant.grant_type) {
    case 'client_credentials':
      return byCredentials(account, grant);
    case 'authorization_code':
      return byCode(account, grant);
    case 'refresh_token':
      return byRefreshToken(account, grant);
    default: {
      const known = 'client_credentials, authorization_code and refresh_token';
      throw oauthError(400, 'unsupported_grant_type', `The sandbox knows ${known}.`);
    }
  }
}

/** No refresh token in this grant: mint again. */
function byCredentials(account: Account, grant: Grant) {
  const client = confidentialClient(account, grant);
  const seconds = within(TTL_SECONDS, 'expires_in', grant.expires_in);
  const scope = allowedScope(account, grant.scope);
  const token = newToken(account, client, { scope, seconds, userId: client.user_id });
  return {
    access_token: token.token,
    token_type: 'bearer',
    scope: token.scopes.join(' '),
    expires_in: seconds,
  };
}

/** Public clients have no secret and prove themselves by PKCE. */
function byCode(account: Account, grant: Grant) {
  const client = findClient(account, grant.client_id);
  if (client.kind === 'confidential') confidentialClient(account, grant);
  const code = account.store.oauthCodes.get(grant.code ?? '');
  account.store.oauthCodes.delete(grant.code ?? '');
  const digest = createHash('sha256')
    .update(grant.code_verifier ?? '')
    .digest('base64url');
  const isProven = code?.challenge ? code.challenge === digest : client.kind === 'confidential';
  const isRight =
    code?.client_id === client.id &&
    code.expiresAt > account.clock.now() &&
    code.redirect_uri === new URL(grant.redirect_uri ?? 'none:').toString();
  if (!code || !isRight || !isProven) throw invalidGrant();
  return withRefreshToken(account, client, { grant, scope: code.scope, userId: code.user_id });
}

/** Each refresh replaces both tokens; the ones before are dead at once. */
function byRefreshToken(account: Account, grant: Grant) {
  const client = findClient(account, grant.client_id);
  if (client.kind === 'confidential') confidentialClient(account, grant);
  const known = account.store.refreshTokens.get(grant.refresh_token ?? '');
  const isRight = known?.client_id === client.id && known.expiresAt > account.clock.now();
  if (!known || !isRight) throw invalidGrant();
  account.store.refreshTokens.delete(grant.refresh_token ?? '');
  revokeToken(account, known.accessToken);
  return withRefreshToken(account, client, { grant, scope: known.scope, userId: known.user_id });
}

function withRefreshToken(
  account: Account,
  client: OAuthClient,
  { grant, scope, userId }: { grant: Grant; scope: string; userId: number },
) {
  const seconds = within(TTL_SECONDS, 'expires_in', grant.expires_in);
  const refreshSeconds = within(
    REFRESH_SECONDS,
    'refresh_token_expires_in',
    grant.refresh_token_expires_in,
  );
  const token = newToken(account, client, { scope, seconds, userId });
  const refreshToken = secret(32);
  account.store.refreshTokens.set(refreshToken, {
    client_id: client.id,
    user_id: userId,
    scope,
    accessToken: token.token,
    expiresAt: account.clock.now() + refreshSeconds * 1000,
  });
  return {
    access_token: token.token,
    refresh_token: refreshToken,
    token_type: 'bearer',
    scope,
    expires_in: seconds,
    refresh_token_expires_in: refreshSeconds,
  };
}

function findClient(account: Account, identifier: string | undefined): OAuthClient {
  const client = [...account.store.oauthClients.values()].find(
    (candidate) => candidate.identifier === identifier,
  );
  if (client) return client;
  throw oauthError(401, 'invalid_client', 'Client authentication failed.');
}

function confidentialClient(account: Account, grant: Grant): OAuthClient {
  const client = findClient(account, grant.client_id);
  if (client.kind === 'confidential' && client.secret === grant.client_secret) return client;
  throw oauthError(401, 'invalid_client', 'Client authentication failed.');
}

/** Unknown names are accepted here and fail later; what lies beyond the client's own scopes (a switch) is refused. */
function allowedScope(account: Account, asked: string | undefined): string {
  const { clientScopes } = account.switches;
  const scope = asked ?? clientScopes?.join(' ') ?? 'read write';
  const beyond = scope.split(/\s+/).find((name) => clientScopes && !clientScopes.includes(name));
  if (beyond === undefined) return scope;
  throw oauthError(400, 'invalid_scope', `The client may not ask for the scope ${beyond}.`);
}

function within(
  range: { default: number; min: number; max: number },
  name: string,
  asked: number | string | undefined,
): number {
  if (asked === undefined) return range.default;
  const seconds = Number(asked);
  if (seconds >= range.min && seconds <= range.max) return seconds;
  throw oauthError(400, 'invalid_request', `${name} must be ${range.min} to ${range.max} seconds.`);
}

const invalidGrant = () =>
  oauthError(400, 'invalid_grant', 'The grant is invalid, expired, revoked or of another client.');

function oauthError(status: number, error: string, description: string): ApiError {
  return new ApiError(status, { error, error_description: description });
}
