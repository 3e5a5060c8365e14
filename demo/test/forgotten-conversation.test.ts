import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createConversationStore } from '@smart-assistant/server/conversation/conversation-store.ts';
import { openDatabase } from '@smart-assistant/server/db/open-database.ts';
import { startStack } from '../stack.ts';
import { talkOn } from './talk.ts';

/** What the upkeep does after half a year, at once. */
async function forgetEverythingThatEnded(url: string): Promise<number> {
  const db = await openDatabase({ url });
  const conversations = createConversationStore(db, Date.now);
  const inAYear = Date.now() + 366 * 24 * 3_600_000;
  await conversations.forgetTurns(inAYear);
  const forgotten = await conversations.forgetEnded(inAYear);
  await db.close();
  return forgotten;
}

test('goes on from the state on the ticket when one comes back whose conversation was forgotten', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'forgotten-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  const databaseUrl = join(directory, 'test.db');
  const stack = await startStack({ databaseUrl });
  onTestFinished(() => stack.stop());
  const talk = talkOn(stack);
  const id = await talk.aliceAsks('How long does standard delivery take?');
  stack.account.update(id, { by: 'bob', status: 'solved' });
  await stack.settle();
  const before = await talk.stateOf(id);

  expect(await forgetEverythingThatEnded(databaseUrl)).toBe(1);
  expect(await talk.turnLogOf(id)).toEqual([]);
  stack.account.comment(id, { by: 'alice', text: 'How do I return an item?' });
  await stack.settle();

  expect(before).toMatchObject({ status: 'verified', state: { n: 2, mode: 'ended', turns: 1 } });
  expect(await talk.stateOf(id)).toMatchObject({
    ...{ status: 'verified', state: { n: 3, mode: 'assistant', turns: 2 } },
  });
  expect(talk.repliesOf(id)).toHaveLength(2);
  expect((await talk.turnLogOf(id)).at(-1)).toMatchObject({ n: 1, action: 'replied' });
});
