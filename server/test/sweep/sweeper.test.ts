import { Writable } from 'node:stream';
import type { Mode } from '@smart-assistant/shared/conversation-state.ts';
import type { TicketEvent } from '@smart-assistant/shared/ticket-event.ts';
import { expect, test } from 'vitest';
import { initialState } from '../../src/assistant/evolve.ts';
import type { Conversation } from '../../src/conversation/conversation.ts';
import type { Database } from '../../src/db/database.ts';
import { createFigures } from '../../src/figures.ts';
import { createLogger } from '../../src/logger.ts';
import { createMetrics } from '../../src/metrics.ts';
import { createSweepStore } from '../../src/sweep/sweep-store.ts';
import { SWEEP_EVERY_MS } from '../../src/sweep/run-sweep.ts';
import { createSweeper } from '../../src/sweep/sweeper.ts';
import { createTenantStore } from '../../src/tenant/tenant-store.ts';
import { createZendeskClient } from '../../src/zendesk/client.ts';
import { invocation, startInbox, testClock } from '../support/inbox.ts';
import { createTestDatabase, openAgain } from '../support/test-database.ts';
import { fakeZendesk } from '../zendesk/fake-zendesk.ts';
import { apiToken } from '../zendesk/test-client.ts';
import { alice, assistant, bob, commentBody, ticketBody } from '../zendesk/zendesk-bodies.ts';

const EXPORT = 'GET /api/v2/incremental/tickets/cursor';
const COMMENTS = 'GET /api/v2/tickets/35436/comments';
const NOON = Date.parse('2026-11-24T12:00:00Z');
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

type Routes = Parameters<typeof fakeZendesk>[0];

const page = (tickets: object[], cursor = 'next', atEnd = true) => ({
  body: { tickets, after_cursor: cursor, end_of_stream: atEnd },
});
const nothing = page([]);
/** The account as set-up leaves it. */
const webhooks = (...list: object[]) => ({ body: { webhooks: list } });
const ourWebhook = { id: 'OURS', endpoint: 'https://sa.example/zendesk_webhook/acme' };
const comments = {
  ...{ id: 1, title: 'Notify Assistant on new comment', active: true },
  conditions: { all: [{ field: 'comment_is_public', operator: 'is', value: 'true' }], any: [] },
  actions: [{ field: 'notification_webhook', value: ['OURS', '{"event":"public_comment"}'] }],
};
const triggers = (...list: object[]) => ({ body: { triggers: list } });
const TRIGGERS = 'GET /api/v2/triggers';
const WEBHOOKS = 'GET /api/v2/webhooks';
const setUp: Routes = {
  [WEBHOOKS]: webhooks(ourWebhook),
  [`${WEBHOOKS}/OURS/invocations`]: { body: { invocations: [] } },
  // One that is not as Zendesk documents it is no reason to see none.
  [TRIGGERS]: triggers({ id: 'odd', title: 7 }, comments),
};

const newQuestion = {
  [EXPORT]: [page([ticketBody({ updated_at: '2026-11-24T12:01:00Z' })]), nothing],
  [COMMENTS]: { body: { comments: [commentBody({ created_at: '2026-11-24T12:01:00Z' })] } },
};

/** A server process with its own connection, and the shop acme, whose Zendesk answers what the test says. */
async function startProcess(url: string, zendeskUrl: string, clock: () => number) {
  const db = await openAgain(url);
  const lines: string[] = [];
  const destination = new Writable({
    write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()),
  });
  const logger = createLogger({ level: 'info', destination });
  const tenants = createTenantStore({ db, masterKey: new Uint8Array(32), now: clock });
  const tenant = await tenants.save({
    slug: 'acme',
    zendeskUrl,
    credentials: apiToken,
    signingSecrets: [],
    stateFieldId: '1',
    // Deleted in Zendesk since; another webhook has its endpoint.
    webhookId: 'FORMER',
  });
  const zendesk = createZendeskClient({
    baseUrl: zendeskUrl,
    credentials: apiToken,
    timeoutMs: 2_000,
    now: clock,
    sleep: () => Promise.resolve(),
  });
  const inbox = await startInbox(db, clock, { debounceMs: 0 });
  const figures = createFigures(db, clock);
  const store = createSweepStore({ db, inbox, figures, now: clock });
  const sweeper = createSweeper({
    db,
    store,
    figures,
    tenantCalls: () => Promise.resolve({ tenant, zendesk: zendesk.background }),
    publicUrl: () => 'https://sa.example',
    metrics: createMetrics(),
    logger,
    now: clock,
  });
  return { db, tenants, tenant, inbox, figures, store, sweeper, warnings: () => lines };
}

