import { expect, test } from 'vitest';
import { STATE_VERSION } from '@smart-assistant/shared/conversation-state.ts';
import type { PendingTurn } from '../../src/conversation/conversation.ts';
import { createConversationStore } from '../../src/conversation/conversation-store.ts';
import { someTurn } from '../support/some-turn.ts';
import { openTestDatabase } from '../support/test-database.ts';

const pending = (id: string): PendingTurn => ({
  id,
  fieldValue: 'signed',
  state: {
    ...{ v: STATE_VERSION, slug: 'acme', tid: '35', rid: '7' },
    ...{ n: 1, mode: 'assistant', since: 0, turns: 0 },
  },
});

test('refuses the write of a process whose ticket another one has taken over and finished', async () => {
  const db = await openTestDatabase();
  const store = createConversationStore(db, () => 0);
  const stale = await store.load('acme', '35');
  await db.transaction((tx) => store.record(tx, { ...stale, turnCount: 1 }, someTurn(1)));

  const write = store.markPending(stale, pending('turn-of-the-late-one'));

  await expect(write).rejects.toMatchObject({ code: 'ticket_keeps_changing' });
  expect(await store.load('acme', '35')).toMatchObject({ turnCount: 1 });
  expect(await store.load('acme', '35')).not.toHaveProperty('pendingTurns');
});

test('keeps the write that a process began when another one, which had read before that, records its turn', async () => {
  const db = await openTestDatabase();
  const store = createConversationStore(db, () => 0);
  const early = await store.load('acme', '35');
  await store.markPending(early, pending('turn-of-the-other'));

  const recording = db.transaction((tx) =>
    store.record(tx, { ...early, turnCount: 1 }, someTurn(1)),
  );

  await expect(recording).rejects.toMatchObject({ code: 'ticket_keeps_changing' });
  expect(await store.load('acme', '35')).toMatchObject({
    turnCount: 0,
    pendingTurns: [{ id: 'turn-of-the-other' }],
  });
});

test('notes a pending turn after the turns before it were recorded', async () => {
  const db = await openTestDatabase();
  const store = createConversationStore(db, () => 0);
  const fresh = { ...(await store.load('acme', '35')), turnCount: 1 };
  await db.transaction((tx) => store.record(tx, fresh, someTurn(1)));

  await store.markPending(await store.load('acme', '35'), pending('turn-2'));

  expect(await store.load('acme', '35')).toMatchObject({
    turnCount: 1,
    pendingTurns: [{ id: 'turn-2' }],
  });
});

test('lets one of several processes begin a write, however close together they are', async () => {
  const db = await openTestDatabase();
  const store = createConversationStore(db, () => 0);
  const unseen = await store.load('acme', '35');
  const known = await store.markPending(await store.load('acme', '36'), pending('before'));

  for (const conversation of [unseen, known]) {
    const ids = ['a', 'b', 'c', 'd'];
    const begun = await Promise.allSettled(
      ids.map((id) => store.markPending(conversation, pending(id))),
    );

    expect(begun.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(begun.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'ticket_keeps_changing' },
    });
  }
});

test('says that another process was faster when both find the same lost turn', async () => {
  const store = createConversationStore(await openTestDatabase(), () => 0);
  const early = await store.load('acme', '35');
  await store.recover({ ...early, turnCount: 1 }, someTurn(1));

  const late = store.recover({ ...early, turnCount: 1 }, someTurn(1));

  await expect(late).rejects.toMatchObject({ code: 'ticket_keeps_changing' });
});

test('forgets conversations that ended long ago once their turns are gone, and no others', async () => {
  const db = await openTestDatabase();
  let now = 0;
  const store = createConversationStore(db, () => now);
  const conversation = async (ticketId: string, mode: 'assistant' | 'ended', at: number) => {
    now = at;
    const { state } = pending('any');
    const known = await store.load('acme', ticketId);
    const turn = { ...someTurn(1), id: `turn-of-${ticketId}`, at };
    await db.transaction((tx) => store.record(tx, { ...known, state: { ...state, mode } }, turn));
  };
  await conversation('1', 'ended', 100);
  await conversation('2', 'ended', 200);
  await conversation('3', 'assistant', 100);

  const early = await store.forgetEnded(200);
  await store.forgetTurns(200);
  const forgotten = await store.forgetEnded(200);

  expect([early, forgotten]).toEqual([0, 1]);
  expect(await db.query('SELECT ticket_id FROM conversations ORDER BY ticket_id')).toEqual([
    { ticket_id: '2' },
    { ticket_id: '3' },
  ]);
});
