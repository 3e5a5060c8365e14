import { afterEach, describe, expect, test } from 'vitest';
import { adminCall } from '../admin-call.ts';
import { startStack } from '../stack.ts';
import type { Stack, StackOptions } from '../stack.ts';
import { talkOn } from './talk.ts';

const QUESTION = 'How long does standard delivery take?';
/** Longer than any wait between two attempts. */
const LONG_MS = 10 * 60_000;
const WRITE = { method: 'PUT', path: /\/tickets\// };
const READ = { method: 'GET', path: /\/tickets\// };

let stack: Stack;
let talk: ReturnType<typeof talkOn>;

async function given(options: StackOptions = {}): Promise<void> {
  stack = await startStack(options);
  talk = talkOn(stack);
}

afterEach(async () => {
  await stack.stop();
});

const asAdmin = () =>
  adminCall({ zendeskUrl: stack.account.url, admin: stack.account.credentials.admin });

/** Lets as many attempts happen as there may be. */
async function sitOut(): Promise<void> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    stack.pass(LONG_MS);
    await stack.settle();
  }
}

describe('a write whose fate is unknown', () => {
  test.each([
    ['never arrived', 'drop-before'],
    ['arrived, but its answer was lost', 'drop-after'],
    ['was refused with a 500', '500'],
    ['was carried out and answered with a 500', '500-after'],
    ['met a 502 of a proxy', '502-html'],
  ] as const)('leads to one reply when it %s', async (_story, kind) => {
    await given();
    stack.account.faults.next({ match: WRITE, kind });

    const ticketId = await talk.aliceAsks(QUESTION);
    await sitOut();

    expect(talk.repliesOf(ticketId)).toMatchObject([{ public: true }]);
    expect(await talk.stateOf(ticketId)).toMatchObject({
      state: { n: 1, turns: 1, mode: 'assistant', last: { action: 'replied' } },
    });
    expect((await talk.turnLogOf(ticketId)).map(({ reason }) => reason)).toContain(
      'answered_from_articles',
    );
  });
});

test('keeps the place in the log of a turn that was found again, when the next one fails', async () => {
  await given();
  stack.account.faults.next({ match: WRITE, kind: 'drop-after' });
  const ticketId = await talk.aliceAsks(QUESTION);
  stack.account.faults.next({ match: WRITE, kind: 'drop-before' });

  stack.account.comment(ticketId, { by: 'alice', text: 'How do I return an item?' });
  await sitOut();

  const log = await talk.turnLogOf(ticketId);
  expect(log.map(({ n }) => n)).toEqual(log.map((_turn, index) => log.length - index));
  expect(log.filter(({ action }) => action === 'replied')).toHaveLength(2);
});

test('keeps a ticket whose reads fail until Zendesk answers again', async () => {
  await given();
  stack.account.faults.next({ match: READ, kind: '503', times: 8 });

  const ticketId = await talk.aliceAsks(QUESTION);
  expect(talk.repliesOf(ticketId)).toEqual([]);
  await sitOut();

  expect(talk.repliesOf(ticketId)).toHaveLength(1);
});

test('answers from the last copy of the articles when they cannot be read anew', async () => {
  await given();
  await talk.aliceAsks(QUESTION);
  stack.account.faults.next({ match: { path: /help_center/ }, kind: '500', times: 50 });

  const { id } = stack.account.createTicket({ by: 'alice', subject: 'Delivery', text: QUESTION });
  await stack.sandbox.settle();
  stack.pass(LONG_MS * 2);
  await stack.settle();

  expect(stack.account.faults.armed[0]?.times).toBeLessThan(50);
  expect(talk.repliesOf(id)).toMatchObject([{ public: true }]);
});

test('waits as long as Zendesk says when the rate is limited', async () => {
  await given();
  stack.account.faults.next({ match: WRITE, kind: '429', retryAfter: 30 });

  const ticketId = await talk.aliceAsks(QUESTION);
  stack.pass(29_000);
  await stack.settle();
  expect(talk.repliesOf(ticketId)).toEqual([]);
  stack.pass(2_000);
  await stack.settle();

  expect(talk.repliesOf(ticketId)).toHaveLength(1);
});

test('hands a ticket to a human when its work fails for good', async () => {
  await given();
  stack.account.faults.next({ match: WRITE, kind: '500', times: 8 });

  const ticketId = await talk.aliceAsks(QUESTION);
  await sitOut();

  expect(talk.repliesOf(ticketId)).toMatchObject([{ public: false }]);
  expect(stack.account.ticket(ticketId)).toMatchObject({
    tags: expect.arrayContaining(['assistant_handoff']),
  });
  expect(await talk.stateOf(ticketId)).toMatchObject({
    state: { mode: 'handoff', handoff: { reason: 'turn_failed' } },
  });
});

