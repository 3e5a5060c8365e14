import { afterEach, describe, expect, test } from 'vitest';
import { startStack } from '../stack.ts';
import type { Stack, StackOptions } from '../stack.ts';
import { talkOn } from './talk.ts';

const DELIVERY_QUESTION = 'How long does standard delivery take?';

let stack: Stack;
let talk: ReturnType<typeof talkOn>;

async function given(options: StackOptions = {}): Promise<void> {
  stack = await startStack(options);
  talk = talkOn(stack);
}

afterEach(async () => {
  await stack.stop();
});

const ticketCalls = () =>
  stack.account.calls
    .filter(({ path }) => path.startsWith('/api/v2/tickets/'))
    .map(({ method }) => method);

const writes = () => stack.account.calls.filter(({ method }) => method === 'PUT');

for (const bodies of ['lean', 'manual'] as const) {
  describe(`with the ${bodies} trigger bodies`, () => {
    test('answers a customer from a help article that it names, in one write', async () => {
      await given({ bodies });
      stack.account.clearCalls();

      const ticketId = await talk.aliceAsks(DELIVERY_QUESTION);

      const replies = talk.repliesOf(ticketId);
      expect(replies).toHaveLength(1);
      expect(replies[0]).toMatchObject({ public: true });
      expect(replies[0]?.html_body).toMatch(/<a href="[^"]+\/hc\/[^"]+"/);
      expect(writes()).toHaveLength(1);
      expect(await talk.stateOf(ticketId)).toMatchObject({
        status: 'verified',
        state: {
          mode: 'assistant',
          turns: 1,
          n: 1,
          last: { action: 'replied', reason: 'answered_from_articles' },
        },
      });
    });

    test('asks Zendesk nothing for the echo of its own reply', async () => {
      await given({ bodies });
      stack.account.clearCalls();

      const ticketId = await talk.aliceAsks(DELIVERY_QUESTION);

      expect(await talk.turnLogOf(ticketId)).toMatchObject([
        { reason: 'own_comment_echo', action: 'stayed_silent' },
        { reason: 'answered_from_articles', action: 'replied' },
      ]);
      expect(ticketCalls()).toEqual(['GET', 'GET', 'PUT']);
    });

    test('ends the conversation when the ticket is solved', async () => {
      await given({ bodies });
      const ticketId = await talk.aliceAsks(DELIVERY_QUESTION);

      await stack.account.update(ticketId, { by: 'bob', status: 'solved' });
      await stack.settle();

      expect(await talk.stateOf(ticketId)).toMatchObject({
        state: { mode: 'ended', last: { action: 'ended', reason: 'ticket_solved' } },
      });
    });
  });
}

test('hands over with a tag and an internal note when the customer asks for a person', async () => {
  await given();

  const ticketId = await talk.aliceAsks('Please let me talk to a human being.');

  expect(stack.account.ticket(ticketId)).toMatchObject({
    status: 'open',
    tags: expect.arrayContaining(['assistant_handoff']),
  });
  expect(talk.repliesOf(ticketId)).toMatchObject([{ public: false }]);
  expect(await talk.stateOf(ticketId)).toMatchObject({
    state: { mode: 'handoff', handoff: { reason: 'requester_asked_for_person' } },
  });
});

test('falls silent when a human agent replies, and says so in the field', async () => {
  await given();
  const ticketId = await talk.aliceAsks(DELIVERY_QUESTION);

  await stack.account.comment(ticketId, { by: 'bob', text: 'Hi Alice, I will check for you.' });
  await stack.settle();
  await stack.account.comment(ticketId, { by: 'alice', text: 'How can I return an item?' });
  await stack.settle();

  expect(talk.repliesOf(ticketId)).toHaveLength(1);
  expect(await talk.stateOf(ticketId)).toMatchObject({
    state: { mode: 'agent', last: { action: 'stayed_silent', reason: 'agent_has_replied' } },
  });
});

test('answers a burst of comments once', async () => {
  await given();
  const ticket = await stack.account.createTicket({
    by: 'alice',
    subject: 'Delivery',
    text: 'Hi!',
  });
  await stack.account.comment(ticket.id, { by: 'alice', text: DELIVERY_QUESTION });
  await stack.settle();

  expect(talk.repliesOf(ticket.id)).toHaveLength(1);
});

test('answers the newest of several questions, and all together when that says too little', async () => {
  await given();

  const asksAnew = await talk.aliceAsks(DELIVERY_QUESTION, 'How do I return an item?');
  const addsADetail = await talk.aliceAsks(DELIVERY_QUESTION, 'It is order 10482.');

  expect(talk.repliesOf(asksAnew)).toMatchObject([{ body: expect.stringMatching(/return/i) }]);
  expect(talk.repliesOf(addsADetail)).toMatchObject([{ body: expect.stringMatching(/deliver/i) }]);
});

test('writes a draft as an internal note when the shop wants drafts', async () => {
  await given({ answerMode: 'draft' });

  const ticketId = await talk.aliceAsks(DELIVERY_QUESTION);

  expect(talk.repliesOf(ticketId)).toMatchObject([{ public: false }]);
  expect(await talk.stateOf(ticketId)).toMatchObject({ state: { last: { action: 'drafted' } } });
});

test('writes nothing but the field when the shop only observes', async () => {
  await given({ answerMode: 'observe' });

  const ticketId = await talk.aliceAsks(DELIVERY_QUESTION);

  expect(talk.repliesOf(ticketId)).toEqual([]);
  expect(await talk.stateOf(ticketId)).toMatchObject({ state: { last: { action: 'observed' } } });
});

test('stays silent on a ticket with the pause tag', async () => {
  await given();

  const ticket = await stack.account.createTicket({
    by: 'alice',
    subject: 'Delivery',
    text: DELIVERY_QUESTION,
    tags: ['assistant_paused'],
  });
  await stack.settle();

  expect(talk.repliesOf(ticket.id)).toEqual([]);
  expect(await talk.stateOf(ticket.id)).toMatchObject({
    state: { mode: 'paused', last: { reason: 'paused_by_tag' } },
  });
});