async function shop(routes: Routes) {
  const clock = testClock(NOON);
  const zendesk = await fakeZendesk({ ...setUp, ...routes });
  const url = await createTestDatabase();
  const process = await startProcess(url, zendesk.url, clock);
  await process.sweeper.runDue();
  const exports = () => zendesk.seen.filter(({ path }) => path.includes('/incremental/'));
  const places = () => exports().map(({ query }) => query.get('cursor') ?? query.get('start_time'));
  return {
    ...process,
    clock,
    zendesk,
    places,
    another: () => startProcess(url, zendesk.url, clock),
    async sweep(afterMs = SWEEP_EVERY_MS) {
      clock.advance(afterMs);
      return process.sweeper.runDue();
    },
  };
}

test('begins with now and goes on from where Zendesk said, over a restart too', async () => {
  const { sweep, places, another, clock } = await shop({
    [EXPORT]: [page([], 'c1'), page([], 'c2')],
  });
  expect(places()).toEqual([]);

  await sweep();
  await sweep();
  const restarted = await another();
  clock.advance(SWEEP_EVERY_MS);
  await restarted.sweeper.runDue();

  expect(places()).toEqual([String(NOON / 1000 - 30), 'c1', 'c2']);
});

test('begins anew with a shop that was removed and added again', async () => {
  const { sweep, places, tenants, tenant, clock } = await shop({ [EXPORT]: page([], 'old') });
  await sweep();

  await tenants.remove('acme');
  clock.advance(30 * DAY_MS);
  await tenants.save(tenant);
  await sweep();
  await sweep();

  const again = (NOON + 30 * DAY_MS + 2 * SWEEP_EVERY_MS) / 1000;
  expect(places().slice(1)).toEqual([String(again - 30)]);
});

test('finds a comment that no webhook told of, once, and counts the calls it took', async () => {
  const { sweep, inbox, figures } = await shop({
    ...newQuestion,
    [EXPORT]: page([ticketBody({ updated_at: '2026-11-24T12:01:00Z' })]),
  });

  await sweep();
  await sweep();

  expect(await inbox.claim()).toMatchObject({ ticketId: '35436', events: [] });
  expect(await inbox.claim()).toBeUndefined();
  expect(await figures.between('acme', NOON, NOON + DAY_MS)).toMatchObject({
    missed_webhooks: 1,
    // Two exports, the comments, and what the account's triggers leave to us.
    sweep_calls: 5,
  });
});

const told = (commentId?: string) => {
  const digest = `${Date.parse('2026-11-24T12:01:01Z')}-abc`;
  const event = { kind: 'comment', ticketId: '35436', commentId } as const;
  return invocation({ ticketId: '35436', digest, event });
};

test.each([['names the comment', '1274'], ['names none but left Zendesk later']])(
  'counts no comment as missed when a delivery %s, and looks at it once when no turn saw it',
  async (_story, commentId?: string) => {
    const { sweep, inbox, figures } = await shop({
      ...newQuestion,
      [EXPORT]: page([ticketBody({ updated_at: '2026-11-24T12:01:00Z' })]),
    });
    await inbox.receive(told(commentId));
    await inbox.settle((await inbox.claim())!, { kind: 'done' });

    await sweep();
    const due = await inbox.claim();
    await inbox.settle(due!, { kind: 'done' });
    await sweep();

    expect(due).toMatchObject({ ticketId: '35436', events: [], nudgedBy: 'sweep' });
    expect(await inbox.claim()).toBeUndefined();
    expect((await figures.between('acme', NOON, NOON + DAY_MS)).missed_webhooks).toBe(0);
  },
);

