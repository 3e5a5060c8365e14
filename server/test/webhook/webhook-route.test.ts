import http from 'node:http';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import triggerBodies from '../../../shared/fixtures/trigger-bodies.json' with { type: 'json' };
import { PUBLIC_TEST_SECRET } from '../../src/tenant/tenant.ts';
import { MAX_BODY_BYTES } from '../../src/webhook/read-body.ts';
import { FORMER_SECRET, NOON, SECRET, startWebhookServer } from './webhook-server.ts';
import type { Delivery } from './webhook-server.ts';

const body = triggerBodies.bodies[0]!.text;
const OTHER_EVENT = 'x", "v": 1, "event": "closed", "ticket_id": "9';
const NOTHING = { invocations: [], due: [] };

/** As Zendesk renders it when nothing escapes the comment. */
const manualComment = (comment: string) =>
  body.replace(/"comment": ".*?[^\\]",/, () => `"comment": "${comment}",`);

describe('a delivery signed by Zendesk', () => {
  test.each(triggerBodies.bodies)('is stored and makes its ticket due: $name', async (delivery) => {
    const server = await startWebhookServer();

    const response = await server.deliver({ body: delivery.text });

    expect(response).toMatchObject({ status: 200, body: { received: true } });
    expect(await server.stored()).toEqual({
      invocations: [{ ticket_id: '35436', kind: delivery.event.kind, body: delivery.text }],
      due: ['35436'],
    });
    expect(await server.count('accepted')).toBe(1);
  });

  test('is accepted under the former secret while the secret is rotated', async () => {
    const server = await startWebhookServer();

    const response = await server.deliver({ body, secret: FORMER_SECRET });

    expect(response.status).toBe(200);
  });

  test('is accepted whatever its content type says', async () => {
    const server = await startWebhookServer();

    const response = await server.deliver({ body, headers: { 'content-type': 'text/plain' } });

    expect(response.status).toBe(200);
    expect((await server.stored()).invocations).toHaveLength(1);
  });

  test('is answered 200 again and stored once when it arrives twice', async () => {
    const server = await startWebhookServer();

    const responses = [await server.deliver({ body }), await server.deliver({ body })];

    expect(responses.map(({ status }) => status)).toEqual([200, 200]);
    expect((await server.stored()).invocations).toHaveLength(1);
    expect(await server.count('duplicate')).toBe(1);
  });

  test('is not answered before it is stored', async () => {
    let isAnswered = false;
    let wasAnsweredEarly: boolean | undefined;
    const server = await startWebhookServer({
      around: (inbox) => ({
        async receive(invocation) {
          // A whole round trip: an early answer would have arrived by now.
          await fetch(`${server.url}/healthz`);
          wasAnsweredEarly = isAnswered;
          return inbox.receive(invocation);
        },
      }),
    });

    await server.deliver({ body }).then(() => (isAnswered = true));

    expect(wasAnsweredEarly).toBe(false);
    expect((await server.stored()).due).toEqual(['35436']);
  });
});

