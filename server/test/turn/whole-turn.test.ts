import { afterEach, expect, test } from 'vitest';
import { startStack } from '../../../demo/stack.ts';
import type { Stack } from '../../../demo/stack.ts';
import { talkOn } from '../../../demo/test/talk.ts';
import { createTestDatabase } from '../support/test-database.ts';

let stack: Stack;

afterEach(async () => {
  await stack.stop();
});

test('answers, falls silent and remembers, on this database and over a restart', async () => {
  stack = await startStack({ databaseUrl: await createTestDatabase() });
  const talk = talkOn(stack);

  const ticketId = await talk.aliceAsks('How long does standard delivery take?');
  stack.account.comment(ticketId, { by: 'bob', text: 'I will look after this myself.' });
  await stack.settle();
  await stack.restart();
  stack.account.comment(ticketId, { by: 'alice', text: 'How do I return an item?' });
  await stack.settle();

  expect(talk.repliesOf(ticketId)).toHaveLength(1);
  expect(await talk.stateOf(ticketId)).toMatchObject({ state: { mode: 'agent', turns: 1 } });
  expect((await talk.turnLogOf(ticketId)).map(({ reason }) => reason)).toEqual([
    'agent_has_replied',
    'agent_has_replied',
    'own_comment_echo',
    'answered_from_articles',
  ]);
});