test('leaves a solved ticket solved when its work fails for good', async () => {
  await given();
  const ticketId = await talk.aliceAsks(QUESTION);
  stack.account.faults.next({ match: WRITE, kind: '500', times: 8 });

  stack.account.update(ticketId, { by: 'bob', status: 'solved' });
  await sitOut();

  expect(stack.account.ticket(ticketId)).toMatchObject({ status: 'solved' });
  expect(await talk.stateOf(ticketId)).toMatchObject({
    state: { mode: 'ended', last: { reason: 'ticket_solved' } },
  });
});

test('leaves a ticket to the agent who replied while its work failed', async () => {
  await given();
  stack.account.faults.next({ match: WRITE, kind: '500', times: 8 });

  const ticketId = await talk.aliceAsks(QUESTION);
  stack.account.comment(ticketId, { by: 'bob', text: 'I will look into it.' });
  await sitOut();

  expect(talk.repliesOf(ticketId)).toEqual([]);
  expect(await talk.stateOf(ticketId)).toMatchObject({ state: { mode: 'agent' } });
});

test('decides again when somebody changes the ticket between read and write', async () => {
  await given();
  stack.account.faults.next({ match: WRITE, kind: '409' });

  const ticketId = await talk.aliceAsks(QUESTION);

  expect(talk.repliesOf(ticketId)).toHaveLength(1);
  // Zendesk has said that this write did not happen.
  expect(stack.account.calls.filter(({ path }) => path.includes('/audits'))).toEqual([]);
});

test('answers once when every webhook arrives twice', async () => {
  await given();
  stack.account.faults.delivery.duplicate = true;

  const ticketId = await talk.aliceAsks(QUESTION);

  expect(talk.repliesOf(ticketId)).toHaveLength(1);
});

test('rebuilds the conversation from the field when the database is lost', async () => {
  await given();
  const ticketId = await talk.aliceAsks(QUESTION);

  await stack.restart();
  stack.account.comment(ticketId, { by: 'alice', text: 'How do I return an item?' });
  await stack.settle();

  expect(talk.repliesOf(ticketId)).toHaveLength(2);
  expect(await talk.stateOf(ticketId)).toMatchObject({ state: { n: 2, turns: 2 } });
});

test('writes the field anew when somebody changed it, and does not believe it', async () => {
  await given();
  const ticketId = await talk.aliceAsks(QUESTION);
  const written = talk.fieldOf(ticketId);

  stack.account.update(ticketId, {
    by: 'bob',
    custom_fields: [{ id: Number(stack.stateFieldId), value: `${written}x` }],
  });
  stack.account.comment(ticketId, { by: 'alice', text: 'Thanks!', public: true });
  await stack.settle();

  expect(await talk.stateOf(ticketId)).toMatchObject({ status: 'verified', state: { n: 2 } });
});

test('ends a conversation whose ticket was closed, without writing', async () => {
  await given();
  const ticketId = await talk.aliceAsks(QUESTION);
  stack.account.clearCalls();

  stack.account.update(ticketId, { by: 'bob', status: 'closed' });
  await stack.settle();

  expect(stack.account.calls.filter(({ method }) => method === 'PUT')).toEqual([]);
  expect((await talk.turnLogOf(ticketId))[0]).toMatchObject({
    action: 'ended',
    reason: 'ticket_closed',
  });
});

test('notices a takeover by the very user it signs in as, after an echo that came with other news', async () => {
  await given({ bodies: 'manual' });
  const { id } = stack.account.createTicket({ by: 'alice', subject: 'Delivery', text: QUESTION });
  await stack.sandbox.settle();
  await stack.service.runDue();
  stack.account.comment(id, { by: 'alice', text: 'Can I talk to a human?' });
  await stack.settle();

  stack.account.comment(id, { by: 'assistant', text: 'Hi Alice, this is Sam. I will call you.' });
  await stack.settle();

  expect(await talk.stateOf(id)).toMatchObject({ state: { mode: 'agent' } });
});

test('answers a customer whose comment breaks the JSON of the body', async () => {
  await given({ bodies: 'manual' });
  stack.account.switches.liquid = 'raw';

  const ticketId = await talk.aliceAsks('How long does "standard"\ndelivery take?');

  expect(talk.repliesOf(ticketId)).toHaveLength(1);
});

