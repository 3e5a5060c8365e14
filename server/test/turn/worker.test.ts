import { expect, test } from 'vitest';
import type { DueTicket } from '../../src/inbox/inbox.ts';
import { createLogger } from '../../src/logger.ts';
import { createWorker } from '../../src/turn/worker.ts';

const DUE: DueTicket = {
  ...{ tenant: 'acme', ticketId: '35', lease: 'one' },
  ...{ events: [], nudgedAt: 0, attempts: 0 },
};

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
    logger: createLogger({ level: 'silent' }),
  });
  worker.start();

  let isStopped = false;
  const stopping = worker.stop().then(() => (isStopped = true));
  await new Promise(setImmediate);
  expect(isStopped).toBe(false);
  claim.resolve(DUE);
  await stopping;
  await new Promise(setImmediate);

  expect(worked).toEqual([]);
});
