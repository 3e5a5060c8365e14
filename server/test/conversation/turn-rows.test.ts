import { expect, test } from 'vitest';
import { createConversationStore } from '../../src/conversation/conversation-store.ts';
import { someTurn } from '../support/some-turn.ts';
import { openTestDatabase } from '../support/test-database.ts';

test('forgets what is older than it need be kept, its rating too', async () => {
  const db = await openTestDatabase();
  const store = createConversationStore(db, () => 0);
  for (const past of [someTurn(1), { ...someTurn(2), at: 5_000 }]) {
    const conversation = { ...(await store.load('acme', '35')), turnCount: past.n };
    await db.transaction((tx) => store.record(tx, conversation, past));
  }
  await store.rate('acme', '35', { turnId: 'turn-1', rating: { verdict: 'right' } });

  const forgotten = await store.forgetTurns(1_000);

  expect(forgotten).toBe(1);
  expect(await store.turns('acme', '35', 10)).toMatchObject([{ id: 'turn-2' }]);
  expect(await db.query('SELECT turn_id FROM ratings')).toEqual([]);
});

test("rates no turn of another shop's ticket", async () => {
  const db = await openTestDatabase();
  const store = createConversationStore(db, () => 0);
  const conversation = { ...(await store.load('acme', '35')), turnCount: 1 };
  await db.transaction((tx) => store.record(tx, conversation, someTurn(1)));

  const rated = { turnId: 'turn-1', rating: { verdict: 'right' } } as const;

  expect(await store.rate('globex', '35', rated)).toBe(false);
  expect(await store.rate('acme', '36', rated)).toBe(false);
  expect(await store.rate('acme', '35', rated)).toBe(true);
});
