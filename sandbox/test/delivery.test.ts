import { expect, test } from 'vitest';
import { connect, freshWorld } from './set-up.ts';

const world = freshWorld({ clock: 'virtual' });

/** One public comment, and everything that follows from it without moving the clock. */
async function comment(text = 'Hello?') {
  world.acme.comment(1, { by: 'alice', text });
  await world.sandbox.settle();
}

const last = () => world.acme.deliveries.at(-1)!;

test.each([400, 401, 404, 500, 502, 504])(
  'loses the event when it is answered %i',
  async (status) => {
    const { sandbox, receiver } = world;
    await connect(world);
    receiver.answers.push({ status });

    await comment();
    await sandbox.advance('1 hour');

    expect(receiver.received).toHaveLength(1);
    expect(last().status).toBe(status < 500 ? 'client error' : 'server error');
  },
);

test('retries a 409 three times and then gives up', async () => {
  const { sandbox, receiver } = world;
  await connect(world);
  receiver.answers.push(...Array.from({ length: 5 }, () => ({ status: 409 })));

  await comment();
  expect(receiver.received).toHaveLength(1);
  await sandbox.advance('1 hour');

  expect(receiver.received).toHaveLength(4);
  expect(last()).toMatchObject({ status: 'client error' });
});

test('retries 503 and 429 only after a Retry-After below a minute', async () => {
  const { sandbox, receiver } = world;
  await connect(world);
  receiver.answers.push({ status: 503, headers: { 'retry-after': '30' } });

  await comment();
  await sandbox.advance('29 s');
  expect(receiver.received).toHaveLength(1);
  await sandbox.advance('1 s');
  expect(receiver.received).toHaveLength(2);
  expect(last().status).toBe('success');

  for (const headers of [{}, { 'retry-after': '60' }]) {
    receiver.answers.push({ status: 429, headers: headers as Record<string, string> });
    await comment();
    await sandbox.advance('1 hour');
  }
  expect(receiver.received).toHaveLength(4);
  expect(last().status).toBe('client error');
});

test('retries a request that timed out five times', async () => {
  const { acme, sandbox, receiver } = world;
  await connect(world);
  acme.switches.webhookTimeoutMs = 100;
  receiver.answers.push(...Array.from({ length: 9 }, () => null));

  await comment();
  await sandbox.advance('1 hour');

  // On a busy machine the time may be up before a request has arrived.
  expect(last().attempts.map(({ status }) => status)).toEqual(Array(6).fill('timeout'));
  expect(receiver.received.length).toBeGreaterThan(0);
  expect(last().status).toBe('timeout');
});

test('loses the event when nobody listens', async () => {
  const { receiver } = world;
  await connect(world);
  await receiver.stop();

  await comment();

  expect(last()).toMatchObject({ status: 'failed', request: { method: 'POST' }, response: null });
  expect(last().attempts[0]!.error).toContain('ECONNREFUSED');
});

test('follows no redirect, unless switched', async () => {
  const { acme, receiver } = world;
  await connect(world);
  const redirect = { status: 307, headers: { location: `${receiver.url}/moved` } };
  receiver.answers.push(redirect);
  await comment();
  expect(last().status).toBe('failed');

  acme.switches.followRedirects = true;
  receiver.answers.push(redirect);
  await comment();

  expect(receiver.received.map(({ path }) => path).at(-1)).toBe('/zendesk_webhook/acme/moved');
  expect(last().status).toBe('success');
});

test('keeps the invocation id of a retry and signs it anew, or not, by switch', async () => {
  const { acme, sandbox, receiver } = world;
  await connect(world);
  for (const anew of [true, false]) {
    acme.switches.retriesSignedAnew = anew;
    receiver.answers.push({ status: 409 });
    await comment();
    await sandbox.advance('10 s');

    const [first, second] = receiver.received.splice(0).map(({ headers }) => headers);
    const id = 'x-zendesk-webhook-invocation-id';
    const stamp = 'x-zendesk-webhook-signature-timestamp';
    expect(second![id]).toBe(first![id]);
    expect(second![stamp] !== first![stamp]).toBe(anew);
  }
});

test('stops sending for a while when most requests of five minutes failed', async () => {
  const { acme, sandbox, receiver } = world;
  await connect(world);
  acme.switches.circuitOpenMs = 30_000;
  receiver.answers.push(...Array.from({ length: 20 }, () => ({ status: 500 })));
  for (let count = 0; count < 20; count += 1) await comment();

  await comment();
  expect(last()).toMatchObject({ status: 'circuit broken', attempts: [] });
  expect(receiver.received).toHaveLength(20);

  await sandbox.advance('30 s');
  await comment();
  expect(last().status).toBe('success');
});

test('throttles a trial account at 60 invocations a minute', async () => {
  const { acme, sandbox, receiver } = world;
  await connect(world);
  acme.switches.trial = true;

  for (let count = 0; count < 61; count += 1) {
    acme.comment(1, { by: 'alice', text: `Number ${count}` });
  }
  await sandbox.settle();

  expect(receiver.received).toHaveLength(60);
  expect(last().status).toBe('throttled');
});

test('sends nothing when the payload reaches 256 KB', async () => {
  const { acme, receiver } = world;
  acme.switches.liquid = 'escape';
  const twice = '{{ticket.latest_public_comment}}'.repeat(5);
  await connect(world, { body: `{"comment":"${twice}"}` });

  await comment('x'.repeat(60_000));

  expect(receiver.received).toEqual([]);
  expect(last().status).toBe('failed');
});

test('loses, duplicates and reorders deliveries on demand', async () => {
  const { acme, sandbox, receiver } = world;
  await connect(world, { body: '{"text":"{{ticket.latest_public_comment}}"}' });
  acme.faults.delivery = { lose: 1 };
  await comment('lost');
  expect(last()).toMatchObject({ lost: true, attempts: [] });

  acme.faults.delivery = { duplicate: 1 };
  await comment('twice');
  expect(new Set(receiver.received.map(({ body }) => body))).toEqual(new Set(['{"text":"twice"}']));
  expect(receiver.received).toHaveLength(2);

  receiver.received.splice(0);
  acme.faults.delivery = { reorder: true };
  for (const text of ['a', 'b', 'c']) acme.comment(1, { by: 'alice', text });
  await sandbox.settle();
  expect(receiver.received.map(({ body }) => JSON.parse(body).text)).toEqual(['c', 'b', 'a']);
});

test('renders a body when its trigger fires, or when the request leaves, by switch', async () => {
  const { acme, sandbox, receiver } = world;
  await connect(world, { body: '{{ticket.latest_public_comment}}' });
  for (const renderAt of ['trigger', 'delivery'] as const) {
    acme.switches.renderAt = renderAt;
    acme.comment(1, { by: 'alice', text: 'first' });
    acme.comment(1, { by: 'alice', text: 'second' });
    await sandbox.settle();
  }

  const bodies = receiver.received.map(({ body }) => body);
  expect(bodies.slice(0, 2).sort()).toEqual(['first', 'second']);
  expect(bodies.slice(2)).toEqual(['second', 'second']);
});

test.each(['application/json', 'application/json; charset=utf-8'] as const)(
  'sends JSON as %s, by switch',
  async (contentType) => {
    const { acme, receiver } = world;
    await connect(world);
    acme.switches.contentType = contentType;

    await comment();

    expect(receiver.received[0]!.headers['content-type']).toBe(contentType);
  },
);
