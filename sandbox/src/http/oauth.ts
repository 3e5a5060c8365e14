import { Router } from 'express';
import type { Account } from '../account.ts';
import { isoSeconds } from '../clock.ts';
import { secret } from '../ids.ts';
import type { OAuthClient, OAuthToken } from '../oauth-records.ts';
import { admins, callerOf, userOf } from './caller.ts';
import { invalidToken, notFound, recordInvalid } from './errors.ts';
import { newToken, revokeToken } from './oauth-tokens.ts';
import { readBody } from './read-body.ts';

/** OAuth clients and tokens under /api/v2. */
export function oauthRouter(account: Account): Router {
  const router = Router();
  tokenRoutes(router, account);
  clientRoutes(router, account);
  return router;
}

function tokenRoutes(router: Router, account: Account): void {
  const { oauthClients, oauthTokens } = account.store;

  router.get('/oauth/tokens/current', (_req, res) => {
    const caller = callerOf(res);
    const token = caller.kind === 'oauth' ? oauthTokens.get(caller.token) : undefined;
    if (!token) throw invalidToken();
    res.json({ token: presentToken(account, token) });
  });

  router.get('/oauth/tokens', admins, (_req, res) => {
    res.json({ tokens: [...oauthTokens.values()].map((token) => presentToken(account, token)) });
  });

  // Whole in this answer only. https://developer.zendesk.com/api-reference/ticketing/oauth/oauth_tokens/
  router.post('/oauth/tokens', admins, (req, res) => {
    const { client_id: id, scopes = [] } = readBody<Partial<OAuthToken>>(req, 'token');
    const client = oauthClients.get(Number(id));
    if (!client) throw recordInvalid({ client: [{ description: 'Client: cannot be blank' }] });
    const scope = scopes.join(' ');
    const token = newToken(account, client, { scope, seconds: null, userId: userOf(res).id });
    res.status(201).json({ token: { ...presentToken(account, token), full_token: token.token } });
  });

  router.delete('/oauth/tokens/current', (_req, res) => {
    const caller = callerOf(res);
    if (caller.kind !== 'oauth') throw invalidToken();
    revokeToken(account, caller.token);
    res.status(204).end();
  });

  router.delete('/oauth/tokens/:id', admins, (req, res) => {
    const token = [...oauthTokens.values()].find(({ id }) => String(id) === req.params['id']);
    if (!token) throw notFound();
    revokeToken(account, token.token);
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
