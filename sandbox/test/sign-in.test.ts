import { expect, test } from 'vitest';
import { apiToken, client, clientWith, mint, send } from './client.ts';
import { freshWorld } from './set-up.ts';

const world = freshWorld({
  accounts: [
    { subdomain: 'acme', seed: 'shop' },
    { subdomain: 'fresh', seed: 'empty' },
  ],
  clock: 'virtual',
});

function tokenRequest(grant: Record<string, unknown>) {
  const { acme } = world;
  const { clientId, clientSecret } = acme.credentials;
  const body = {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    ...grant,
  };
  return send(`${acme.url}/oauth/tokens`, 'POST', { body });
}

test('mints a token for 30 minutes, without a refresh token, that acts as the owner of the client', async () => {
  const { acme } = world;

  const { status, body } = await tokenRequest({});

  expect(status).toBe(201);
  expect(body).toEqual({
    access_token: expect.any(String),
    token_type: 'bearer',
    scope: 'read write',
    expires_in: 1800,
  });
  const bearer = clientWith(acme, { authorization: `Bearer ${body.access_token}` });
  expect((await bearer.get('/users/me')).user.id).toBe(acme.users.assistant.id);
});

test('refuses a token once its time is over', async () => {
  const { sandbox, zendesk } = world;

  await sandbox.advance('30 min');

  expect(await zendesk.call('GET', '/tickets/1')).toMatchObject({
    status: 401,
    body: { error: 'invalid_token' },
  });
});

test('takes lifetimes from 5 minutes to 48 hours only', async () => {
  expect((await tokenRequest({ expires_in: 300 })).body.expires_in).toBe(300);
  expect(await tokenRequest({ expires_in: 299 })).toMatchObject({
    status: 400,
    body: { error: 'invalid_request' },
  });
  expect((await tokenRequest({ expires_in: 172_801 })).status).toBe(400);
});

test('refuses a wrong client secret and other grants', async () => {
  expect(await tokenRequest({ client_secret: 'no' })).toMatchObject({
    status: 401,
    body: { error: 'invalid_client' },
  });
  expect(await tokenRequest({ grant_type: 'password' })).toMatchObject({
    status: 400,
    body: { error: 'unsupported_grant_type' },
  });
});

test('issues a token for an unknown scope and then answers every call with 403', async () => {
  const { acme } = world;
  const token = await mint(acme, { scope: 'read tickest:write' });

  const answer = await clientWith(acme, { authorization: `Bearer ${token}` }).call(
    'GET',
    '/tickets/1',
  );

  expect(answer).toMatchObject({ status: 403, body: { error: { title: 'Forbidden' } } });
});

test('lets narrow scopes reach their own resource only', async () => {
  const { acme } = world;
  const token = await mint(acme, { scope: 'tickets:read hc:read' });
  const narrow = clientWith(acme, { authorization: `Bearer ${token}` });

  expect((await narrow.call('GET', '/tickets/1')).status).toBe(200);
  expect((await narrow.call('GET', '/help_center/articles')).status).toBe(200);
  expect((await narrow.call('PUT', '/tickets/1', { ticket: {} })).status).toBe(403);
  expect((await narrow.call('GET', '/ticket_fields')).status).toBe(403);
});

test('kills all tokens with the access of the person they act as', async () => {
  const { acme, zendesk } = world;

  acme.suspend('assistant');

  expect((await zendesk.call('GET', '/tickets/1')).status).toBe(401);
});

test('shows and revokes the current token', async () => {
  const { acme, zendesk } = world;

  const { token } = await zendesk.get('/oauth/tokens/current.json');
  expect(token).toMatchObject({
    user_id: acme.users.assistant.id,
    scopes: ['read', 'write'],
    expires_at: '2026-11-24T09:30:00Z',
  });
  expect((await zendesk.call('DELETE', '/oauth/tokens/current')).status).toBe(204);

  expect((await zendesk.call('GET', '/tickets/1')).status).toBe(401);
});

test('shows the secret of an OAuth client in full only when it is created', async () => {
  const { zendesk } = world;
  const wanted = { name: 'Other', identifier: 'other', kind: 'confidential' };

  const { client: created } = await zendesk.post('/oauth/clients', { client: wanted });
  const { clients } = await zendesk.get('/oauth/clients');

  const listed = clients.find(({ id }: { id: number }) => id === created.id);
  expect(created.secret.length).toBeGreaterThan(30);
  expect(listed.secret).toBe(created.secret.slice(0, 10));
});

test('lets a legacy API token act as any verified user of the account', async () => {
  const { acme } = world;

  const asBob = clientWith(acme, apiToken(acme, acme.users.bob.email));

  expect((await asBob.get('/users/me')).user.id).toBe(acme.users.bob.id);
  expect(await asBob.call('POST', '/webhooks', { webhook: {} })).toMatchObject({
    status: 403,
    body: { error: { title: 'Forbidden', message: expect.any(String) } },
  });
});

test('answers 401 to a wrong API token and to an account that has none', async () => {
  const { acme, sandbox } = world;
  const valid = apiToken(acme, acme.users.ada.email);
  const wrong = Buffer.from(`${acme.users.ada.email}/token:wrong`).toString('base64');
  const fresh = sandbox.account('fresh');

  const answers = [
    await clientWith(acme, { authorization: `Basic ${wrong}` }).call('GET', '/users/me'),
    await clientWith(fresh, apiToken(fresh, fresh.users.ada.email)).call('GET', '/users/me'),
  ];

  acme.switches.apiTokens = 'disabled';
  answers.push(await clientWith(acme, valid).call('GET', '/users/me'));

  for (const answer of answers) {
    expect(answer).toMatchObject({ status: 401, body: { error: "Couldn't authenticate you" } });
  }
});

test('stops all API tokens on 2027-04-30', async () => {
  const { acme, sandbox } = world;
  const legacy = clientWith(acme, apiToken(acme, acme.users.ada.email));
  expect((await legacy.call('GET', '/tickets/1')).status).toBe(200);

  await sandbox.advance('157 days');

  expect((await legacy.call('GET', '/tickets/1')).status).toBe(401);
});

test('answers users/me without credentials with an anonymous user, everything else with 401', async () => {
  const { acme } = world;
  const nobody = await client(acme, {});
  const password = Buffer.from('ada@acme.example:secret').toString('base64');

  expect((await nobody.get('/users/me')).user).toMatchObject({ id: null, name: 'Anonymous user' });
  const withPassword = clientWith(acme, { authorization: `Basic ${password}` });
  expect((await withPassword.get('/users/me')).user.id).toBeNull();
  expect((await nobody.call('GET', '/tickets/1')).status).toBe(401);
  expect((await nobody.call('GET', '/no_such_thing')).status).toBe(401);
});

test('answers an unknown path with InvalidEndpoint and an unknown id with RecordNotFound', async () => {
  const { zendesk } = world;

  expect(await zendesk.call('GET', '/no_such_thing')).toMatchObject({
    status: 404,
    body: { error: 'InvalidEndpoint' },
  });
  expect(await zendesk.call('GET', '/tickets/987654')).toMatchObject({
    status: 404,
    body: { error: 'RecordNotFound' },
  });
});
