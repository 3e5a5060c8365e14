import { createHash } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { clientWith, send, type Json } from './client.ts';
import { freshWorld } from './set-up.ts';

const world = freshWorld({ clock: 'virtual' });

const REDIRECT = 'http://127.0.0.1:9/callback';
const verifier = 'a-verifier-that-is-long-enough-for-the-standard-1234';
const challenge = createHash('sha256').update(verifier).digest('base64url');
let cookie: string;

beforeEach(async () => {
  const { acme } = world;
  const body = { userId: acme.users.bob.id };
  const signIn = await send(`${acme.url}/sandbox/session`, 'POST', { body });
  cookie = signIn.headers.get('set-cookie')!.split(';')[0]!;
});

/** Bob agrees in his browser; the code comes back in the address. */
async function authorize(query: Record<string, string> = {}): Promise<URL> {
  const { acme } = world;
  const { clientId } = acme.credentials;
  const given = { response_type: 'code', client_id: clientId, redirect_uri: REDIRECT, ...query };
  const url = `${acme.url}/oauth/authorizations/new?${new URLSearchParams(given)}`;
  const answer = await send(url, 'GET', { headers: { cookie } });
  return new URL(answer.headers.get('location') ?? `none:${answer.status}`);
}

function exchange(grant: Record<string, unknown>) {
  const { acme } = world;
  const { clientId, clientSecret } = acme.credentials;
  const body = { client_id: clientId, client_secret: clientSecret, ...grant };
  return send(`${acme.url}/oauth/tokens`, 'POST', { body });
}

async function tokens(): Promise<Json> {
  const code = (await authorize({ scope: 'read write' })).searchParams.get('code');
  const { body } = await exchange({
    grant_type: 'authorization_code',
    code,
    redirect_uri: REDIRECT,
  });
  return body;
}

const refresh = (token: string) => exchange({ grant_type: 'refresh_token', refresh_token: token });

const get = (token: string, path = '/tickets/1') =>
  clientWith(world.acme, { authorization: `Bearer ${token}` }).call('GET', path);

test('gives a user who agrees tokens that act as them', async () => {
  const back = await authorize({ scope: 'read write', state: 'xyz' });
  const code = back.searchParams.get('code');

  const { status, body } = await exchange({
    grant_type: 'authorization_code',
    code,
    redirect_uri: REDIRECT,
  });

  expect(back.searchParams.get('state')).toBe('xyz');
  expect(status).toBe(201);
  expect(body).toEqual({
    access_token: expect.any(String),
    refresh_token: expect.any(String),
    token_type: 'bearer',
    scope: 'read write',
    expires_in: 1800,
    refresh_token_expires_in: 30 * 86_400,
  });
  expect((await get(body.access_token, '/users/me')).body.user.id).toBe(world.acme.users.bob.id);
});

test('replaces both tokens at each refresh, and takes the old ones no more', async () => {
  const { sandbox } = world;
  const first = await tokens();
  await sandbox.advance('1 hour');
  expect((await get(first.access_token)).status).toBe(401);

  const { body: second } = await refresh(first.refresh_token);
  const again = await refresh(first.refresh_token);
  const { body: third } = await refresh(second.refresh_token);

  expect(again).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  expect((await get(second.access_token)).status).toBe(401);
  expect((await get(third.access_token)).status).toBe(200);
});

test('takes a refresh token for thirty days', async () => {
  const { sandbox } = world;
  const { refresh_token: token } = await tokens();

  await sandbox.advance('30 days');

  expect(await refresh(token)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
});

test('kills the refresh token with the revoked access token', async () => {
  const { acme } = world;
  const { access_token: access, refresh_token: token } = await tokens();
  const bob = clientWith(acme, { authorization: `Bearer ${access}` });

  expect((await bob.call('DELETE', '/oauth/tokens/current')).status).toBe(204);

  expect((await refresh(token)).status).toBe(400);
});

test('exchanges a code once, at the address it was sent to, within two minutes', async () => {
  const { sandbox } = world;
  const codeOf = async () => (await authorize()).searchParams.get('code');
  const take = (code: string | null, redirect = REDIRECT) =>
    exchange({ grant_type: 'authorization_code', code, redirect_uri: redirect });
  const [used, moved, late] = [await codeOf(), await codeOf(), await codeOf()];
  expect((await take(used)).status).toBe(201);

  expect((await take(used)).body.error).toBe('invalid_grant');
  expect((await take(moved, 'https://evil.example/')).body.error).toBe('invalid_grant');
  await sandbox.advance('3 min');
  expect((await take(late)).body.error).toBe('invalid_grant');
});

test('lets a public client in with a proof instead of a secret', async () => {
  const { zendesk } = world;
  await zendesk.post('/oauth/clients', {
    client: { name: 'Tool', identifier: 'tool', kind: 'public' },
  });
  const code = async () =>
    (await authorize({ client_id: 'tool', code_challenge: challenge })).searchParams.get('code');
  const take = async (proof: object) =>
    exchange({
      grant_type: 'authorization_code',
      client_id: 'tool',
      client_secret: undefined,
      code: await code(),
      redirect_uri: REDIRECT,
      ...proof,
    });

  expect((await take({ code_verifier: verifier })).status).toBe(201);
  expect((await take({ code_verifier: 'guessed' })).body.error).toBe('invalid_grant');
  expect((await take({})).body.error).toBe('invalid_grant');
});

test('asks a stranger to sign in first', async () => {
  cookie = '';

  expect((await authorize()).href).toBe('none:401');
});

test('refuses scopes beyond those that an admin allows a client, by switch', async () => {
  const { acme } = world;
  acme.switches.clientScopes = ['tickets:read', 'hc:read'];
  const mint = (scope?: string) => exchange({ grant_type: 'client_credentials', scope });

  const beyond = await mint('tickets:read tickets:write');
  const within = await mint('tickets:read');
  const standard = await mint();

  expect(beyond).toMatchObject({ status: 400, body: { error: 'invalid_scope' } });
  expect([within.status, standard.body.scope]).toEqual([201, 'tickets:read hc:read']);
});

test('makes a token for an admin, whole in that answer only, with no end and its own scopes', async () => {
  const { acme, zendesk } = world;
  const { clients } = await zendesk.get('/oauth/clients');
  const ask = (token: object) => zendesk.call('POST', '/oauth/tokens', { token });

  const made = await ask({ client_id: clients[0].id, scopes: ['hc:read'] });
  const unknown = await ask({ client_id: 1, scopes: ['read'] });

  const { full_token: full, ...shown } = made.body.token;
  const owner = clientWith(acme, { authorization: `Bearer ${full}` });
  const statuses = [
    await owner.call('GET', '/help_center/locales'),
    await owner.call('GET', '/tickets'),
  ];
  expect([made.status, unknown.status]).toEqual([201, 422]);
  expect(shown).toMatchObject({ token: full.slice(0, 10), scopes: ['hc:read'], expires_at: null });
  expect(statuses.map(({ status }) => status)).toEqual([200, 403]);
});
