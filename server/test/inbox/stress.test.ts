import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { createInbox, type ProcessInbox } from '../../src/inbox/create-inbox.ts';
import type { DueTicket, Settlement } from '../../src/inbox/inbox.ts';
import { invocation } from '../support/inbox.ts';
import { createTestDatabase, openAgain } from '../support/test-database.ts';

const ticketIds = Array.from({ length: 12 }, (_, n) => String(n + 1));
const receiversPerProcess = 4;
const deliveriesPerReceiver = 40;
const claimersPerProcess = 4;
const crashes = 6;

/** Tickets that a process with a good lease works on right now, and those that two of them worked on at once. */
interface Witness {
  working: Map<string, string>;
  overlaps: string[];
}

const quick = { now: Date.now, debounceMs: 5, maxWaitMs: 20 };

test('handles each acknowledged delivery once, one turn at a time per ticket, while processes fail and die', async () => {
  const url = await createTestDatabase();
  const witness: Witness = { working: new Map(), overlaps: [] };
  const processes = [await startProcess(url, 'a'), await startProcess(url, 'b')];
  const inboxes = processes.map(({ inbox }) => inbox);
  let isEverythingSent = false;

  const working = processes.flatMap(({ inbox, db }) =>
    Array.from({ length: claimersPerProcess }, () =>
      workUntil(async () => isEverythingSent && !(await hasWork(db)), inbox, witness),
    ),
  );
  const receiving = inboxes.flatMap((inbox) =>
    Array.from({ length: receiversPerProcess }, () => deliver(inbox)),
  );
  const crashing = crashNow(url, crashes);
  const acknowledged = (await Promise.all(receiving)).flat();
  await crashing;
  isEverythingSent = true;
  await Promise.all(working);
  for (const inbox of inboxes) await inbox.stop();

  const { db } = processes[0]!;
  const handled = await db.query<{ id: string }>('SELECT id FROM turns');
  const stored = await db.query('SELECT digest FROM invocations WHERE handled_at IS NULL');
  expect(witness.overlaps).toEqual([]);
  expect(stored).toEqual([]);
  expect(handled.map(({ id }) => id).sort()).toEqual(acknowledged.sort());
});

async function startProcess(url: string, processId: string, leaseMs = 10_000) {
  const db = await openAgain(url);
  const inbox = createInbox({ db, processId, leaseMs, ...quick });
  await inbox.start();
  return { db, inbox };
}

/** Some deliveries come twice at the same moment; answers the comment ids of the acknowledged ones. */
async function deliver(inbox: ProcessInbox): Promise<string[]> {
  const acknowledged: string[] = [];
  for (let n = 0; n < deliveriesPerReceiver; n++) {
    const delivery = invocation({ ticketId: oneOf(ticketIds) });
    const times = Math.random() < 0.1 ? 2 : 1;
    const answers = await Promise.all(Array.from({ length: times }, () => inbox.receive(delivery)));
    expect(answers.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    acknowledged.push(delivery.event!.commentId!);
    if (Math.random() < 0.3) await pause(Math.random() * 20);
  }
  return acknowledged;
}

async function workUntil(
  isDone: () => Promise<boolean>,
  inbox: ProcessInbox,
  witness: Witness,
): Promise<void> {
  while (!(await isDone())) {
    const due = await inbox.claim();
    if (due) await workOn(due, inbox, witness);
    else await pause(5);
  }
}

/** A turn that ends well, is to be repeated, fails for good, or breaks while it is stored. */
async function workOn(due: DueTicket, inbox: ProcessInbox, witness: Witness): Promise<void> {
  const { ticketId, lease } = due;
  const other = witness.working.get(ticketId);
  if (other) witness.overlaps.push(`${ticketId}: ${other} and ${lease}`);
  witness.working.set(ticketId, lease);
  await pause(Math.random() * 8);
  witness.working.delete(ticketId);

  const fate = Math.random();
  const settlement = settlementFor(fate);
  const settling = inbox.settle(due, settlement, async (tx) => {
    if (settlement.kind !== 'retry') await record(tx, due);
    if (fate > 0.92) throw new Error('storing the turn failed');
  });
  await settling.catch((error: Error) => expect(error.message).toBe('storing the turn failed'));
}

/** One row per event, under a key: an event that is handled twice breaks the settlement. */
async function record(tx: Pick<Database, 'query'>, due: DueTicket): Promise<void> {
  for (const event of due.events) {
    await tx.query(
      `INSERT INTO turns (id, tenant, ticket_id, n, at, action, reason, record)
       VALUES (?, 'acme', ?, ?, 1, '', '', '')`,
      [event.commentId!, due.ticketId, Number(event.commentId)],
    );
  }
}

function settlementFor(fate: number): Settlement {
  if (fate < 0.15) return { kind: 'retry', at: Date.now() + 10, errorCode: 'test' };
  if (fate < 0.2) return { kind: 'dead', errorCode: 'test', message: 'test' };
  return { kind: 'done' };
}

/** Processes that claim and die: one after the other takes tickets and is never heard of again. */
async function crashNow(url: string, times: number): Promise<void> {
  for (let n = 0; n < times; n++) {
    const { db, inbox } = await startProcess(url, `crashing-${n}`, 300);
    const held = [await inbox.claim(), await inbox.claim()];
    await pause(100);
    // Every second one comes back after its lease and finds that its word counts no more.
    if (n % 2 === 1) await settleTooLate(db, inbox, held);
    await db.close();
  }
}

async function settleTooLate(
  db: Database,
  inbox: ProcessInbox,
  held: (DueTicket | undefined)[],
): Promise<void> {
  await db.query(`UPDATE processes SET alive_until = 0 WHERE id LIKE 'crashing-%'`);
  await pause(50);
  for (const due of held) {
    if (due) await inbox.settle(due, { kind: 'done' }, (tx) => record(tx, due));
  }
}

async function hasWork(db: Database): Promise<boolean> {
  const rows = await db.query('SELECT ticket_id FROM due_tickets WHERE dead_at IS NULL LIMIT 1');
  return rows.length > 0;
}

function oneOf<Item>(items: readonly Item[]): Item {
  return items[Math.floor(Math.random() * items.length)]!;
}