test('answers as long as the shop has no state field, and leaves the ticket to an agent who replies', async () => {
  await given();
  const { stateFieldId: _, ...tenant } = (await stack.service.tenants.get(stack.slug))!;
  await stack.service.tenants.save(tenant);
  const says = async (by: string, text: string) => {
    stack.account.comment(ticketId, { by, text });
    await stack.settle();
  };

  const ticketId = await talk.aliceAsks(QUESTION);
  await says('alice', 'How do I return an item?');
  expect(talk.repliesOf(ticketId)).toHaveLength(2);
  await says('bob', 'Bob here.');
  await says('alice', QUESTION);

  expect(talk.repliesOf(ticketId)).toHaveLength(2);
  expect(talk.fieldOf(ticketId)).toBeNull();
});

test('keeps the work while Zendesk refuses our credentials, until they are mended', async () => {
  await given();
  stack.account.faults.next({ match: { path: /./ }, kind: '401', times: 20 });

  const ticketId = await talk.aliceAsks(QUESTION);
  expect(talk.repliesOf(ticketId)).toEqual([]);
  stack.account.faults.clear();
  stack.pass(LONG_MS);
  await stack.settle();

  expect(talk.repliesOf(ticketId)).toMatchObject([{ public: true }]);
});

test('waits for a comment that a webhook names and the list of comments does not show yet', async () => {
  await given();
  const ticketId = await talk.aliceAsks(QUESTION);
  stack.account.switches.commentsLag = 1;

  stack.account.comment(ticketId, { by: 'alice', text: 'How do I return an item?' });
  await stack.settle();

  expect(talk.repliesOf(ticketId)).toHaveLength(2);
});

test.each(['429', '503'] as const)('asks again sooner than in a day after a %s', async (kind) => {
  await given();
  stack.account.faults.next({ match: WRITE, kind, retryAfter: 86_400 });

  const ticketId = await talk.aliceAsks(QUESTION);
  stack.pass(16 * 60_000);
  await stack.settle();

  expect(talk.repliesOf(ticketId)).toHaveLength(1);
});

test('counts a ticket that Zendesk hides from its user as a failure', async () => {
  await given();
  const path = `/api/v2/users/${stack.account.users.assistant.id}`;
  const user = { role: 'agent', ticket_restriction: 'assigned' };
  await asAdmin()({ method: 'PUT', path, body: { user } });

  await talk.aliceAsks(QUESTION);

  const metrics = await (await fetch(`${stack.service.url}/metrics`)).text();
  expect(metrics).toContain('turn_failures_total{code="not_found"} 1');
});

test('does not write again and again into a state field that was deactivated', async () => {
  await given();
  const path = `/api/v2/ticket_fields/${stack.stateFieldId}`;
  const ticketId = await talk.aliceAsks(QUESTION);
  stack.account.comment(ticketId, { by: 'bob', text: 'I will look into it.' });
  await stack.settle();
  await asAdmin()({ method: 'PUT', path, body: { ticket_field: { active: false } } });
  stack.account.clearCalls();

  for (const by of ['alice', 'bob', 'alice', 'bob']) {
    stack.account.comment(ticketId, { by, text: 'One more thing.' });
    await stack.settle();
  }

  expect(stack.account.calls.filter(({ method }) => method === 'PUT')).toEqual([]);
});

test.each([
  ['of mail programs', (line: string) => `> ${line}`],
  ['without marks', (line: string) => line],
])('answers the new words above a quotation of its own: %s', async (_what, quote) => {
  await given();
  const ticketId = await talk.aliceAsks('¿Cuánto tarda el envío estándar?');
  const [first] = talk.repliesOf(ticketId);
  const quoted = first!.body.split('\n').map(quote).join('\n');

  const text = `¿Cómo devuelvo un artículo?\n\nEl lun, Acme escribió:\n${quoted}`;
  stack.account.comment(ticketId, { by: 'alice', text });
  await stack.settle();

  const [, second] = talk.repliesOf(ticketId);
  expect(second).toMatchObject({ public: true });
  expect(second!.body.slice(0, 60)).not.toBe(first!.body.slice(0, 60));
});

test('speaks of no attachments where there is nothing at all', async () => {
  await given();

  const ticketId = await talk.aliceAsks('\u00a0');

  expect(talk.repliesOf(ticketId)).toMatchObject([{ public: false }]);
  expect(talk.repliesOf(ticketId)[0]!.body).not.toContain('attachments');
});

test.each(['observe', 'draft'] as const)(
  'does not count answers that no customer got, in answer mode %s',
  async (answerMode) => {
    await given({ answerMode });
    const ticketId = await talk.aliceAsks(QUESTION);
    for (let i = 0; i < 6; i += 1) {
      stack.account.comment(ticketId, { by: 'alice', text: QUESTION });
      await stack.settle();
    }

    expect((await talk.turnLogOf(ticketId)).map(({ reason }) => reason)).not.toContain(
      'turn_limit_reached',
    );
  },
);
