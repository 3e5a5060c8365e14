import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startReceiver } from '../../../sandbox/test/receiver.ts';
import type { Receiver } from '../../../sandbox/test/receiver.ts';
import { startHealthy } from './healthy-account.ts';
import type { HealthyAccount } from './healthy-account.ts';

/** Conditions that are near the right ones; whether they are right, only a look at all of them tells. */
const aboutComments = fc.constantFrom(
  ...['true', 'false', 'not_relevant', 'requester_can_see_comment'].map((value) => ({
    ...{ field: 'comment_is_public', operator: 'is', value },
  })),
  { field: 'comment_is_public', operator: 'is_not', value: 'true' },
  { field: 'ticket_is_public', operator: 'is', value: 'public' },
  { field: 'status', operator: 'is_not', value: 'closed' },
  { field: 'status', operator: 'less_than', value: 'closed' },
  { field: 'update_type', operator: 'is', value: 'Change' },
  { field: 'update_type', operator: 'is', value: 'Create' },
  { field: 'role', operator: 'is', value: 'end_user' },
  { field: 'role', operator: 'is', value: 'agent' },
);

const aboutEndings = fc.constantFrom(
  ...['value', 'is', 'not_value', 'is_not', 'greater_than', 'less_than', 'value_previous'].flatMap(
    (operator) =>
      ['open', 'pending', 'solved', 'closed'].map((value) => ({
        ...{ field: 'status', operator, value },
      })),
  ),
  { field: 'status', operator: 'changed', value: '' },
  { field: 'update_type', operator: 'is', value: 'Change' },
);

const CHANGED_TO = ['solved', 'closed'].map((value) => ({
  ...{ field: 'status', operator: 'value', value },
}));

const someOf = <T>(one: fc.Arbitrary<T>) =>
  fc.record({ all: fc.array(one, { maxLength: 2 }), any: fc.array(one, { maxLength: 3 }) });

let it: HealthyAccount;
let receiver: Receiver;

beforeAll(async () => {
  it = await startHealthy();
  receiver = await startReceiver();
  it.spec.backendUrl = receiver.url.replace(/\/zendesk_webhook.*/, '');
  await it.fix();
});

afterAll(async () => {
  await it.sandbox.stop();
  await receiver.stop();
});

/** A ticket's way; each change also sets a tag, so that "solved" again is an update of a solved ticket. */
const STATUSES = [
  ...(['open', 'hold', 'pending', 'open', 'solved', 'solved'] as const),
  ...(['open', 'pending', 'solved', 'hold', 'solved', 'closed'] as const),
];
/** Hidden, created, note, answer, thanks, tag, subject; then the statuses. */
const TOLD_OF_COMMENTS = [0, 1, 0, 1, 1, 0, 0, ...STATUSES.map(() => 0)];
const TOLD_OF_ENDINGS = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1];

/** What the sandbox's own triggers tell during one life of a ticket, step by step. */
async function toldDuringALife(event: string): Promise<number[]> {
  const { account, sandbox } = it;
  const counts: number[] = [];
  const step = async (happens: () => unknown) => {
    receiver.received.length = 0;
    await happens();
    await sandbox.settle();
    counts.push(receiver.received.filter(({ body }) => body.includes(`"event":"${event}"`)).length);
  };

  let id = 0;
  const hidden = { subject: 'Call', comment: { body: 'They rang', public: false } };
  await step(() => it.api('POST', '/tickets', { ticket: hidden }));
  await step(() => (id = account.createTicket({ by: 'alice', subject: 'Q', text: 'Hi?' })['id']));
  await step(() => account.comment(id, { by: 'bob', text: 'A note', public: false }));
  await step(() => account.comment(id, { by: 'bob', text: 'An answer' }));
  await step(() => account.comment(id, { by: 'alice', text: 'Thanks' }));
  await step(() => account.update(id, { by: 'bob', tags: ['seen'] }));
  await step(() => account.update(id, { by: 'alice', subject: 'My question' }));
  for (const [index, status] of STATUSES.entries()) {
    await step(() => account.update(id, { by: 'bob', status, tags: [`step_${index}`] }));
  }
  return counts;
}

/** Whether a check has nothing to say about a trigger, and what the sandbox makes of it. */
async function judge(role: 'comment' | 'closed', conditions: { all: object[]; any: object[] }) {
  await it.conditions(role, conditions);
  const { findings } = await it.check();
  const isPassed = findings.every(({ object }) => object.kind !== `${role}_trigger`);
  return isPassed ? toldDuringALife(role === 'comment' ? 'public_comment' : 'closed') : undefined;
}

const PUBLIC = { field: 'comment_is_public', operator: 'is', value: 'true' };

test('conditions that pass tell of public comments, each of them and nothing else', async () => {
  let passed = 0;
  await fc.assert(
    fc.asyncProperty(someOf(aboutComments), fc.boolean(), async (random, isNear) => {
      const all = isNear ? [PUBLIC, ...random.all] : random.all;

      const told = await judge('comment', { ...random, all });

      passed += told ? 1 : 0;
      expect(told ?? TOLD_OF_COMMENTS).toEqual(TOLD_OF_COMMENTS);
    }),
    { numRuns: 60, examples: [[{ all: [], any: [] }, true]] },
  );
  expect(passed).toBeGreaterThan(0);
});

test('conditions that pass tell of endings, each of them and nothing else', async () => {
  let passed = 0;
  await fc.assert(
    fc.asyncProperty(someOf(aboutEndings), fc.boolean(), async (random, isNear) => {
      const any = isNear ? [...CHANGED_TO, ...random.any.slice(0, 1)] : random.any;

      const told = await judge('closed', { ...random, any });

      passed += told ? 1 : 0;
      expect(told ?? TOLD_OF_ENDINGS).toEqual(TOLD_OF_ENDINGS);
    }),
    { numRuns: 60, examples: [[{ all: [], any: [] }, true]] },
  );
  expect(passed).toBeGreaterThan(0);
});