test.each<[string, Mode, string | undefined]>([
  ['a turn has handled', 'assistant', '1274'],
  ['was written to agents', 'agent', undefined],
  ['was written during a pause', 'paused', undefined],
])('does not look again at a comment that was told of and %s', async (_story, mode, handled) => {
  const { sweep, inbox, db } = await shop({
    ...newQuestion,
    [EXPORT]: [
      page([ticketBody({ tags: ['assistant_paused'], updated_at: '2026-11-24T12:01:00Z' })]),
      nothing,
    ],
  });
  await known(db, mode, handled);
  await inbox.receive(told());
  await inbox.settle((await inbox.claim())!, { kind: 'done' });

  await sweep();

  expect(await inbox.claim()).toBeUndefined();
});

test('leaves a comment that was told of to the turn that is due for it', async () => {
  const { sweep, inbox, db } = await shop(newQuestion);
  await known(db, 'assistant');
  await inbox.receive(told());
  const due = (await inbox.claim())!;

  await sweep();
  await inbox.settle(due, { kind: 'done' });

  expect(await inbox.claim()).toBeUndefined();
});

test('does not wake the dead letter of a comment that was told of', async () => {
  const { sweep, inbox } = await shop(newQuestion);
  await inbox.receive(told());
  const dead = { kind: 'dead', errorCode: 'invalid', message: 'refused' } as const;
  await inbox.settle((await inbox.claim())!, dead);

  await sweep();

  expect(await inbox.claim()).toBeUndefined();
});

test.each([
  ['about another comment', '1273', '2026-11-24T12:01:01Z'],
  ['from before it', undefined, '2026-11-24T12:00:59Z'],
])('does not take a delivery %s for the one that was lost', async (_story, commentId, at) => {
  const { sweep, inbox } = await shop(newQuestion);
  const event = { kind: 'comment', ticketId: '35436', commentId } as const;
  const digest = `${Date.parse(at)}-abc`;
  await inbox.receive(invocation({ ticketId: '35436', digest, event }));
  await inbox.settle((await inbox.claim())!, { kind: 'done' });

  await sweep();

  expect(await inbox.claim()).toMatchObject({ ticketId: '35436' });
});

/** The ticket as the store knows it, in this mode, and answered by us before. */
async function known(db: Database, mode: Mode, handled?: string): Promise<void> {
  const conversation: Conversation = {
    ...{ tenant: 'acme', ticketId: '35436', turnCount: 1 },
    state: {
      ...initialState('acme', '35436', String(alice.id), 0),
      mode,
      last: { comment: handled, action: 'replied', reason: 'answered_from_articles', at: 0 },
    },
    lastReply: { commentId: '1200', authorId: String(assistant.id), isEchoed: false },
  };
  await db.query(
    'INSERT INTO conversations (tenant, ticket_id, mode, record, updated_at) VALUES (?, ?, ?, ?, 0)',
    ['acme', '35436', mode, JSON.stringify(conversation)],
  );
}

