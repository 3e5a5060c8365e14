import { expect, test } from 'vitest';
import { clientWith, send } from './client.ts';
import { connect, freshWorld } from './set-up.ts';

const world = freshWorld({
  accounts: [{ subdomain: 'acme' }, { subdomain: 'fresh' }],
  clock: 'virtual',
});

async function signIn(userId: number) {
  const answer = await send(`${world.acme.url}/sandbox/session`, 'POST', { body: { userId } });
  const cookie = answer.headers.get('set-cookie')!.split(';')[0]!;
  return { cookie, csrfToken: answer.body.csrfToken as string };
}

test('describes an account with everything a person needs to use it', async () => {
  const { acme } = world;

  const asJson = await send(`${acme.url}/sandbox.json`, 'GET');
  const negotiated = await send(`${acme.url}/sandbox`, 'GET', {
    headers: { accept: 'application/json' },
  });

  expect(asJson.body).toMatchObject({
    subdomain: 'acme',
    url: acme.url,
    now: '2026-11-24T09:00:00Z',
    credentials: acme.credentials,
    named: { alice: { role: 'end-user' }, bob: { role: 'agent' }, ada: { role: 'admin' } },
  });
  expect(asJson.body.tickets[0]).toMatchObject({ id: 1, subject: 'Where is my order?' });
  expect(negotiated.body.subdomain).toBe('acme');
});

test('acts as the user of a session, through the web', async () => {
  const { acme } = world;
  const { cookie, csrfToken } = await signIn(acme.users.bob.id);
  const browser = clientWith(acme, { cookie, 'x-csrf-token': csrfToken });

  const { user } = await browser.get('/users/me');
  const { audit } = await browser.put('/tickets/1', {
    ticket: { comment: { body: 'On it', public: true } },
  });

  expect(user).toMatchObject({ id: acme.users.bob.id, authenticity_token: csrfToken });
  expect(audit).toMatchObject({ author_id: acme.users.bob.id, via: { channel: 'web' } });
});

test('refuses a write of a session from elsewhere without the CSRF token', async () => {
  const { acme } = world;
  const { cookie } = await signIn(acme.users.bob.id);
  const write = (headers: Record<string, string>) =>
    clientWith(acme, { cookie, ...headers }).call('PUT', '/tickets/1', { ticket: { tags: ['x'] } });

  expect((await write({})).status).toBe(403);
  expect((await write({ origin: 'http://evil.example' })).status).toBe(403);
  expect((await write({ 'x-csrf-token': 'guessed' })).status).toBe(403);
  expect((await write({ origin: acme.url })).status).toBe(200);
});

test('forgets a session that signs out', async () => {
  const { acme } = world;
  const { cookie } = await signIn(acme.users.bob.id);
  const session = () => send(`${acme.url}/sandbox/session`, 'GET', { headers: { cookie } });
  expect((await session()).body.user.id).toBe(acme.users.bob.id);

  await send(`${acme.url}/sandbox/session`, 'DELETE', { headers: { cookie } });

  expect((await session()).body.user).toBeNull();
  expect((await clientWith(acme, { cookie }).call('GET', '/tickets/1')).status).toBe(401);
});

test('streams changes as they happen', async () => {
  const { acme } = world;
  const stop = new AbortController();
  const response = await fetch(`${acme.url}/sandbox/events`, { signal: stop.signal });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const until = async (part: string) => {
    while (!text.includes(part)) text += (await reader.read()).value ?? '';
  };
  await until(': open');

  acme.comment(1, { by: 'alice', text: 'Hello?' });

  await until('data: {"type":"ticket.changed","ticketId":1}');
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
  stop.abort();
});

test('arms faults and throws switches over HTTP', async () => {
  const { acme, zendesk } = world;
  const post = (path: string, body: unknown) => send(`${acme.url}${path}`, 'POST', { body });

  await post('/sandbox/faults', {
    api: [{ kind: '503', match: { method: 'GET', path: 'tickets' } }],
    delivery: { lose: 2 },
  });
  await post('/sandbox/switches', { liquid: 'raw' });

  expect((await zendesk.call('GET', '/tickets/1')).status).toBe(503);
  expect(acme.faults.delivery).toEqual({ lose: 2 });
  expect(acme.switches.liquid).toBe('raw');
  await post('/sandbox/faults', { clear: true });
  expect(acme.faults.delivery).toEqual({});
});

test('refuses faults, switches, durations and users that it does not know', async () => {
  const { acme } = world;
  const attempts: Array<[string, unknown]> = [
    ['/sandbox/faults', { api: [{ kind: 'earthquake' }] }],
    ['/sandbox/switches', { gravity: 'off' }],
    ['/sandbox/clock', { advance: 'a while' }],
    ['/sandbox/session', { userId: 1 }],
  ];

  for (const [path, body] of attempts) {
    const answer = await send(`${acme.url}${path}`, 'POST', { body });
    expect(answer).toMatchObject({ status: 400, body: { error: 'SandboxError' } });
  }
});

test('moves the clock of all accounts over HTTP', async () => {
  const { acme, sandbox } = world;

  const { body } = await send(`${acme.url}/sandbox/clock`, 'POST', { body: { advance: '4 days' } });

  expect(body.now).toBe('2026-11-28T09:00:00Z');
  const fresh = await send(`${sandbox.account('fresh').url}/sandbox/clock`, 'GET');
  expect(fresh.body).toEqual({ now: '2026-11-28T09:00:00Z', kind: 'virtual' });
});

test('lists deliveries with request and response', async () => {
  const { acme, sandbox } = world;
  const { webhookId } = await connect(world);
  acme.comment(1, { by: 'alice', text: 'Hello?' });
  await sandbox.settle();

  const { body } = await send(`${acme.url}/sandbox/deliveries`, 'GET');

  expect(body.deliveries).toMatchObject([
    {
      webhookId,
      ticketId: 1,
      request: { body: '{"ticket_id":"1"}' },
      response: { status: 200, body: 'ok' },
    },
  ]);
});

test('keeps accounts apart', async () => {
  const { acme, sandbox, zendesk } = world;
  const fresh = sandbox.account('fresh');
  const { webhook } = await zendesk.post('/webhooks', {
    webhook: {
      name: 'W',
      endpoint: 'https://shop.example/hook',
      http_method: 'POST',
      request_format: 'json',
      status: 'active',
    },
  });

  const described = await send(`${fresh.url}/sandbox.json`, 'GET');

  expect(described.body.webhooks).toEqual([]);
  expect(described.body.tickets).toEqual([]);
  expect(JSON.stringify(described.body)).not.toContain(webhook.id);
  expect(fresh.users.alice.id).not.toBe(acme.users.alice.id);
  expect(() => sandbox.account('nobody')).toThrow('It has: acme, fresh');
});
