import { expect, onTestFinished, test } from 'vitest';
import type { DueTicket } from '../../src/inbox/inbox.ts';
import { createLogger } from '../../src/logger.ts';
import { createWorker } from '../../src/turn/worker.ts';
import { invocation, startInbox } from '../support/inbox.ts';
import { openTestDatabase } from '../support/test-database.ts';

const logger = createLogger({ level: 'silent' });

const DUE: DueTicket = {
  ...{ tenant: 'acme', ticketId: '35', lease: 'one' },
  ...{ events: [], nudgedAt: 0, attempts: 0 },
};

/** Lets everything happen that needs no timer. */
const settled = () => new Promise(setImmediate);

/** Due tickets in memory, in their order, named `shop/ticket`; claiming the next one may be held up. */
function scriptedInbox(names: string[]) {
  const asked: string[][] = [];
  let gate: Promise<undefined> | undefined;

  return {
    /** Which shops were passed over, claim by claim. */
    asked,
    holdNextClaim(): () => void {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      gate = promise;
      return () => resolve(undefined);
    },
    inbox: {
      async claim(passedOver: readonly string[] = []) {
        asked.push([...passedOver]);
        const found = names.find((name) => !passedOver.includes(name.split('/')[0]!));
        if (found) names.splice(names.indexOf(found), 1);
        const held = gate;
        gate = undefined;
        await held;
        if (!found) return undefined;
        const [tenant = '', ticketId = ''] = found.split('/');
        return { ...DUE, tenant, ticketId };
      },
      onDue: () => () => undefined,
    },
  };
}

/** Work that ends when it is told to. */
function heldWork() {
  const underWay = new Map<string, () => void>();
  return {
    work: ({ tenant, ticketId }: DueTicket) =>
      new Promise<void>((resolve) => underWay.set(`${tenant}/${ticketId}`, resolve)),
    names: () => [...underWay.keys()],
    finish(name: string): void {
      underWay.get(name)!();
      underWay.delete(name);
    },
  };
}

function startWorker(
  options: Omit<Parameters<typeof createWorker>[0], 'logger'>,
  held = heldWork(),
) {
  const worker = createWorker({ ...options, logger });
  worker.start();
  onTestFinished(async () => {
    const stopping = worker.stop();
    for (const name of held.names()) held.finish(name);
    await stopping;
  });
  return worker;
}

test('begins no work once it is stopped, not even on what it was just claiming', async () => {
  const claim = Promise.withResolvers<DueTicket | undefined>();
  const worked: DueTicket[] = [];
  const worker = createWorker({
    inbox: { claim: () => claim.promise, onDue: () => () => undefined },
    work(due) {
      worked.push(due);
      return Promise.resolve();
    },
    concurrency: 1,
    logger,
  });
  worker.start();

  let isStopped = false;
  const stopping = worker.stop().then(() => (isStopped = true));
  await settled();
  expect(isStopped).toBe(false);
  claim.resolve(DUE);
  await stopping;
  await settled();

  expect(worked).toEqual([]);
});

test("answers a shop's customer at once while another shop's Zendesk hangs", async () => {
  const inbox = await startInbox(await openTestDatabase(), Date.now, { debounceMs: 0 });
  for (let n = 1; n <= 32; n++) {
    await inbox.receive(invocation({ tenant: 'down', ticketId: String(n) }));
  }
  const held = heldWork();
  const answered = Promise.withResolvers<DueTicket>();
  const work = async (due: DueTicket) => {
    if (due.tenant === 'down') return held.work(due);
    await inbox.settle(due, { kind: 'done' });
    answered.resolve(due);
  };
  startWorker({ inbox, concurrency: 8, work }, held);

  await inbox.receive(invocation({ tenant: 'acme', ticketId: '35' }));

  expect(await answered.promise).toMatchObject({ tenant: 'acme', ticketId: '35' });
  expect(held.names()).toEqual(['down/1', 'down/2', 'down/3', 'down/4']);
});

test.each([
  [1, 1],
  [2, 1],
  [3, 2],
  [8, 4],
])('of %i workers one shop alone takes %i, the oldest tickets first', async (concurrency, most) => {
  const { inbox } = scriptedInbox(['acme/1', 'acme/2', 'acme/3', 'acme/4', 'acme/5']);
  const held = heldWork();

  startWorker({ inbox, concurrency, work: held.work }, held);
  await settled();

  expect(held.names()).toEqual(['acme/1', 'acme/2', 'acme/3', 'acme/4'].slice(0, most));
});

test('leaves a worker to the healthy shops when several shops hang', async () => {
  const tickets = ['1', '2', '3', '4', '5'];
  const hanging = ['a', 'b', 'c'].flatMap((shop) => tickets.map((id) => `${shop}/${id}`));
  const { inbox } = scriptedInbox([...hanging, 'acme/1']);
  const held = heldWork();

  startWorker({ inbox, concurrency: 8, work: held.work }, held);
  await settled();

  expect(held.names()).toContain('acme/1');
});

test('goes on with a shop as soon as one of its workers is free, also when that happens during a claim', async () => {
  const { inbox, asked, holdNextClaim } = scriptedInbox(['down/1', 'down/2', 'down/3', 'acme/1']);
  const held = heldWork();
  startWorker({ inbox, concurrency: 4, work: held.work }, held);
  await settled();
  expect(held.names()).toEqual(['down/1', 'down/2', 'acme/1']);
  const claims = asked.length;

  const release = holdNextClaim();
  held.finish('acme/1');
  await settled();
  held.finish('down/1');
  await settled();
  release();
  await settled();

  expect(held.names()).toEqual(['down/2', 'down/3']);
  // Two that found nothing, and the one between them: it looks again when there is a reason, not on and on.
  expect(asked.slice(claims)).toEqual([['down'], [], ['down']]);
});