describe('a delivery that is not proven', () => {
  const cases: [string, Partial<Delivery>, string][] = [
    ['has no signature', { headers: { 'x-zendesk-webhook-signature': '' } }, 'missing_signature'],
    [
      'has no timestamp',
      { headers: { 'x-zendesk-webhook-signature-timestamp': '' } },
      'missing_signature',
    ],
    ['is signed with another secret', { secret: 'of globex' }, 'wrong_signature'],
    [
      'was changed after signing',
      { headers: { 'x-zendesk-webhook-signature-timestamp': '2026-11-24T12:00:01Z' } },
      'wrong_signature',
    ],
    [
      'has a signature that is no base64',
      { headers: { 'x-zendesk-webhook-signature': 'sha256=abc' } },
      'malformed_signature',
    ],
    ['has a timestamp without a zone', { timestamp: '2026-11-24T12:00:00' }, 'malformed_signature'],
    ['has a timestamp in seconds', { timestamp: '1795521600' }, 'malformed_signature'],
    ['has an impossible timestamp', { timestamp: '2026-13-45T12:00:00Z' }, 'malformed_signature'],
    ['is too old', { timestamp: '2026-11-24T11:44:59Z' }, 'stale_signature'],
    ['is from the future', { timestamp: '2026-11-24T12:15:01Z' }, 'stale_signature'],
  ];

  test.each(cases)('is refused when it %s', async (_name, delivery, outcome) => {
    const server = await startWebhookServer();

    const response = await server.deliver({ body, ...delivery });

    expect(response).toMatchObject({ status: 401, body: { error: { code: 'signature_invalid' } } });
    expect(await server.stored()).toEqual(NOTHING);
    expect(await server.count(outcome as 'wrong_signature')).toBe(1);
    expect(server.logText()).toContain(outcome);
  });

  test.each(['2026-11-24T11:45:00Z', '2026-11-24T12:15:00Z', '2026-11-24T14:10:00+02:00'])(
    'is still accepted at the edge of the tolerance: %s',
    async (timestamp) => {
      const server = await startWebhookServer();

      expect((await server.deliver({ body, timestamp })).status).toBe(200);
    },
  );

  test('is refused while the shop has shared no signing secret', async () => {
    const server = await startWebhookServer({ signingSecrets: [] });

    expect((await server.deliver({ body, secret: '' })).status).toBe(401);
  });
});

test('no shop accepts the signature of another: an unknown slug looks like any unknown path', async () => {
  const server = await startWebhookServer();
  const headersOf = ({ headers }: { headers: Headers }) =>
    [...headers].filter(([name]) => name !== 'date');

  const unknownSlug = await server.deliver({ body, slug: 'globex' });
  const impossibleSlug = await server.deliver({ body, slug: 'No%20Slug' });
  const unknownPath = await server.deliver({ body, slug: 'acme/else' });

  for (const response of [unknownSlug, impossibleSlug]) {
    expect(response).toMatchObject({ status: 404, body: unknownPath.body });
    expect(headersOf(response)).toEqual(headersOf(unknownPath));
  }
  expect(await server.stored()).toEqual(NOTHING);
});

describe('a delivery signed with the public test secret', () => {
  test('is answered as a test and is never work', async () => {
    const server = await startWebhookServer();

    const response = await server.deliver({ body, secret: PUBLIC_TEST_SECRET });

    expect(response).toMatchObject({ status: 200, body: { test: true } });
    expect(await server.stored()).toEqual(NOTHING);
    expect(await server.count('test')).toBe(1);
  });

  test('is refused when test deliveries are switched off', async () => {
    const server = await startWebhookServer({ acceptTestDeliveries: false });

    const response = await server.deliver({ body, secret: PUBLIC_TEST_SECRET });

    expect(response.status).toBe(401);
  });
});

describe('a signed body that a comment has broken', () => {
  test.each([
    ['bare quotes', manualComment('I said "hello" to you')],
    ['a bare newline', manualComment('two\nlines')],
    ['another id', manualComment('x", "id": "9", "y": "')],
    ['a whole other event', manualComment(OTHER_EVENT)],
    ['an id in bare quotes', manualComment('what is "id": "9"?')],
    ['a forged ending', manualComment('x", "ticket_status": "closed" }')],
    ['an end in the middle', body.slice(0, 40)],
  ])('still nudges its own ticket: %s', async (_name, garbled) => {
    const server = await startWebhookServer();

    const response = await server.deliver({ body: garbled });

    expect(response.status).toBe(200);
    expect(await server.stored()).toEqual({
      invocations: [{ ticket_id: '35436', kind: 'comment', body: garbled }],
      due: ['35436'],
    });
    expect(await server.count('garbled')).toBe(1);
  });

  test('is still known as closed by its ending', async () => {
    const server = await startWebhookServer();
    const closed = '{ "id": "35436", "comment": "a "b" c", "ticket_status": "closed" }';

    await server.deliver({ body: closed });

    expect((await server.stored()).invocations).toMatchObject([{ kind: 'closed' }]);
  });

  test.each(['', 'hello', '{}', '[]', '{"id":"","comment":""}', '{"id":"abc"}', '\0\xff'])(
    'is kept but is no work when it names no ticket: %j',
    async (nameless) => {
      const server = await startWebhookServer();

      const response = await server.deliver({ body: Buffer.from(nameless, 'latin1') });

      expect(response.status).toBe(200);
      expect(await server.stored()).toMatchObject({ invocations: [{ ticket_id: null }], due: [] });
      expect(await server.count('no_ticket')).toBe(1);
    },
  );
});

