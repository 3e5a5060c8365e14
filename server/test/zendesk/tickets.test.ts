import { expect, test } from 'vitest';
import { fakeZendesk } from './fake-zendesk.ts';
import { testClient } from './test-client.ts';
import { alice, assistant, auditBody, bob, commentBody, ticketBody } from './zendesk-bodies.ts';

test('reads a ticket in our words, ids as strings and its stamp as Zendesk wrote it', async () => {
  const zendesk = await fakeZendesk({
    'GET /api/v2/tickets/35436': { body: { ticket: ticketBody({ from_messaging_channel: true }) } },
  });

  const ticket = await testClient(zendesk.url).getTicket('35436');

  expect(ticket).toMatchObject({
    id: '35436',
    status: 'open',
    subject: 'Refund',
    tags: ['vip'],
    requesterId: String(alice.id),
    assigneeId: undefined,
    updatedAt: '2026-11-23T17:32:11Z',
    isMessaging: true,
    isPublic: true,
  });
  expect([...ticket.customFields]).toEqual([
    ['27642', null],
    ['27643', 'state'],
    ['27644', null],
  ]);
});

test('reads the newest comments with their users, in one call', async () => {
  const zendesk = await fakeZendesk({
    'GET /api/v2/tickets/35436/comments': {
      body: {
        comments: [
          commentBody({
            id: 1276,
            author_id: assistant.id,
            public: false,
            plain_body: '  A note \n',
            via: { channel: 'api' },
            metadata: { system: {}, custom: { smart_assistant: { turn: 'turn-1' } } },
          }),
          commentBody({ plain_body: '', attachments: [{ file_name: 'crash.log', size: 2532 }] }),
        ],
        users: [alice, bob, assistant],
        meta: { has_more: true, after_cursor: 'abc' },
      },
    },
  });

  const page = await testClient(zendesk.url).newestComments('35436', 50);

  expect(Object.fromEntries(zendesk.seen[0]!.query)).toEqual({
    'page[size]': '50',
    sort: '-created_at',
    include: 'users',
  });
  expect(page.hasMore).toBe(true);
  expect(page.users.get(String(bob.id))).toMatchObject({ role: 'agent', isSuspended: false });
  expect(page.comments).toMatchObject([
    { id: '1276', isPublic: false, text: 'A note', turnId: 'turn-1', viaChannel: 'api' },
    {
      id: '1274',
      isPublic: true,
      text: '',
      turnId: undefined,
      attachmentCount: 1,
      attachmentNames: ['crash.log'],
    },
  ]);
});

test('writes comment, status, tags, field and turn in one guarded update', async () => {
  const zendesk = await fakeZendesk({
    'PUT /api/v2/tickets/35436': {
      body: { ticket: ticketBody({ status: 'pending' }), audit: auditBody() },
    },
  });

  const written = await testClient(zendesk.url).updateTicket('35436', {
    comment: { htmlBody: '<p>Hi</p>', isPublic: true },
    status: 'pending',
    tags: ['vip', 'answered'],
    customFields: { '27642': 'signed' },
    turnId: 'turn-1',
    updatedStamp: '2026-11-23T17:32:11Z',
  });

  expect(zendesk.seen).toHaveLength(1);
  expect(zendesk.seen[0]!.headers['content-type']).toBe('application/json');
  expect(zendesk.seen[0]!.body).toEqual({
    ticket: {
      comment: { html_body: '<p>Hi</p>', public: true },
      status: 'pending',
      tags: ['vip', 'answered'],
      custom_fields: [{ id: 27642, value: 'signed' }],
      metadata: { smart_assistant: { turn: 'turn-1' } },
      safe_update: true,
      updated_stamp: '2026-11-23T17:32:11Z',
    },
  });
  expect(written).toMatchObject({
    commentId: '1275',
    authorId: String(assistant.id),
    ticket: { status: 'pending' },
  });
});

test('leaves safe_update out of an unguarded update, because false means true to Zendesk', async () => {
  const zendesk = await fakeZendesk({
    'PUT /api/v2/tickets/35436': {
      body: { ticket: ticketBody(), audit: auditBody({ events: [] }) },
    },
  });

  const written = await testClient(zendesk.url).updateTicket('35436', { turnId: 'turn-2' });

  expect(zendesk.seen[0]!.body).toEqual({
    ticket: { metadata: { smart_assistant: { turn: 'turn-2' } } },
  });
  expect(written.commentId).toBeUndefined();
});

test('finds the update of a turn on a later page of audits', async () => {
  const other = { metadata: { custom: {} } };
  const zendesk = await fakeZendesk({
    'GET /api/v2/tickets/35436/audits': [
      { body: { audits: [auditBody(other)], meta: { has_more: true, after_cursor: 'next' } } },
      { body: { audits: [auditBody({ id: 9002 })], meta: { has_more: false } } },
    ],
  });

  const audit = await testClient(zendesk.url).findTurn('35436', 'turn-1');

  expect(audit).toMatchObject({ id: '9002', commentId: '1275' });
  expect(zendesk.seen.map(({ query }) => query.get('page[after]'))).toEqual([null, 'next']);
});