test.each<[string, Mode, string[], boolean]>([
  ['was handed back', 'agent', ['assistant_handback'], true],
  ['was resumed', 'paused', [], true],
  [
    'was handed back while it is paused',
    'paused',
    ['assistant_handback', 'assistant_paused'],
    false,
  ],
  ['is still paused', 'paused', ['assistant_paused'], false],
  ['has an agent', 'agent', ['vip'], false],
  ['is handed back to who has it', 'assistant', ['assistant_handback'], false],
  [
    'was taken over and handed back',
    'assistant',
    ['assistant_takeover', 'assistant_handback'],
    true,
  ],
])('looks at the tags: a ticket that %s', async (_story, mode, tags, isDue) => {
  const { sweep, inbox, db, figures } = await shop({
    [EXPORT]: [page([ticketBody({ tags, updated_at: '2026-11-24T12:01:00Z' })]), nothing],
    [COMMENTS]: { body: { comments: [] } },
  });
  await known(db, mode);

  await sweep();

  const due = await inbox.claim();
  expect(due !== undefined).toBe(isDue);
  if (isDue) expect(due).toMatchObject({ nudgedBy: 'sweep', events: [] });
  // No webhook ever tells of tags: none was missed.
  expect((await figures.between('acme', NOON, NOON + DAY_MS)).missed_webhooks).toBe(0);
});

test('does not take the late echo of our reply for news of a comment that was lost', async () => {
  const { sweep, inbox, db } = await shop(newQuestion);
  await known(db, 'assistant');
  const digest = `${Date.parse('2026-11-24T12:01:01Z')}-abc`;
  const event: TicketEvent = {
    ...{ kind: 'comment', ticketId: '35436' },
    commentAuthorId: String(assistant.id),
  };
  await inbox.receive(invocation({ ticketId: '35436', digest, event }));

  await sweep();

  expect(await inbox.claim()).toMatchObject({ events: [event], nudgedBy: 'sweep' });
});

test('looks for an older public comment behind a page of notes', async () => {
  const note = commentBody({ id: 1300, author_id: bob.id, public: false });
  const question = commentBody({ created_at: '2026-11-24T12:01:00Z' });
  const { sweep, inbox } = await shop({
    ...newQuestion,
    [COMMENTS]: [
      { body: { comments: [note], meta: { has_more: true, after_cursor: 'x' } } },
      { body: { comments: [note, question] } },
    ],
  });

  await sweep();

  expect(await inbox.claim()).toMatchObject({ ticketId: '35436' });
});

test.each([400, 404, 410, 422])(
  'starts over from its last time when the cursor is refused with %i',
  async (status) => {
    const { sweep, places } = await shop({
      [EXPORT]: [page([], 'old'), { status, body: {} }, page([], 'new'), nothing],
    });

    await sweep();
    await sweep();
    await sweep();

    const lastSweep = (NOON + SWEEP_EVERY_MS) / 1000;
    expect(places()).toEqual([String(NOON / 1000 - 30), 'old', String(lastSweep - 60 - 30), 'new']);
  },
);

test('says once a day that its user may not use the export, and asks once an hour', async () => {
  const { sweep, store, zendesk, warnings } = await shop({ [EXPORT]: { status: 403, body: {} } });

  for (let hour = 0; hour < 25; hour += 1) {
    await sweep();
    await sweep(3_600_000 - SWEEP_EVERY_MS);
  }

  expect(await store.state('acme')).toMatchObject({ trouble: 'forbidden' });
  expect(zendesk.seen.length).toBeLessThanOrEqual(26);
  expect(warnings()).toHaveLength(2);
});

test('recovers by itself when the export is allowed', async () => {
  const { sweep, store } = await shop({ [EXPORT]: [{ status: 403, body: {} }, nothing] });

  await sweep();
  await sweep(3_600_000 - 1);
  expect(await store.state('acme')).toMatchObject({ sweptAt: NOON, trouble: 'forbidden' });
  await sweep(1);

  const recoveredAt = NOON + SWEEP_EVERY_MS + 3_600_000;
  expect(await store.state('acme')).toMatchObject({ sweptAt: recoveredAt - 60_000 });
});

