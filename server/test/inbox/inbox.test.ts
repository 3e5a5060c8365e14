import { expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { createInbox } from '../../src/inbox/create-inbox.ts';
import { claimed, invocation, startInbox, testClock } from '../support/inbox.ts';
import { openTestDatabase } from '../support/test-database.ts';

const debounceMs = 2_000;
const maxWaitMs = 10_000;

async function setUp() {
  const db = await openTestDatabase();
  const clock = testClock();
  return { db, clock, inbox: await startInbox(db, clock) };
}

async function pendingCount(db: Database): Promise<number> {
  const rows = await db.query('SELECT digest FROM invocations WHERE handled_at IS NULL');
  return rows.length;
}

test('hands out a ticket with its events, oldest first, once the debounce time is over', async () => {
  const { clock, inbox } = await setUp();
  const first = invocation({ receivedAt: clock() });
  const second = invocation({
    receivedAt: clock(),
    event: { kind: 'comment', ticketId: '42', commentAuthorId: '7', fieldValue: 'signed' },
  });
  await inbox.receive(first);
  await inbox.receive(second);

  const early = await inbox.claim();
  clock.advance(debounceMs);
  const due = await inbox.claim();

  expect(early).toBeUndefined();
  expect(due).toEqual({
    tenant: 'acme',
    ticketId: '42',
    events: [first.event, second.event],
    nudgedAt: 1_000_000,
    attempts: 0,
    lease: expect.any(String),
  });
});

test('answers that a redelivery is a duplicate and makes nothing due again', async () => {
  const { db, clock, inbox } = await setUp();
  const delivery = invocation();

  const first = await inbox.receive(delivery);
  clock.advance(debounceMs);
  await inbox.settle(await claimed(inbox), { kind: 'done' });
  const again = await inbox.receive(delivery);

  expect([first, again]).toEqual([{ duplicate: false }, { duplicate: true }]);
  expect(await db.query('SELECT ticket_id FROM due_tickets')).toEqual([]);
});

test('keeps the same digest of two shops apart', async () => {
  const { inbox } = await setUp();

  await inbox.receive(invocation({ tenant: 'acme', digest: 'same' }));
  const other = await inbox.receive(invocation({ tenant: 'globex', digest: 'same' }));

  expect(other).toEqual({ duplicate: false });
});

test('tells exactly one of many simultaneous redeliveries that it is new', async () => {
  const { db, inbox } = await setUp();
  const delivery = invocation();

  const answers = await Promise.all(Array.from({ length: 20 }, () => inbox.receive(delivery)));

  expect(answers.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
  expect(await db.query('SELECT nudges FROM due_tickets')).toEqual([{ nudges: 1 }]);
});

test('stores a delivery without a ticket and makes no work of it', async () => {
  const { db, inbox, clock } = await setUp();

  await inbox.receive(invocation({ event: undefined, body: 'no json' }));
  clock.advance(maxWaitMs);

  expect(await inbox.hasDue()).toBe(false);
  expect(await db.query('SELECT body, ticket_id FROM invocations')).toEqual([
    { body: 'no json', ticket_id: null },
  ]);
});

test('puts a ticket off with every nudge, but never beyond the cap after the first', async () => {
  const { clock, inbox } = await setUp();
  const start = clock();

  const dueAt: (number | undefined)[] = [];
  for (let nudge = 0; nudge < 8; nudge++) {
    await inbox.receive(invocation());
    dueAt.push(await inbox.nextDueAt());
    clock.advance(1_500);
  }

  const wanted = [0, 1, 2, 3, 4, 5, 6, 7].map((n) => n * 1_500 + debounceMs);
  expect(dueAt).toEqual(wanted.map((ms) => start + Math.min(ms, maxWaitMs)));
});

test('hands out the ticket that is due longest first', async () => {
  const { clock, inbox } = await setUp();
  for (const ticketId of ['9', '1', '5']) {
    await inbox.receive(invocation({ ticketId }));
    clock.advance(10);
  }
  clock.advance(debounceMs);

  const order = [await claimed(inbox), await claimed(inbox), await claimed(inbox)];

  expect(order.map(({ ticketId }) => ticketId)).toEqual(['9', '1', '5']);
});

test('passes over the shops it is told to, and keeps the order of the others', async () => {
  const { clock, inbox } = await setUp();
  for (const [tenant, ticketId] of [
    ['down', '1'],
    ['acme', '9'],
    ['slow', '2'],
    ['acme', '5'],
  ]) {
    await inbox.receive(invocation({ tenant: tenant!, ticketId: ticketId! }));
    clock.advance(10);
  }
  clock.advance(debounceMs);

  const found = [
    await inbox.claim(['down', 'slow']),
    await inbox.claim(['down']),
    await inbox.claim(['down', 'slow']),
    await inbox.claim(['down']),
    await inbox.claim(),
  ];

  expect(found.map((due) => due?.ticketId)).toEqual(['9', '2', '5', undefined, '1']);
});

test('gives a ticket to one claim at a time', async () => {
  const { db, clock, inbox } = await setUp();
  const other = await startInbox(db, clock);
  await inbox.receive(invocation());
  clock.advance(debounceMs);

  const claims = await Promise.all([inbox.claim(), other.claim(), inbox.claim(), other.claim()]);

  expect(claims.filter((due) => due !== undefined)).toHaveLength(1);
});

test('forgets a ticket that is done, and marks its events handled', async () => {
  const { db, clock, inbox } = await setUp();
  await inbox.receive(invocation());
  clock.advance(debounceMs);

  const isSettled = await inbox.settle(await claimed(inbox), { kind: 'done' });

  expect(isSettled).toBe(true);
  expect(await inbox.nextDueAt()).toBeUndefined();
  expect(await pendingCount(db)).toBe(0);
});

test('keeps a ticket due for the nudges that arrived during its turn', async () => {
  const { clock, inbox } = await setUp();
  await inbox.receive(invocation());
  clock.advance(debounceMs);
  const due = await claimed(inbox);
  clock.advance(5_000);
  const late = invocation({ receivedAt: clock() });
  await inbox.receive(late);
  const lateAt = clock();

  await inbox.settle(due, { kind: 'done' });
  const rightAway = await inbox.claim();
  clock.advance(debounceMs);
  const next = await claimed(inbox);

  expect(rightAway).toBeUndefined();
  expect(next).toMatchObject({ events: [late.event], nudgedAt: lateAt, attempts: 0 });
});

test('tries a failed ticket again at the time asked for, with the same events', async () => {
  const { clock, inbox } = await setUp();
  const delivery = invocation();
  await inbox.receive(delivery);
  clock.advance(debounceMs);
  const at = clock() + 60_000;

  await inbox.settle(await claimed(inbox), { kind: 'retry', at, errorCode: 'zendesk_429' });
  clock.advance(59_999);
  const early = await inbox.claim();
  clock.advance(1);
  const again = await claimed(inbox);

  expect(early).toBeUndefined();
  expect(again).toMatchObject({ attempts: 1, events: [delivery.event] });
});

test('does not let a nudge bring a retry forward', async () => {
  const { clock, inbox } = await setUp();
  await inbox.receive(invocation());
  clock.advance(debounceMs);
  const at = clock() + 60_000;
  await inbox.settle(await claimed(inbox), { kind: 'retry', at, errorCode: 'zendesk_429' });

  await inbox.receive(invocation());

  expect(await inbox.nextDueAt()).toBe(at);
});

test('shows dead work to the operator and replays it without its old events', async () => {
  const { clock, inbox } = await setUp();
  await inbox.receive(invocation());
  clock.advance(debounceMs);
  const diedAt = clock();
  await inbox.settle(await claimed(inbox), {
    kind: 'dead',
    errorCode: 'zendesk_403',
    message: 'Zendesk answered 403',
  });

  const letters = await inbox.deadLetters('acme');
  const others = await inbox.deadLetters('globex');
  clock.advance(maxWaitMs);
  const dueWhileDead = await inbox.hasDue();
  const replayed = await inbox.replay('acme', '42');
  const due = await claimed(inbox);

  expect(letters).toEqual([
    {
      tenant: 'acme',
      ticketId: '42',
      deadAt: diedAt,
      attempts: 1,
      errorCode: 'zendesk_403',
      message: 'Zendesk answered 403',
    },
  ]);
  expect(others).toEqual([]);
  expect(dueWhileDead).toBe(false);
  expect(replayed).toBe(1);
  expect(due).toMatchObject({ events: [], attempts: 0 });
  expect(await inbox.deadLetters()).toEqual([]);
});

test('replays only what is dead, of the one shop asked for', async () => {
  const { clock, inbox } = await setUp();
  for (const tenant of ['acme', 'globex']) await inbox.receive(invocation({ tenant }));
  clock.advance(debounceMs);
  for (let n = 0; n < 2; n++) {
    const due = await claimed(inbox);
    await inbox.settle(due, { kind: 'dead', errorCode: 'x', message: 'x' });
  }

  expect(await inbox.replay('acme', '43')).toBe(0);
  expect(await inbox.replay('acme')).toBe(1);
  expect((await inbox.deadLetters()).map(({ tenant }) => tenant)).toEqual(['globex']);
});

test('brings a later attempt forward with a replay, its events and attempts kept, and no other work', async () => {
  const { clock, inbox } = await setUp();
  const deliveries = ['1', '2', '3'].map((ticketId) => invocation({ ticketId }));
  for (const delivery of deliveries) await inbox.receive(delivery);
  clock.advance(debounceMs);
  for (const ms of [60_000, 900_000]) {
    const retry = { kind: 'retry', at: clock() + ms, errorCode: 'server_error' } as const;
    await inbox.settle(await claimed(inbox), retry);
  }
  clock.advance(60_000);
  const underWay = [await claimed(inbox), await claimed(inbox)];
  await inbox.receive(invocation({ ticketId: '4' }));

  const counts = [await inbox.replay('globex'), await inbox.replay('acme', '4')];
  const replayed = await inbox.replay('acme');
  const due = await claimed(inbox);

  expect(counts).toEqual([0, 0]);
  expect(replayed).toBe(1);
  expect(due).toMatchObject({
    ...{ ticketId: '2', attempts: 1, nudgedBy: 'replay' },
    events: [deliveries[1]!.event],
  });
  expect(await inbox.claim()).toBeUndefined();
  for (const turn of [...underWay, due]) {
    expect(await inbox.settle(turn, { kind: 'done' })).toBe(true);
  }
});

test('brings a dead ticket back to life with the next nudge', async () => {
  const { clock, inbox } = await setUp();
  await inbox.receive(invocation());
  clock.advance(debounceMs);
  await inbox.settle(await claimed(inbox), { kind: 'dead', errorCode: 'x', message: 'x' });

  const delivery = invocation();
  await inbox.receive(delivery);
  clock.advance(debounceMs);

  expect(await claimed(inbox)).toMatchObject({ events: [delivery.event], attempts: 0 });
});

test('goes on with a ticket that died while a new nudge was waiting', async () => {
  const { clock, inbox } = await setUp();
  await inbox.receive(invocation());
  clock.advance(debounceMs);
  const due = await claimed(inbox);
  const late = invocation();
  await inbox.receive(late);

  await inbox.settle(due, { kind: 'dead', errorCode: 'x', message: 'x' });
  clock.advance(debounceMs);

  expect(await claimed(inbox)).toMatchObject({ events: [late.event], attempts: 0 });
});

test('makes a ticket due by a nudge alone, without events', async () => {
  const { clock, inbox } = await setUp();

  await inbox.nudge('acme', '42');
  clock.advance(debounceMs);

  expect(await claimed(inbox)).toMatchObject({ ticketId: '42', events: [] });
});

test('tells who asks for a look besides webhooks, over failed attempts and until the work is done', async () => {
  const { clock, inbox } = await setUp();
  await inbox.receive(invocation());
  await inbox.nudge('acme', '42');
  clock.advance(debounceMs);
  const first = await claimed(inbox);
  await inbox.settle(first, { kind: 'retry', at: clock(), errorCode: 'x' });
  const again = await claimed(inbox);
  await inbox.receive(invocation());
  await inbox.settle(again, { kind: 'done' });
  clock.advance(debounceMs);

  const next = await claimed(inbox);

  expect([first, again].map(({ nudgedBy }) => nudgedBy)).toEqual(['sweep', 'sweep']);
  expect(first.events).toHaveLength(1);
  expect(next).toMatchObject({ events: [{}], nudgedBy: undefined });
});

test('does not forget who asked for a look when a webhook arrives during a turn that fails, or whose process dies', async () => {
  const { db, clock, inbox } = await setUp();
  await inbox.nudge('acme', '42');
  clock.advance(debounceMs);
  const failed = await claimed(inbox);
  await inbox.receive(invocation());
  await inbox.settle(failed, { kind: 'retry', at: clock() + debounceMs, errorCode: 'x' });
  clock.advance(debounceMs);
  const dying = await claimed(inbox);
  await inbox.receive(invocation());
  clock.advance(60_000);

  const heir = await claimed(await startInbox(db, clock));

  expect(dying).toMatchObject({ nudgedBy: 'sweep', events: [{}] });
  expect(heir).toMatchObject({ nudgedBy: 'sweep', events: [{}, {}] });
});

test('keeps what others asked for during a turn, and forgets what the turn has done', async () => {
  const { clock, inbox } = await setUp();
  await inbox.receive(invocation());
  clock.advance(debounceMs);
  const first = await claimed(inbox);
  await inbox.receive(invocation());
  await inbox.nudge('acme', '42', 'agent');
  await inbox.settle(first, { kind: 'done' });
  clock.advance(debounceMs);

  expect(await claimed(inbox)).toMatchObject({ nudgedBy: 'agent', events: [{}] });
});

test('takes a ticket up at once when an agent asks for it, unless Zendesk said when', async () => {
  const { clock, inbox } = await setUp();
  await inbox.receive(invocation());

  await inbox.nudge('acme', '42', 'agent');
  const due = await claimed(inbox);
  await inbox.settle(due, { kind: 'retry', at: clock() + 60_000, errorCode: 'rate_limited' });
  await inbox.nudge('acme', '42', 'agent');

  expect(due).toMatchObject({ nudgedBy: 'agent' });
  expect(await inbox.claim()).toBeUndefined();
  clock.advance(60_000);
  expect(await claimed(inbox)).toMatchObject({ nudgedBy: 'agent', attempts: 1 });
});

test('stores what goes with a settlement in the same transaction', async () => {
  const { db, clock, inbox } = await setUp();
  await inbox.nudge('acme', '42');
  clock.advance(debounceMs);
  const due = await claimed(inbox);

  const failing = inbox.settle(due, { kind: 'done' }, async (tx) => {
    await tx.query(`INSERT INTO sweeps (tenant, swept_at) VALUES ('acme', 1)`);
    throw new Error('the turn log is full');
  });

  await expect(failing).rejects.toThrow('the turn log is full');
  expect(await db.query('SELECT tenant FROM sweeps')).toEqual([]);
});

test('hands a ticket out again after its settlement failed', async () => {
  const { clock, inbox } = await setUp();
  const delivery = invocation();
  await inbox.receive(delivery);
  clock.advance(debounceMs);
  const due = await claimed(inbox);
  const failing = inbox.settle(due, { kind: 'done' }, () => Promise.reject(new Error('no')));
  await expect(failing).rejects.toThrow('no');

  const rightAway = await inbox.claim();
  clock.advance(debounceMs);
  const again = await claimed(inbox);

  expect(rightAway).toBeUndefined();
  expect(again.events).toEqual([delivery.event]);
  expect(await inbox.settle(due, { kind: 'done' })).toBe(false);
  expect(await inbox.settle(again, { kind: 'done' })).toBe(true);
});

test('lets another process take over what a dead one held, and ignores the dead one when it returns', async () => {
  const { db, clock, inbox } = await setUp();
  const standing = testClock(clock() + debounceMs);
  const dead = await startInbox(db, standing);
  const delivery = invocation();
  await inbox.receive(delivery);
  clock.advance(debounceMs);
  const lost = await claimed(dead);

  clock.advance(9_999);
  const whileAlive = await inbox.claim();
  clock.advance(1);
  const taken = await claimed(inbox);
  const isSettled = await dead.settle(lost, { kind: 'done' }, async (tx) => {
    await tx.query(`INSERT INTO sweeps (tenant, swept_at) VALUES ('acme', 1)`);
  });

  expect(whileAlive).toBeUndefined();
  expect(taken.events).toEqual([delivery.event]);
  expect(isSettled).toBe(false);
  expect(await db.query('SELECT tenant FROM sweeps')).toEqual([]);
  expect(await inbox.settle(taken, { kind: 'done' })).toBe(true);
});

test('gives its claims back at once when it stops, and claims nothing any more', async () => {
  const { db, clock, inbox } = await setUp();
  const other = await startInbox(db, clock);
  await inbox.receive(invocation());
  clock.advance(debounceMs);
  const due = await claimed(inbox);

  await inbox.stop();

  expect(await inbox.claim()).toBeUndefined();
  expect(await inbox.settle(due, { kind: 'done' })).toBe(false);
  expect(await claimed(other)).toMatchObject({ ticketId: '42' });
});

test('refuses to claim before its heartbeat is stored', async () => {
  const db = await openTestDatabase();
  const inbox = createInbox({ db, processId: 'early', now: Date.now });

  await expect(inbox.claim()).rejects.toThrow('call start() first');
});

test('forgets handled deliveries that are old enough, and no others', async () => {
  const { db, clock, inbox } = await setUp();
  for (let n = 0; n < 600; n++) await inbox.receive(invocation({ event: undefined }));
  await inbox.receive(invocation());

  const early = await inbox.forgetHandled(clock());
  const forgotten = await inbox.forgetHandled(clock() + 1);

  expect(early).toBe(0);
  expect(forgotten).toBe(600);
  expect(await pendingCount(db)).toBe(1);
});

test('forgets dead letters that are old enough, and no other work', async () => {
  const { db, clock, inbox } = await setUp();
  for (const ticketId of ['1', '2', '3']) {
    await inbox.receive(invocation({ ticketId }));
    clock.advance(10);
  }
  clock.advance(debounceMs);
  const dead = { kind: 'dead', errorCode: 'x', message: 'x' } as const;
  await inbox.settle(await claimed(inbox), dead);
  clock.advance(1_000);
  await inbox.settle(await claimed(inbox), dead);

  const forgotten = await inbox.forgetDead(clock());

  expect(forgotten).toBe(1);
  expect(await db.query('SELECT ticket_id FROM due_tickets ORDER BY ticket_id')).toEqual([
    { ticket_id: '2' },
    { ticket_id: '3' },
  ]);
});

test('tells its listeners when a nudge comes and when its time has come', async () => {
  const db = await openTestDatabase();
  const inbox = await startInbox(db, Date.now, { debounceMs: 50 });
  const found = new Promise<string>((resolve, reject) => {
    const stop = inbox.onDue(() => {
      const take = async () => {
        const due = await inbox.claim();
        if (!due) return;
        stop();
        resolve(due.ticketId);
      };
      take().catch(reject);
    });
  });

  await inbox.nudge('acme', '42');

  expect(await found).toBe('42');
});
