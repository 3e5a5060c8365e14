import { Router, urlencoded } from 'express';
import type { Account } from '../account.ts';
import { isoSeconds } from '../clock.ts';
import { secret } from '../ids.ts';
import type { OAuthClient, OAuthToken } from '../oauth-records.ts';
import { admins, callerOf, userOf } from './caller.ts';
import { ApiError, invalidToken, notFound, recordInvalid } from './errors.ts';
import { readBody } from './read-body.ts';

/** Clients created on or after 2026-04-30: 30 minutes unless asked otherwise, 5 minutes to 48 hours. */
const TTL_SECONDS = { default: 1800, min: 300, max: 172_800 };

interface Grant {
  grant_type?: string;
  client_id?: string;
  client_secret?: string;
  scope?: string;
  expires_in?: number | string;
}

/** `POST /oauth/tokens`: https://developer.zendesk.com/api-reference/ticketing/oauth/grant_type_tokens/ */
export function oauthTokensRouter(account: Account): Router {
  const router = Router();
  router.post('/oauth/tokens', urlencoded({ extended: false }), (req, res) => {
    const grant = (req.body ?? {}) as Grant;
    if (grant.grant_type !== 'client_credentials') {
      throw oauthError(400, 'unsupported_grant_type', 'The sandbox knows client_credentials only.');
    }
    const client = [...account.store.oauthClients.values()].find(
      ({ identifier }) => identifier === grant.client_id,
    );
    if (!client || client.secret !== grant.client_secret || client.kind !== 'confidential') {
      throw oauthError(401, 'invalid_client', 'Client authentication failed.');
    }
    const seconds = ttl(grant.expires_in);
    const token = newToken(account, client, { scope: grant.scope ?? 'read write', seconds });
    // No refresh token in this grant: mint again.
    res.status(201).json({
      access_token: token.token,
      token_type: 'bearer',
      scope: token.scopes.join(' '),
      expires_in: seconds,
    });
  });
  return router;
}

/** Adds a token that acts as the client's owner. Unknown scope names are accepted here and fail later. */
export function newToken(
  account: Account,
  client: OAuthClient,
  options: { scope: string; seconds: number },
): OAuthToken {
  const token: OAuthToken = {
    id: account.ids.next(),
    token: secret(32),
    client_id: client.id,
    user_id: client.user_id,
    scopes: options.scope.split(/\s+/).filter(Boolean),
    created_at: account.clock.iso(),
    expiresAt: account.clock.now() + options.seconds * 1000,
  };
  account.store.oauthTokens.set(token.token, token);
  return token;
}

function ttl(asked: number | string | undefined): number {
  if (asked === undefined) return TTL_SECONDS.default;
  const seconds = Number(asked);
  if (seconds >= TTL_SECONDS.min && seconds <= TTL_SECONDS.max) return seconds;
  const range = `${TTL_SECONDS.min} to ${TTL_SECONDS.max}`;
  throw oauthError(400, 'invalid_request', `expires_in must be ${range} seconds.`);
}

function oauthError(status: number, error: string, description: string): ApiError {
  return new ApiError(status, { error, error_description: description });
}

/** OAuth clients and tokens under /api/v2. */
export function oauthRouter(account: Account): Router {
  const router = Router();
  tokenRoutes(router, account);
  clientRoutes(router, account);
  return router;
}

function tokenRoutes(router: Router, account: Account): void {
  const { oauthTokens } = account.store;

  router.get('/oauth/tokens/current', (_req, res) => {
    const caller = callerOf(res);
    const token = caller.kind === 'oauth' ? oauthTokens.get(caller.token) : undefined;
    if (!token) throw invalidToken();
    res.json({ token: presentToken(account, token) });
  });

  router.get('/oauth/tokens', admins, (_req, res) => {
    res.json({ tokens: [...oauthTokens.values()].map((token) => presentToken(account, token)) });
  });

  router.delete('/oauth/tokens/current', (_req, res) => {
    const caller = callerOf(res);
    if (caller.kind !== 'oauth') throw invalidToken();
    oauthTokens.delete(caller.token);
    res.status(204).end();
  });

  router.delete('/oauth/tokens/:id', admins, (req, res) => {
    const token = [...oauthTokens.values()].find(({ id }) => String(id) === req.params['id']);
    if (!token) throw notFound();
    oauthTokens.delete(token.token);
    res.status(204).end();
  });
}

function clientRoutes(router: Router, account: Account): void {
  const { oauthClients } = account.store;

  router.get('/oauth/clients', admins, (_req, res) => {
    res.json({ clients: [...oauthClients.values()].map((client) => presentClient(client, false)) });
  });

  router.post('/oauth/clients', admins, (req, res) => {
    const given = readBody<Partial<OAuthClient>>(req, 'client');
    const identifier = given.identifier?.trim();
    if (!given.name || !identifier) {
      throw recordInvalid({ identifier: [{ description: 'Identifier: cannot be blank' }] });
    }
    const client = newOAuthClient(account, {
      name: given.name,
      identifier,
      kind: given.kind ?? 'confidential',
      user_id: given.user_id ?? userOf(res).id,
    });
    res.status(201).json({ client: presentClient(client, true) });
  });

  router.delete('/oauth/clients/:id', admins, (req, res) => {
    if (!oauthClients.delete(Number(req.params['id']))) throw notFound();
    res.status(204).end();
  });
}

export function newOAuthClient(
  account: Pick<Account, 'ids' | 'clock' | 'store'>,
  given: Pick<OAuthClient, 'name' | 'identifier' | 'kind' | 'user_id'>,
): OAuthClient {
  const client: OAuthClient = {
    id: account.ids.next(),
    secret: secret(32),
    created_at: account.clock.iso(),
    ...given,
  };
  account.store.oauthClients.set(client.id, client);
  return client;
}

/** The secret is shown once, when the client is created. */
function presentClient({ secret: value, ...client }: OAuthClient, full: boolean) {
  return { ...client, secret: full ? value : value.slice(0, 10) };
}

function presentToken(account: Account, { token, expiresAt, ...shown }: OAuthToken) {
  return {
    url: `${account.url}/api/v2/oauth/tokens/${shown.id}.json`,
    ...shown,
    token: token.slice(0, 10),
    expires_at: expiresAt === null ? null : isoSeconds(expiresAt),
  };
}
