import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { MAX_ANSWER_BYTES } from '../../src/zendesk/http-exchange.ts';
import {
  hasUnknownFate,
  isClosedTicket,
  isConflict,
  isCredentialProblem,
  isNotFound,
  isRateLimited,
} from '../../src/zendesk/zendesk-error.ts';
import { fakeZendesk } from './fake-zendesk.ts';
import type { Answer } from './fake-zendesk.ts';
import { testClient, testClock } from './test-client.ts';
import { alice, commentBody, ticketBody } from './zendesk-bodies.ts';

const ROUTE = 'PUT /api/v2/tickets/35436';

/** The URL of a server that has stopped. */
async function nobodyListens(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${port}`;
}

/** The error of a ticket update that Zendesk answers like this; a busy machine may take its time to. */
async function updateError(answer: Answer, timeoutMs = 10_000): Promise<unknown> {
  const zendesk = await fakeZendesk({ [ROUTE]: answer });
  const update = testClient(zendesk.url, { timeoutMs }).updateTicket('35436', { turnId: 't' });
  const error: unknown = await update.then(
    () => expect.fail('the update succeeded'),
    (reason: unknown) => reason,
  );
  expect(zendesk.seen).toHaveLength(1);
  return error;
}

test('tells a closed ticket from other refusals', async () => {
  const error = await updateError({
    status: 422,
    body: {
      error: 'RecordInvalid',
      description: 'Record validation errors',
      details: { status: [{ description: 'Status: closed prevents ticket update' }] },
    },
  });

  expect(isClosedTicket(error)).toBe(true);
  expect(error).toMatchObject({
    status: 422,
    fate: 'refused',
    retryable: false,
    message:
      'Zendesk answered 422 Unprocessable Entity: PUT /api/v2/tickets/35436 (Status: closed prevents ticket update)',
  });
});

test('lists every required field that kept a ticket from being solved', async () => {
  const error = await updateError({
    status: 422,
    body: {
      error: 'RecordInvalid',
      details: {
        base: [
          { description: 'Assignee: is required when solving a ticket', error: null },
          { description: 'Category: is required when solving a ticket', error: null },
        ],
      },
    },
  });

  expect(isClosedTicket(error)).toBe(false);
  expect(error).toMatchObject({
    code: 'invalid',
    details: [
      'Assignee: is required when solving a ticket',
      'Category: is required when solving a ticket',
    ],
  });
});

test.each([
  ['a string', { error: "Couldn't authenticate you" }, "Couldn't authenticate you"],
  [
    'an object',
    { error: { title: 'Forbidden', message: 'You do not have access' } },
    'You do not have access',
  ],
  [
    'an array',
    { errors: [{ code: 'X', title: 'Limit', detail: 'Limit reached' }] },
    'Limit reached',
  ],
  ['a description', { error: 'RecordNotFound', description: 'Not found' }, 'Not found'],
])('reads an error that is %s', async (_, body, words) => {
  expect(await updateError({ status: 403, body })).toMatchObject({
    code: 'forbidden',
    details: [words],
  });
});

test('keeps e-mail addresses out of its message', async () => {
  const body = { error: 'RecordInvalid', description: 'Email: alice@example.com is already used' };

  expect(await updateError({ status: 422, body })).toMatchObject({
    details: ['Email: <e-mail> is already used'],
  });
});

test.each([
  [409, isConflict, { code: 'conflict', fate: 'refused', retryable: true }],
  [404, isNotFound, { code: 'not_found', fate: 'refused', retryable: false }],
  [403, isCredentialProblem, { code: 'forbidden', fate: 'refused', retryable: false }],
  [
    429,
    isRateLimited,
    { code: 'rate_limited', fate: 'refused', retryable: true, retryAfterMs: 93_000 },
  ],
  [408, hasUnknownFate, { code: 'timeout', fate: 'unknown', retryable: true }],
  [500, hasUnknownFate, { code: 'server_error', fate: 'unknown', retryable: true }],
  [502, hasUnknownFate, { code: 'server_error', fate: 'unknown', retryable: true }],
])('sends a write once and says what a %i means', async (status, predicate, fields) => {
  const error = await updateError({
    status,
    headers: { 'retry-after': '93' },
    body: '<html>Oops</html>',
  });

  expect(predicate(error)).toBe(true);
  expect(error).toMatchObject({ status, details: [], ...fields });
});

test.each([
  ['never answered', { fault: 'hang' }, 'timeout'],
  ['dropped', { fault: 'drop' }, 'connection_failed'],
  ['answered with HTML', { body: '<html></html>' }, 'unexpected_answer'],
] as const)('does not know the fate of a write that was %s', async (_, answer, code) => {
  // Long enough for the request to arrive, short enough to wait for.
  expect(await updateError(answer, 2_000)).toMatchObject({ code, fate: 'unknown' });
});

test('knows that a write never left when nobody listens', async () => {
  const update = testClient(await nobodyListens()).updateTicket('1', { turnId: 't' });

  await expect(update).rejects.toMatchObject({
    code: 'connection_failed',
    fate: 'not_sent',
    retryable: true,
  });
});

test('follows no redirect, so that credentials stay with the configured account', async () => {
  const other = await fakeZendesk({ 'GET /api/v2/tickets/1': { body: { ticket: ticketBody() } } });
  const zendesk = await fakeZendesk({
    'GET /api/v2/tickets/1': {
      status: 302,
      headers: { location: `${other.url}/api/v2/tickets/1` },
    },
  });

  await expect(testClient(zendesk.url).getTicket('1')).rejects.toMatchObject({
    code: 'unexpected_answer',
    status: 302,
  });
  expect(other.seen).toEqual([]);
});

test('repeats a read twice with growing pauses, then succeeds', async () => {
  const clock = testClock();
  const zendesk = await fakeZendesk({
    'GET /api/v2/tickets/1': [
      { status: 502 },
      { fault: 'drop' },
      { body: { ticket: ticketBody() } },
    ],
  });

  await testClient(zendesk.url, { clock }).getTicket('1');

  expect(zendesk.seen).toHaveLength(3);
  expect(clock.slept).toEqual([150, 300]);
});

test('gives up a read after the third failure', async () => {
  const zendesk = await fakeZendesk({ 'GET /api/v2/tickets/1': { status: 500 } });

  await expect(testClient(zendesk.url).getTicket('1')).rejects.toMatchObject({
    code: 'server_error',
  });
  expect(zendesk.seen).toHaveLength(3);
});

test('never repeats a read that Zendesk refused', async () => {
  const zendesk = await fakeZendesk({
    'GET /api/v2/tickets/1': { status: 404, body: { error: 'RecordNotFound' } },
  });

  await expect(testClient(zendesk.url).getTicket('1')).rejects.toMatchObject({ code: 'not_found' });
  expect(zendesk.seen).toHaveLength(1);
});

test('waits a short Retry-After and leaves a long one to the caller', async () => {
  const clock = testClock();
  const slowDown = (seconds: string) => ({ status: 429, headers: { 'retry-after': seconds } });
  const zendesk = await fakeZendesk({
    'GET /api/v2/tickets/1': [slowDown('2'), { body: { ticket: ticketBody() } }],
    'GET /api/v2/tickets/2/comments': slowDown('90'),
  });
  const client = testClient(zendesk.url, { clock });

  await client.getTicket('1');
  expect(clock.slept.reduce((sum, ms) => sum + ms, 0)).toBe(2_000);

  await expect(client.newestComments('2')).rejects.toMatchObject({
    code: 'rate_limited',
    retryAfterMs: 90_000,
  });
  expect(zendesk.seen).toHaveLength(3);
});

test.each([
  ['no audit', {}],
  ['null for an audit', { audit: null }],
  ['an audit that cannot be read', { audit: { id: 'x' } }],
])('takes a write that was answered with %s for made, its comment unknown', async (_, rest) => {
  const zendesk = await fakeZendesk({ [ROUTE]: { body: { ticket: ticketBody(), ...rest } } });

  const written = await testClient(zendesk.url).updateTicket('35436', { turnId: 't' });

  expect(written.ticket.id).toBe('35436');
  expect(written.audit).toBeUndefined();
  expect(written.commentId).toBeUndefined();
});

/** As a hostile or broken account may answer. */
const ENDLESS = Buffer.alloc(MAX_ANSWER_BYTES + 1, ' ');
const PACKED = { body: gzipSync(ENDLESS), headers: { 'content-encoding': 'gzip' } };

test.each([
  ['plain', ENDLESS, {}],
  ['packed', PACKED.body, PACKED.headers],
])(
  'gives up on an answer beyond all measure that came %s, and reads it once',
  async (_, body, headers) => {
    const zendesk = await fakeZendesk({ 'GET /api/v2/tickets/1': { body, headers } });

    await expect(
      testClient(zendesk.url, { timeoutMs: 20_000 }).getTicket('1'),
    ).rejects.toMatchObject({
      code: 'answer_too_large',
      status: 200,
      retryable: false,
      message: 'Zendesk answered 200 with more than 32 MB: GET /api/v2/tickets/1',
    });
    expect(zendesk.seen).toHaveLength(1);
  },
);

test('takes a refusal for what its status says, however long its words are', async () => {
  const error = await updateError({ status: 503, body: ENDLESS });

  expect(error).toMatchObject({ code: 'server_error', fate: 'unknown', details: [] });
});

test('reads a long answer in several parts as it is', async () => {
  const subject = 'é€👍'.repeat(300_000);
  const zendesk = await fakeZendesk({
    'GET /api/v2/tickets/1': { body: { ticket: ticketBody({ subject }) } },
  });

  expect((await testClient(zendesk.url).getTicket('1')).subject).toBe(subject);
});

test('asks for fewer articles at once when a page of them is too large', async () => {
  const zendesk = await fakeZendesk({
    'GET /api/v2/help_center/en-us/articles': ({ query }) =>
      query.get('page[size]') === '100'
        ? PACKED
        : { body: { articles: [], meta: { has_more: true, after_cursor: 'next' } } },
  });

  const page = await testClient(zendesk.url, { timeoutMs: 20_000 }).articles({
    locale: 'en-us',
    cursor: 'here',
  });

  expect(page.cursor).toBe('next');
  expect(zendesk.seen.map(({ query }) => query.toString())).toEqual([
    'page%5Bsize%5D=100&page%5Bafter%5D=here',
    'page%5Bsize%5D=10&page%5Bafter%5D=here',
  ]);
});

/** More than ten of its comments are too large. */
const LARGE_COMMENTS = {
  'GET /api/v2/tickets/1/comments': ({ query }: { query: URLSearchParams }) =>
    Number(query.get('page[size]')) > 10
      ? PACKED
      : { body: { comments: [commentBody()], users: [alice], meta: { has_more: true } } },
};

test.each([undefined, 20])(
  'asks for the ten newest comments when a page of %s is too large',
  async (limit) => {
    const zendesk = await fakeZendesk(LARGE_COMMENTS);

    const page = await testClient(zendesk.url, { timeoutMs: 20_000 }).newestComments('1', limit);

    expect(page).toMatchObject({ comments: [{ id: '1274' }], hasMore: true });
    expect([...page.users.keys()]).toEqual([String(alice.id)]);
    expect(zendesk.seen.map(({ query }) => Object.fromEntries(query))).toEqual([
      { 'page[size]': String(limit ?? 100), sort: '-created_at', include: 'users' },
      { 'page[size]': '10', sort: '-created_at', include: 'users' },
    ]);
  },
);

test.each([
  [100, ['100', '10']],
  [10, ['10']],
])('gives up when %i comments are too large, and ten as well', async (limit, sizes) => {
  const zendesk = await fakeZendesk({ 'GET /api/v2/tickets/1/comments': PACKED });

  await expect(
    testClient(zendesk.url, { timeoutMs: 20_000 }).newestComments('1', limit),
  ).rejects.toMatchObject({ code: 'answer_too_large' });
  expect(zendesk.seen.map(({ query }) => query.get('page[size]'))).toEqual(sizes);
});

test('reports every request that left, without query or body', async () => {
  const reports: object[] = [];
  const zendesk = await fakeZendesk({
    'GET /api/v2/tickets/1/comments': [{ fault: 'drop' }, { body: { comments: [], users: [] } }],
  });

  await testClient(zendesk.url, { onCall: (report) => void reports.push(report) }).newestComments(
    '1',
  );

  expect(reports).toMatchObject([
    { method: 'GET', path: '/api/v2/tickets/1/comments', status: undefined },
    { method: 'GET', path: '/api/v2/tickets/1/comments', status: 200 },
  ]);
});
