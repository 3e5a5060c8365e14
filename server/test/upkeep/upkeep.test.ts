import { expect, test } from 'vitest';
import {
  STATE_VERSION,
  type ConversationState,
} from '@smart-assistant/shared/conversation-state.ts';
import { parseConfig } from '../../src/config.ts';
import { createLogger } from '../../src/logger.ts';
import { createRooms } from '../../src/rooms.ts';
import { createUpkeep } from '../../src/upkeep.ts';
import { claimed, invocation, testClock } from '../support/inbox.ts';
import { countRecords } from '../support/shop-records.ts';
import { someTurn } from '../support/some-turn.ts';
import { openTestDatabase } from '../support/test-database.ts';

const DAY_MS = 24 * 3_600_000;

/** A ticket that ended with its last turn, and one whose work failed for good. */
async function shopWithOldTickets() {
  const db = await openTestDatabase();
  const now = testClock();
  const rooms = createRooms({
    ...{ db, now, logger: createLogger({ level: 'silent' }) },
    config: parseConfig({ MASTER_KEY: Buffer.alloc(32, 3).toString('base64'), DEBOUNCE_MS: '0' }),
  });
  const { inbox, conversations } = rooms;
  await inbox.start();
  for (const ticketId of ['35', '36']) await inbox.receive(invocation({ ticketId }));
  const state: ConversationState = {
    ...{ v: STATE_VERSION, slug: 'acme', tid: '35', rid: '7' },
    ...{ n: 1, mode: 'ended', since: 0, turns: 0 },
  };
  const turn = { ...someTurn(1), at: now() };
  const conversation = { ...(await conversations.load('acme', '35')), state };
  await inbox.settle(await claimed(inbox), { kind: 'done' }, (tx) =>
    conversations.record(tx, conversation, turn),
  );
  await inbox.settle(await claimed(inbox), { kind: 'dead', errorCode: 'x', message: 'x' });
  await inbox.stop();
  return { db, now, upkeep: createUpkeep(rooms, () => 'https://sa.example') };
}

test('forgets deliveries after a week, and what is left of a ticket after half a year', async () => {
  const { db, now, upkeep } = await shopWithOldTickets();
  const kept: Record<string, number>[] = [];

  for (const days of [6, 2, 174, 2]) {
    now.advance(days * DAY_MS);
    await upkeep.forget();
    kept.push(await countRecords(db, 'acme'));
  }

  const ofTickets = { conversations: 1, turns: 1, due_tickets: 1 };
  expect(kept).toEqual([{ ...ofTickets, invocations: 2 }, ofTickets, ofTickets, {}]);
});