test('asks Zendesk to send again when the delivery cannot be stored', async () => {
  const server = await startWebhookServer();
  await server.deliver({ body });
  await server.db.close();

  const response = await server.deliver({ body: triggerBodies.bodies[3]!.text });

  expect(response).toMatchObject({ status: 503, body: { error: { code: 'storage_unavailable' } } });
  expect(response.headers.get('retry-after')).toBe('5');
  expect(await server.count('storage_failed')).toBe(1);
});

describe('a delivery whose request times out while the database stalls', () => {
  test.each([
    ['could not be stored after all', true],
    ['was stored after all, and is sent again', false],
  ])('is answered once and counted as not stored: it %s', async (_name, isLost) => {
    const stall = Promise.withResolvers<undefined>();
    const server = await startWebhookServer({
      requestTimeoutMs: 100,
      around: (inbox) => ({
        async receive(invocation) {
          await stall.promise;
          if (isLost) throw new Error('the database went away');
          return inbox.receive(invocation);
        },
      }),
    });

    const response = await server.deliver({ body });
    stall.resolve(undefined);

    expect(response).toMatchObject({ status: 503, body: { error: { code: 'timed_out' } } });
    await expect.poll(() => server.count('storage_failed')).toBe(1);
    expect((await server.stored()).due).toEqual(isLost ? [] : ['35436']);
    expect(server.logText()).toContain('delivery timed out');
    expect(server.logText()).not.toMatch(/ERR_HTTP_HEADERS_SENT|request failed/);
  });
});

describe('a body above the limit', () => {
  test('is refused by its announced length before it is sent', async () => {
    const server = await startWebhookServer();

    const { status, sent } = await post(server.url, { announced: MAX_BODY_BYTES + 1, chunks: 0 });

    expect({ status, sent }).toEqual({ status: 413, sent: 0 });
    expect(await server.count('too_large')).toBe(1);
  });

  test('is refused as soon as it grows too large, and the rest stays unread', async () => {
    const server = await startWebhookServer();

    const { status, sent } = await post(server.url, { chunks: 1_000 });

    expect(status).toBe(413);
    expect(sent).toBeLessThan(1_000);
  });

  test('begins at one byte more than 256 KB', async () => {
    const server = await startWebhookServer();
    const full = body.padEnd(MAX_BODY_BYTES);

    expect((await server.deliver({ body: full })).status).toBe(200);
    expect((await server.deliver({ body: `${full} ` })).status).toBe(413);
  });
});

test('accepts any bytes with a right signature and refuses them with any other', async () => {
  const server = await startWebhookServer();
  const signature = fc.uint8Array({ minLength: 32, maxLength: 32 });

  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), signature, async (bytes, other) => {
      const wrong = { 'x-zendesk-webhook-signature': Buffer.from(other).toString('base64') };

      expect((await server.deliver({ body: bytes })).status).toBe(200);
      expect((await server.deliver({ body: bytes, headers: wrong })).status).toBe(401);
    }),
    { numRuns: 60 },
  );
});

test.each(triggerBodies.bodies)(
  'says at debug level which ticket a delivery was about: $name',
  async ({ text, event }) => {
    const server = await startWebhookServer();
    const headers = { 'x-zendesk-webhook-invocation-id': '01H0ABC' };

    await server.deliver({ body: text, headers });
    await server.deliver({ body: text, headers });

    const { ticketId, kind } = event;
    const told = { level: 20, tenant: 'acme', ticketId, kind, invocationId: '01H0ABC' };
    expect(server.logged('delivery stored')).toEqual([
      { ...told, outcome: 'accepted', time: expect.any(Number), msg: 'delivery stored' },
      { ...told, outcome: 'duplicate', time: expect.any(Number), msg: 'delivery stored' },
    ]);
  },
);

