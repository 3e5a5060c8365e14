import { expect, test } from 'vitest';
import { fakeZendesk } from './fake-zendesk.ts';
import type { SeenRequest } from './fake-zendesk.ts';
import { apiToken, oauth, testClient, testClock } from './test-client.ts';
import { assistant, auditBody, ticketBody } from './zendesk-bodies.ts';

const me = { body: { user: { ...assistant, email: 'assistant@acme.example' } } };

function tokens(...expiresIn: (number | null)[]) {
  return expiresIn.map((expires_in, index) => ({
    status: 201,
    body: { access_token: `token-${index + 1}`, token_type: 'bearer', expires_in },
  }));
}

const signedAs = (seen: SeenRequest[]) =>
  seen.filter(({ path }) => path !== '/oauth/tokens').map(({ headers }) => headers.authorization);

test('signs in with an API token as the e-mail address it acts for', async () => {
  const zendesk = await fakeZendesk({ 'GET /api/v2/users/me': me });

  const user = await testClient(zendesk.url, { credentials: apiToken }).me();

  const basic = Buffer.from('ada@acme.example/token:legacy-token').toString('base64');
  expect(signedAs(zendesk.seen)).toEqual([`Basic ${basic}`]);
  expect(user).toMatchObject({ id: String(assistant.id), role: 'admin' });
});

test('mints one OAuth token for calls made at the same time, without naming a scope', async () => {
  const zendesk = await fakeZendesk({
    'POST /oauth/tokens': tokens(3600),
    'GET /api/v2/tickets/1': { body: { ticket: ticketBody() } },
  });
  const client = testClient(zendesk.url, { credentials: oauth });

  await Promise.all([client.getTicket('1'), client.getTicket('1'), client.getTicket('1')]);

  const mints = zendesk.seen.filter(({ path }) => path === '/oauth/tokens');
  expect(mints.map(({ body }) => body)).toEqual([
    { grant_type: 'client_credentials', client_id: 'smart_assistant', client_secret: 's3cret' },
  ]);
  expect(new Set(signedAs(zendesk.seen))).toEqual(new Set(['Bearer token-1']));
});

test.each([
  ['the lifetime it was given', 3600, 3600],
  ['half an hour when none is given', null, 1800],
])('mints the next token before the end of %s', async (_, expiresIn, lifetimeS) => {
  const clock = testClock();
  const zendesk = await fakeZendesk({
    'POST /oauth/tokens': tokens(expiresIn, 3600),
    'GET /api/v2/tickets/1': { body: { ticket: ticketBody() } },
  });
  const client = testClient(zendesk.url, { credentials: oauth, clock });

  await client.getTicket('1');
  clock.advance((lifetimeS - 61) * 1000);
  await client.getTicket('1');
  clock.advance(2_000);
  await client.getTicket('1');

  expect(signedAs(zendesk.seen)).toEqual(['Bearer token-1', 'Bearer token-1', 'Bearer token-2']);
});

test('repeats a write once with a new token when Zendesk revoked the old one', async () => {
  const rejected = { status: 401, body: { error: 'invalid_token', error_description: 'revoked' } };
  const written = { body: { ticket: ticketBody(), audit: auditBody() } };
  const zendesk = await fakeZendesk({
    'POST /oauth/tokens': tokens(3600, 3600),
    'PUT /api/v2/tickets/1': [rejected, written],
  });

  await testClient(zendesk.url, { credentials: oauth }).updateTicket('1', { turnId: 't' });

  expect(signedAs(zendesk.seen)).toEqual(['Bearer token-1', 'Bearer token-2']);
});

test('gives up when a new token is rejected too', async () => {
  const zendesk = await fakeZendesk({
    'POST /oauth/tokens': tokens(3600, 3600),
    'GET /api/v2/tickets/1': { status: 401, body: { error: 'invalid_token' } },
  });

  const reading = testClient(zendesk.url, { credentials: oauth }).getTicket('1');

  await expect(reading).rejects.toMatchObject({
    code: 'unauthorized',
    retryable: false,
    fate: 'refused',
  });
  expect(signedAs(zendesk.seen)).toHaveLength(2);
});

test('names the way out when the OAuth client is refused, and never its secret', async () => {
  const zendesk = await fakeZendesk({
    'POST /oauth/tokens': {
      status: 401,
      body: { error: 'invalid_client', error_description: 'Client authentication failed' },
    },
  });

  const writing = testClient(zendesk.url, { credentials: oauth }).updateTicket('1', {
    turnId: 't',
  });

  await expect(writing).rejects.toMatchObject({
    code: 'sign_in_failed',
    fate: 'not_sent',
    retryable: false,
    message: expect.stringMatching(
      /invalid_client|Client authentication failed.*Admin Center/,
    ) as unknown,
  });
  await expect(writing).rejects.not.toMatchObject({
    message: expect.stringContaining('s3cret') as unknown,
  });
});

test('knows that a write never left when the token endpoint is down', async () => {
  const zendesk = await fakeZendesk({
    'POST /oauth/tokens': { status: 503, body: '<html>down</html>' },
  });

  const writing = testClient(zendesk.url, { credentials: oauth }).updateTicket('1', {
    turnId: 't',
  });

  await expect(writing).rejects.toMatchObject({
    code: 'server_error',
    fate: 'not_sent',
    retryable: true,
  });
});

test('points at the URL when the token endpoint answers something else', async () => {
  const zendesk = await fakeZendesk({ 'POST /oauth/tokens': { body: '<html>Welcome</html>' } });

  await expect(testClient(zendesk.url, { credentials: oauth }).me()).rejects.toMatchObject({
    code: 'unexpected_answer',
    message: expect.stringContaining('Is the Zendesk URL right?') as unknown,
  });
});

test('takes the anonymous user for what it is: not signed in', async () => {
  const zendesk = await fakeZendesk({
    'GET /api/v2/users/me': {
      body: { user: { id: null, name: 'Anonymous user', role: 'end-user' } },
    },
  });

  await expect(testClient(zendesk.url).me()).rejects.toMatchObject({
    code: 'sign_in_failed',
    status: 200,
  });
});

test('asks who we are once in ten minutes, and again when told to', async () => {
  const clock = testClock();
  const zendesk = await fakeZendesk({ 'GET /api/v2/users/me': me });
  const client = testClient(zendesk.url, { clock });

  await client.me();
  await client.me();
  expect(zendesk.seen).toHaveLength(1);
  await client.me({ fresh: true });
  clock.advance(10 * 60_000);
  await client.me();

  expect(zendesk.seen).toHaveLength(3);
});