test('says that a turn never landed only after reading every audit', async () => {
  const zendesk = await fakeZendesk({
    'GET /api/v2/tickets/35436/audits': {
      body: { audits: [auditBody()], meta: { has_more: false } },
    },
  });

  expect(await testClient(zendesk.url).findTurn('35436', 'turn-2')).toBeUndefined();
});

test('looks for a turn no further back than it was sent, when the newest audits come first', async () => {
  const page = (...createdAt: string[]) => ({
    audits: createdAt.map((created_at) => auditBody({ created_at })),
    meta: { has_more: true, after_cursor: 'next' },
  });
  const zendesk = await fakeZendesk({
    'GET /api/v2/tickets/35436/audits': [
      { body: page('2026-11-24T09:00:00Z', '2026-11-24T08:50:00Z') },
      { body: page('2026-11-24T08:46:00Z', '2026-11-24T08:44:00Z') },
    ],
  });

  const since = Date.parse('2026-11-24T09:00:00Z');
  expect(await testClient(zendesk.url).findTurn('35436', 'turn-2', since)).toBeUndefined();
  expect(zendesk.seen).toHaveLength(2);
});

test('refuses to say whether a turn landed when a ticket has more audits than it reads', async () => {
  const zendesk = await fakeZendesk({
    'GET /api/v2/tickets/35436/audits': {
      body: { audits: [], meta: { has_more: true, after_cursor: 'on' } },
    },
  });

  await expect(testClient(zendesk.url).findTurn('35436', 'turn-2')).rejects.toMatchObject({
    code: 'unexpected_answer',
  });
});

test('lists changed tickets from a time, then from the cursor it was given', async () => {
  const zendesk = await fakeZendesk({
    'GET /api/v2/incremental/tickets/cursor': {
      body: {
        tickets: [ticketBody({ generated_timestamp: 1 })],
        after_cursor: 'c1',
        end_of_stream: true,
      },
    },
  });
  const client = testClient(zendesk.url);

  const first = await client.changedTickets({ startTime: 1_795_000_000 });
  await client.changedTickets({ cursor: first.cursor! });

  expect(first).toEqual({
    tickets: [{ id: '35436', status: 'open', tags: ['vip'], updatedAt: '2026-11-23T17:32:11Z' }],
    cursor: 'c1',
    isAtEnd: true,
  });
  expect(zendesk.seen.map(({ query }) => Object.fromEntries(query))).toEqual([
    { start_time: '1795000000', per_page: '100' },
    { cursor: 'c1', per_page: '100' },
  ]);
});

test('lists help articles page by page and tells who may read them', async () => {
  const article = (overrides: object) => ({
    id: 20_728_574_273_428,
    locale: 'en-us',
    title: 'Refunds',
    html_url: 'https://acme.example/hc/en-us/articles/1',
    body: '<p>Money back</p>',
    draft: false,
    user_segment_id: null,
    updated_at: '2026-01-08T05:10:10Z',
    ...overrides,
  });
  const zendesk = await fakeZendesk({
    'GET /api/v2/help_center/en-us/articles': [
      {
        body: {
          articles: [article({}), article({ draft: true })],
          meta: { has_more: true, after_cursor: 'n' },
        },
      },
      {
        body: {
          articles: [article({ user_segment_id: 7, body: null })],
          meta: { has_more: false },
        },
      },
    ],
  });
  const client = testClient(zendesk.url);

  const first = await client.articles({ locale: 'en-us' });
  const second = await client.articles({ locale: 'en-us', cursor: first.cursor! });

  expect(first.articles.map(({ isForEveryone }) => isForEveryone)).toEqual([true, false]);
  expect(second.articles).toMatchObject([{ body: '', isForEveryone: false }]);
  expect(second.cursor).toBeUndefined();
});

test('reads a signing secret and makes any other call for set-up', async () => {
  const zendesk = await fakeZendesk({
    'GET /api/v2/webhooks/01HZ/signing_secret': {
      body: { signing_secret: { algorithm: 'SHA256', secret: 'kZ==' } },
    },
    'PATCH /api/v2/webhooks/01HZ': { status: 204 },
    'GET /api/v2/help_center/locales': {
      body: { locales: ['en-US', 'es'], default_locale: 'en-us' },
    },
  });
  const client = testClient(zendesk.url);

  expect(await client.signingSecret('01HZ')).toBe('kZ==');
  expect(
    await client.call({ method: 'PATCH', path: '/api/v2/webhooks/01HZ', body: { webhook: {} } }),
  ).toBeNull();
  expect(await client.locales()).toEqual({ locales: ['en-us', 'es'], defaultLocale: 'en-us' });
});