test('goes on sweeping when its user may not read the log of the webhook, and says so', async () => {
  const { sweep, store, zendesk, warnings } = await shop({
    [EXPORT]: nothing,
    [WEBHOOKS]: { status: 403, body: {} },
  });

  await sweep(2 * 3_600_000);
  await sweep();
  await sweep();

  expect(await store.state('acme')).toEqual({
    sweptAt: NOON + 2 * 3_600_000 + 2 * SWEEP_EVERY_MS - 60_000,
    trouble: 'log_forbidden',
    troubleSince: NOON + 2 * 3_600_000,
  });
  expect(zendesk.seen.filter(({ path }) => path === '/api/v2/webhooks')).toHaveLength(1);
  expect(warnings()).toHaveLength(1);
});

test('remembers over an export that takes several sweeps that the log cannot be read', async () => {
  const long = Array.from({ length: 5 }, () => page([], 'on', false));
  const { sweep, store, warnings } = await shop({
    [EXPORT]: [nothing, ...long, nothing],
    [WEBHOOKS]: { status: 403, body: {} },
  });

  await sweep(2 * HOUR_MS);
  await sweep();
  const meanwhile = await store.state('acme');
  await sweep(HOUR_MS);

  const since = { trouble: 'log_forbidden', troubleSince: NOON + 2 * HOUR_MS };
  expect(meanwhile).toMatchObject(since);
  expect(await store.state('acme')).toMatchObject(since);
  expect(warnings()).toHaveLength(1);
});

test('waits with a shop that cannot be read, which keeps no place from others meanwhile', async () => {
  const { db, store, figures, clock } = await shop({ [EXPORT]: nothing });
  const logged: string[] = [];
  const sweeper = createSweeper({
    ...{ db, store, figures, now: clock, metrics: createMetrics() },
    tenantCalls: () => Promise.reject(new TypeError('sealed')),
    publicUrl: () => 'https://sa.example',
    logger: createLogger({ level: 'info', destination: { write: (line) => logged.push(line) } }),
  });
  const before = await store.state('acme');
  clock.advance(SWEEP_EVERY_MS);

  await sweeper.runDue();
  const dueAtOnce = await store.due();
  await sweeper.runDue();
  clock.advance(SWEEP_EVERY_MS);

  expect(dueAtOnce).toEqual([]);
  expect(await store.due()).toEqual(['acme']);
  expect(await store.state('acme')).toMatchObject({
    ...before,
    trouble: 'failed',
    troubleSince: NOON + SWEEP_EVERY_MS,
  });
  expect(logged).toEqual([expect.stringContaining('sweep could not be run')]);
});

/** A comment in each sweep that no webhook told of. */
const aQuestionEachTime: Routes = {
  [EXPORT]: ({ query }) => {
    const n = Number(query.get('cursor') ?? 0) + 1;
    return page([ticketBody({ id: n, updated_at: `2026-11-24T12:00:${n + 10}Z` })], String(n));
  },
  ...Object.fromEntries(
    Array.from({ length: 40 }, (_, n) => [
      `GET /api/v2/tickets/${n}/comments`,
      { body: { comments: [commentBody({ id: n, created_at: '2026-12-24T12:00:00Z' })] } },
    ]),
  ),
};

test('answers what it finds although its user may not read triggers, and says so once a day', async () => {
  const { sweep, inbox, store, zendesk, warnings } = await shop({
    ...aQuestionEachTime,
    [TRIGGERS]: { status: 403, body: {} },
  });

  for (let hour = 0; hour < 25; hour += 1) await sweep(HOUR_MS);

  expect(await inbox.claim()).toMatchObject({ ticketId: '1' });
  expect(await store.state('acme')).toMatchObject({ trouble: 'triggers_unreadable' });
  expect(zendesk.seen.filter(({ path }) => path.endsWith('/triggers'))).toHaveLength(25);
  const news = warnings().filter((line) => line.includes('triggers'));
  expect(news).toHaveLength(2);
});

