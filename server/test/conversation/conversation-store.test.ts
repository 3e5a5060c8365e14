import { expect, test } from 'vitest';
import type { TurnRecord } from '@smart-assistant/shared/sidebar-api.ts';
import { createConversationStore } from '../../src/conversation/conversation-store.ts';
import { openTestDatabase } from '../support/test-database.ts';

const turn = (n: number): TurnRecord => ({
  id: `turn-${n}`,
  n,
  at: 0,
  action: 'stayed_silent',
  reason: 'nothing_new',
  mode: 'assistant',
  sources: [],
  rules: [],
  tookMs: 0,
});

test('refuses the write of a process whose ticket another one has taken over and finished', async () => {
  const db = await openTestDatabase();
  const store = createConversationStore(db, () => 0);
  const stale = await store.load('acme', '35');
  await db.transaction((tx) => store.record(tx, { ...stale, turnCount: 1 }, turn(1)));

  const write = store.markPending(stale, 'turn-of-the-late-one');

  await expect(write).rejects.toMatchObject({ code: 'ticket_keeps_changing' });
  expect(await store.load('acme', '35')).toEqual({ tenant: 'acme', ticketId: '35', turnCount: 1 });
});

test('notes a pending turn after the turns before it were recorded', async () => {
  const db = await openTestDatabase();
  const store = createConversationStore(db, () => 0);
  const fresh = { ...(await store.load('acme', '35')), turnCount: 1 };
  await db.transaction((tx) => store.record(tx, fresh, turn(1)));

  await store.markPending(fresh, 'turn-2');

  expect(await store.load('acme', '35')).toMatchObject({ turnCount: 1, pendingTurn: 'turn-2' });
});
