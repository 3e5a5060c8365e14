import { onTestFinished } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { createInbox, type InboxOptions, type ProcessInbox } from '../../src/inbox/create-inbox.ts';
import type { DueTicket, Invocation } from '../../src/inbox/inbox.ts';

export interface Clock {
  (): number;
  advance(ms: number): void;
}

/** A clock that stands until it is advanced. */
export function testClock(start = 1_000_000): Clock {
  let time = start;
  return Object.assign(() => time, { advance: (ms: number) => void (time += ms) });
}

let processes = 0;

/** The inbox of one process, started, on a clock; stopped when the test has finished. */
export async function startInbox(
  db: Database,
  now: () => number,
  options: Partial<InboxOptions> = {},
): Promise<ProcessInbox> {
  const inbox = createInbox({ db, now, processId: `process-${++processes}`, ...options });
  await inbox.start();
  onTestFinished(() => inbox.stop());
  return inbox;
}

let deliveries = 0;

/** A delivery about ticket 42 of shop acme, unlike every other. */
export function invocation({
  ticketId = '42',
  tenant = 'acme',
  ...overrides
}: Partial<Invocation> & { ticketId?: string } = {}): Invocation {
  const n = ++deliveries;
  return {
    tenant,
    digest: `digest-${n}`,
    invocationId: `01H${n}`,
    body: `{"id":"${ticketId}"}`,
    receivedAt: 1_000_000,
    event: { kind: 'comment', ticketId, commentId: String(n), commentAuthorId: '7' },
    ...overrides,
  };
}

/** Claims what has to be there. */
export async function claimed(inbox: ProcessInbox): Promise<DueTicket> {
  const due = await inbox.claim();
  if (!due) throw new Error('nothing is due');
  return due;
}