test('leaves alone what it finds where no trigger tells of comments, and sees when one does again', async () => {
  const { sweep, inbox, store, warnings } = await shop({
    [EXPORT]: [page([ticketBody({ updated_at: '2026-11-24T12:01:00Z' })]), nothing],
    [COMMENTS]: newQuestion[COMMENTS],
    [TRIGGERS]: [triggers({ ...comments, active: false }), triggers(comments)],
  });

  await sweep();
  await sweep();
  expect(await inbox.claim()).toBeUndefined();
  expect(await store.state('acme')).toMatchObject({ trouble: 'no_trigger' });
  expect(warnings()).toHaveLength(1);
  expect(warnings()[0]).toContain('no active trigger tells this server of comments');

  await sweep(HOUR_MS);
  expect(await store.state('acme')).toMatchObject({ trouble: undefined });
});

test('reads the triggers of a shop once in a sweep, and ten pages of them at most', async () => {
  const ids = [35436, 2, 3];
  const { sweep, inbox, store, zendesk } = await shop({
    ...newQuestion,
    [EXPORT]: page(ids.map((id) => ticketBody({ id, updated_at: '2026-11-24T12:01:00Z' }))),
    'GET /api/v2/tickets/2/comments': newQuestion[COMMENTS],
    'GET /api/v2/tickets/3/comments': newQuestion[COMMENTS],
    [TRIGGERS]: { body: { triggers: [], meta: { has_more: true, after_cursor: 'x' } } },
  });

  await sweep();

  expect(zendesk.seen.filter(({ path }) => path.endsWith('/triggers'))).toHaveLength(10);
  expect(await store.state('acme')).toMatchObject({ trouble: 'triggers_unreadable' });
  for (const id of ids) expect(await inbox.claim()).toMatchObject({ ticketId: String(id) });
});

/** As an admin edits it: on top of what set-up writes. */
const onlyWhere = (field: string, operator: string, value: string) => ({
  ...comments,
  conditions: { ...comments.conditions, any: [{ field, operator, value }] },
});

test('leaves a new ticket to the webhooks where only they know whether it is ours', async () => {
  const { sweep, inbox } = await shop({
    ...newQuestion,
    [TRIGGERS]: triggers(onlyWhere('organization_id', 'is', '7')),
  });

  await sweep();

  expect(await inbox.claim()).toBeUndefined();
});

test.each(['a conversation', 'a delivery'])(
  'finds a lost comment there on a ticket of which it has %s',
  async (what) => {
    const { sweep, inbox, db } = await shop({
      ...newQuestion,
      [TRIGGERS]: triggers(onlyWhere('organization_id', 'is', '7')),
    });
    if (what === 'a conversation') await known(db, 'assistant');
    else {
      await inbox.receive(invocation({ ticketId: '35436', digest: `${NOON - DAY_MS}-abc` }));
      await inbox.settle((await inbox.claim())!, { kind: 'done' });
    }

    await sweep();

    expect(await inbox.claim()).toMatchObject({ ticketId: '35436' });
  },
);

test('takes a handback of a ticket that it never had for no invitation', async () => {
  const tags = ['assistant_handback'];
  const { sweep, inbox } = await shop({
    [EXPORT]: [page([ticketBody({ tags, updated_at: '2026-11-24T12:01:00Z' })]), nothing],
    [TRIGGERS]: triggers(onlyWhere('brand_id', 'is', '7')),
  });

  await sweep();

  expect(await inbox.claim()).toBeUndefined();
});

test('goes on within a page after the limit of Zendesk held it back', async () => {
  const other = '/api/v2/tickets/2/comments';
  const { sweep, inbox, zendesk } = await shop({
    ...newQuestion,
    [EXPORT]: page([
      ticketBody({ updated_at: '2026-11-24T12:01:00Z' }),
      ticketBody({ id: 2, updated_at: '2026-11-24T12:01:00Z' }),
    ]),
    [`GET ${other}`]: [
      { status: 429, headers: { 'retry-after': '60' } },
      { body: { comments: [commentBody({ id: 9, created_at: '2026-11-24T12:01:00Z' })] } },
    ],
  });

  await sweep();
  await sweep(60_000);

  expect([await inbox.claim(), await inbox.claim()]).toMatchObject([
    { ticketId: '35436' },
    { ticketId: '2' },
  ]);
  expect(zendesk.seen.filter(({ path }) => path.includes('/35436/'))).toHaveLength(1);
});

