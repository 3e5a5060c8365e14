import { expect, test } from 'vitest';
import { createWaitingReasons } from '../../src/inbox/waiting-reason.ts';
import { claimed, startInbox, testClock } from '../support/inbox.ts';
import { openTestDatabase } from '../support/test-database.ts';

/** An inbox with ticket 42 due now, and the answer to why it waits. */
async function ticketThatWaits() {
  const clock = testClock();
  const db = await openTestDatabase();
  const inbox = await startInbox(db, clock, { debounceMs: 0 });
  const account: { limitedUntil?: number } = {};
  const reasonOf = createWaitingReasons({
    db,
    now: clock,
    limitedUntil: () => Promise.resolve(account.limitedUntil),
  });
  await inbox.nudge('acme', '42');
  return { clock, inbox, account, why: () => reasonOf('acme', '42'), reasonOf };
}

test('says nothing of a ticket without work, nor of one that is being worked on', async () => {
  const { inbox, why, reasonOf } = await ticketThatWaits();

  await claimed(inbox);

  expect(await why()).toBeUndefined();
  expect(await reasonOf('acme', '43')).toBeUndefined();
});

test('tells a ticket in the queue from one that waits for another attempt', async () => {
  const { clock, inbox, why } = await ticketThatWaits();

  const queued = await why();
  const due = await claimed(inbox);
  await inbox.settle(due, { kind: 'retry', at: clock() + 5_000, errorCode: 'server_error' });
  const retrying = await why();

  expect(queued).toEqual({ because: 'queued', until: clock(), attempts: 0 });
  expect(retrying).toEqual({
    because: 'retrying',
    until: clock() + 5_000,
    attempts: 1,
    errorCode: 'server_error',
  });
});

test.each(['rate_limited', 'held_back'])(
  'names the limit of Zendesk and when it ends: %s',
  async (errorCode) => {
    const { clock, inbox, why } = await ticketThatWaits();

    const due = await claimed(inbox);
    await inbox.settle(due, { kind: 'retry', at: clock() + 40_000, errorCode });

    expect(await why()).toMatchObject({ because: 'zendesk_limit', until: clock() + 40_000 });
  },
);

test('names the limit for a ticket that has not been tried yet', async () => {
  const { clock, account, why } = await ticketThatWaits();

  account.limitedUntil = clock() + 30_000;

  expect(await why()).toMatchObject({ because: 'zendesk_limit', until: clock() + 30_000 });
});

test('says that it gave up, and why', async () => {
  const { inbox, why } = await ticketThatWaits();

  await inbox.settle(await claimed(inbox), { kind: 'dead', errorCode: 'invalid', message: 'No' });

  expect(await why()).toEqual({ because: 'gave_up', attempts: 1, errorCode: 'invalid' });
});

test('forgets a process that died holding the ticket', async () => {
  const { clock, inbox, why } = await ticketThatWaits();

  await claimed(inbox);
  clock.advance(60_000);

  expect(await why()).toMatchObject({ because: 'queued' });
});