test('logs no word of the customer, however a delivery ends', async () => {
  const server = await startWebhookServer();
  const secretive = manualComment('my PASSWORD is hunter2');

  await server.deliver({ body: secretive });
  await server.deliver({ body: secretive, secret: 'wrong' });
  await server.deliver({ body: secretive, timestamp: '2020-01-01T00:00:00Z' });
  await server.deliver({ body: secretive, slug: 'globex' });
  await server.deliver({ body: secretive.replace('PASSWORD', '"PASSWORD"') });
  await server.deliver({ body: 'my PASSWORD is hunter2' });
  await server.db.close();
  await server.deliver({ body: `${secretive} ` });

  expect(server.logText()).toContain('delivery could not be stored');
  expect(server.logText()).not.toContain('"slug":');
  expect(server.logText()).not.toMatch(/PASSWORD|hunter2/);
  expect(server.logText()).not.toContain(SECRET);
});

test('the clock of the server decides what is stale', async () => {
  const server = await startWebhookServer();
  const timestamp = '2026-11-24T12:00:00Z';
  server.clock.now = NOON + 16 * 60_000;

  expect((await server.deliver({ body, timestamp })).status).toBe(401);
});

/** Sends chunks of 64 KB for as long as the server takes them; announces a length when told to. */
function post(url: string, { announced, chunks }: { announced?: number; chunks: number }) {
  return new Promise<{ status: number | undefined; sent: number }>((resolve, reject) => {
    const chunk = Buffer.alloc(64 * 1024, 'a');
    let sent = 0;
    let status: number | undefined;
    const req = http.request(`${url}/zendesk_webhook/acme`, {
      method: 'POST',
      headers: announced === undefined ? {} : { 'content-length': announced },
    });
    const send = (): void => {
      if (status !== undefined || sent >= chunks) return;
      sent += 1;
      req.write(chunk, send);
    };
    req.on('response', (res) => {
      status = res.statusCode;
      res.resume().on('close', () => resolve({ status, sent }));
    });
    // A reset after the answer is the server hanging up on us.
    req.on('error', (error) => (status === undefined ? reject(error) : undefined));
    req.flushHeaders();
    send();
  });
}

test('logs a flood of bad signatures once a minute with their number, and counts each', async () => {
  const server = await startWebhookServer();
  const forge = async (times: number) => {
    for (let n = 0; n < times; n += 1) await server.deliver({ body, secret: 'a guess' });
  };
  const refusals = () => server.logged('deliveries refused');

  await forge(5);
  expect(refusals()).toMatchObject([{ tenant: 'acme', outcome: 'wrong_signature', count: 1 }]);
  server.clock.now += 60_000;
  await forge(2);

  expect(refusals()).toMatchObject([{ count: 1 }, { count: 5 }]);
  expect(await server.count('wrong_signature')).toBe(7);

  server.flushRefusals();
  server.flushRefusals();
  expect(refusals()).toMatchObject([{ count: 1 }, { count: 5 }, { count: 1 }]);
});

test('logs once a minute how many deliveries name a slug of no shop, and some of these slugs', async () => {
  const server = await startWebhookServer();
  const deliverTo = async (...slugs: string[]) => {
    for (const slug of slugs) await server.deliver({ body, slug });
  };
  const lines = () => server.logged('deliveries for unknown slugs');

  await deliverTo('acne', 'acne', 'No%20Slug', 'PASSWORD', 'b', 'c', 'd', 'e', 'f', 'g');
  expect(lines()).toMatchObject([{ slugs: ['acne'], count: 1, level: 40 }]);
  server.clock.now += 60_000;
  await deliverTo('acne');

  expect(lines()).toMatchObject([{}, { slugs: ['acne', 'b', 'c', 'd', 'e'], count: 10 }]);
  expect(server.logText()).not.toMatch(/PASSWORD|No%20Slug/);
  expect(await server.count('unknown_tenant')).toBe(11);

  await deliverTo('h');
  server.flushRefusals();
  server.flushRefusals();
  expect(lines()).toMatchObject([{}, {}, { slugs: ['h'], count: 1 }]);
});