test('reads a long export in parts, and the rest a minute later', async () => {
  const { sweep, places } = await shop({ [EXPORT]: page([], 'on', false) });

  await sweep();
  expect(places()).toHaveLength(5);
  await sweep(60_000);

  expect(places()).toHaveLength(10);
});

test('ends a sweep that takes long within its page, and goes on there', async () => {
  const slow = (id: number) => ({
    [`GET /api/v2/tickets/${id}/comments`]: () => {
      clock.advance(20_000);
      return { body: { comments: [commentBody({ id, created_at: '2026-11-24T12:01:00Z' })] } };
    },
  });
  const ids = [1, 2, 3, 4, 5];
  const { sweep, places, zendesk, store, inbox, clock } = await shop({
    ...Object.assign({}, ...ids.map(slow)),
    [EXPORT]: page(ids.map((id) => ticketBody({ id, updated_at: '2026-11-24T12:01:00Z' }))),
  });
  const looked = () => zendesk.seen.filter(({ path }) => path.endsWith('/comments')).length;

  await sweep();
  expect(looked()).toBe(2);
  await sweep(20_000);
  expect(looked()).toBe(4);
  await sweep(20_000);

  expect(looked()).toBe(5);
  expect(places()).toHaveLength(3);
  expect(await store.state('acme')).toMatchObject({ sweptAt: clock() - 20_000 - 60_000 });
  for (const id of ids) expect(await inbox.claim()).toMatchObject({ ticketId: String(id) });
});

test('one process at a time sweeps a shop, and another takes over from one that died', async () => {
  const { another, store, sweeper, clock, places } = await shop({ [EXPORT]: nothing });
  const other = await another();
  clock.advance(SWEEP_EVERY_MS);

  const swept = await Promise.all([sweeper.runDue(), other.sweeper.runDue()]);
  expect(swept.toSorted()).toEqual([0, 1]);

  clock.advance(SWEEP_EVERY_MS);
  const held = await store.claim('acme');
  expect(await other.sweeper.runDue()).toBe(0);
  clock.advance(5 * 60_000);
  expect(await other.sweeper.runDue()).toBe(1);

  expect(places()).toHaveLength(2);
  expect(await store.keepPlace(held!, 'too late')).toBe(false);
});

test('finds the ticket of a delivery that Zendesk calls delivered and the inbox does not have', async () => {
  const delivered = {
    latest_completed_at: '2026-11-24T12:30:00Z',
    status: 'success',
    status_code: 200,
  };
  const { sweep, inbox, figures } = await shop({
    [EXPORT]: nothing,
    [WEBHOOKS]: webhooks(
      { id: 'OTHER', endpoint: 'https://sa.example/zendesk_webhook/acme2' },
      ourWebhook,
    ),
    'GET /api/v2/webhooks/OURS/invocations': {
      body: {
        invocations: [
          { ...delivered, id: '1' },
          { ...delivered, id: 2 },
          { ...delivered, id: '3', status: 'client error', status_code: 401 },
        ],
      },
    },
    'GET /api/v2/webhooks/OURS/invocations/2/attempts': {
      body: { attempts: [{ request: { payload: { v: 1, event: 'closed', ticket_id: '77' } } }] },
    },
  });
  const digest = `${Date.parse('2026-11-24T12:30:00Z')}-abc`;
  await inbox.receive(invocation({ invocationId: '1', digest }));
  await inbox.settle((await inbox.claim())!, { kind: 'done' });

  await sweep(2 * 3_600_000);

  expect(await inbox.claim()).toMatchObject({ ticketId: '77' });
  expect(await figures.between('acme', NOON, NOON + DAY_MS)).toMatchObject({
    invocations_sent: 3,
    invocations_failed: 1,
    invocations_missing: 1,
  });
});
