import { randomUUID } from 'node:crypto';
import type { Database } from '../db/database.ts';
import type { Steps } from '../db/steps.ts';
import { createAlarm } from './alarm.ts';
import { claimTicket } from './claim.ts';
import { readDeadLetters, type DeadLetter } from './dead-letters.ts';
import { countDue, hasDue, nextDueAt, nudgeTicket } from './due-ticket-rows.ts';
import { createHeartbeat } from './heartbeat.ts';
import type { DueTicket, Inbox } from './inbox.ts';
import { storeInvocation } from './receive.ts';
import { replayWork } from './replay.ts';
import { forgetDeadLetters, forgetHandledInvocations } from './retention.ts';
import { settleTicket } from './settle.ts';
import { countWaitingWork, readWaitingWork, type WaitingWork } from './waiting-work.ts';

export interface InboxOptions {
  db: Database;
  /** New at every start: claims of the process before must look like a stranger's. */
  processId: string;
  /** Epoch milliseconds. Processes on one database need clocks that agree to within a second or two. */
  now: () => number;
  /** A customer's next sentence usually comes within this time. */
  debounceMs?: number | undefined;
  /** One who writes on and on gets an answer after this time. */
  maxWaitMs?: number | undefined;
  /** A process that fell silent for this long loses its tickets to the others. */
  leaseMs?: number | undefined;
}

/** The inbox of one process: `start` before claiming, `stop` after the last settlement. */
export interface ProcessInbox extends Inbox {
  /** Begins the heartbeat that keeps this process's claims. */
  start(): Promise<void>;
  /** Gives back what this process still holds, at once, and claims nothing any more. */
  stop(): Promise<void>;
  /** Like the sweep's `nudge` when `first`, in the same transaction, answers that there is a reason; answers the same. */
  nudgeIf(tenant: string, ticketId: string, first: () => Steps<boolean>): Promise<boolean>;
  hasDue(): Promise<boolean>;
  /** How many tickets wait for a turn or are in one. */
  countDue(): Promise<number>;
  /** When the next ticket that nobody works on is due, epoch milliseconds; may be past. */
  nextDueAt(): Promise<number | undefined>;
  deadLetters(tenant?: string): Promise<DeadLetter[]>;
  /** Work whose last attempt failed and that nobody is at, of one shop or of all. */
  waitingWork(tenant?: string): Promise<WaitingWork[]>;
  countWaitingWork(tenant?: string): Promise<number>;
  /**
   * Makes dead tickets due again, and now those that wait for a later attempt, all of a shop's or one; answers how
   * many.
   */
  replay(tenant: string, ticketId?: string): Promise<number>;
  /** Deletes invocations that were handled before a time; answers how many. */
  forgetHandled(before: number): Promise<number>;
  /** Deletes dead letters from before a time; answers how many. */
  forgetDead(before: number): Promise<number>;
  /** Calls `listener` when a claim may find something. A hint: poll as well. Returns how to stop it. */
  onDue(listener: () => void): () => void;
}

const channel = 'smart_assistant_due_tickets';

/** The inbox on a database, shared by every process that uses it. */
export function createInbox(options: InboxOptions): ProcessInbox {
  const { db, processId, now, leaseMs = 10_000 } = options;
  const debounce = {
    debounceMs: options.debounceMs ?? 2_000,
    maxWaitMs: options.maxWaitMs ?? 10_000,
  };
  const heartbeat = createHeartbeat({ db, processId, now, leaseMs });
  const holding = createHolding(db, () => now() + debounce.debounceMs);
  let phase: 'new' | 'started' | 'stopped' = 'new';

  return {
    async receive(invocation) {
      const isNew = await storeInvocation(db, invocation, debounce, now());
      if (isNew && invocation.event) db.announce(channel);
      return { duplicate: !isNew };
    },

    async nudge(tenant, ticketId, by = 'sweep') {
      const wait = by === 'agent' ? { ...debounce, debounceMs: 0 } : debounce;
      await db.steps(() => nudgeTicket({ tenant, ticketId }, wait, now(), by));
      db.announce(channel);
    },

    async nudgeIf(tenant, ticketId, first) {
      const isNudged = await db.steps(function* () {
        if (!(yield* first())) return false;
        yield* nudgeTicket({ tenant, ticketId }, debounce, now(), 'sweep');
        return true;
      });
      if (isNudged) db.announce(channel);
      return isNudged;
    },

    async claim(passedOver = []) {
      if (phase === 'new') throw new Error('The inbox has no heartbeat yet: call start() first');
      if (phase === 'stopped') return undefined;

      await holding.releaseDropped();
      if (!(await hasDue(db, now(), passedOver))) return undefined;
      await heartbeat.ensureAlive();
      const lease = randomUUID();
      return holding.dropOnFailure(lease, () =>
        claimTicket(db, { processId, lease, now: now(), passedOver }),
      );
    },

    async settle(due, settlement, also) {
      const isSettled = await holding.dropOnFailure(due.lease, () =>
        settleTicket(db, { due, settlement, also, now: now() }),
      );
      if (isSettled) db.announce(channel);
      return isSettled;
    },

    async start() {
      await heartbeat.start();
      phase = 'started';
    },

    async stop() {
      phase = 'stopped';
      await heartbeat.stop();
      db.announce(channel);
    },

    hasDue: () => hasDue(db, now()),
    countDue: () => countDue(db),
    nextDueAt: () => nextDueAt(db, now()),
    deadLetters: (tenant) => readDeadLetters(db, tenant),
    waitingWork: (tenant) => readWaitingWork(db, { tenant, now: now() }),
    countWaitingWork: (tenant) => countWaitingWork(db, { tenant, now: now() }),

    async replay(tenant, ticketId) {
      const count = await replayWork(db, { tenant, ticketId, now: now() });
      if (count > 0) db.announce(channel);
      return count;
    },

    forgetHandled: (before) => forgetHandledInvocations(db, before),
    forgetDead: (before) => forgetDeadLetters(db, before),

    onDue(listener) {
      const alarm = createAlarm({
        nextDueAt: (after) => nextDueAt(db, now(), after),
        now,
        ring: listener,
      });
      const unlisten = db.listen(channel, alarm.look);
      alarm.look();
      return () => {
        unlisten();
        alarm.stop();
      };
    },
  };
}

/**
 * A claim or settlement that failed may still have left a claim of ours that nobody works on, and our
 * heartbeat would keep it for ever: such leases are dropped with the next claim.
 */
function createHolding(db: Database, dueAt: () => number) {
  const dropped = new Set<DueTicket['lease']>();

  return {
    async dropOnFailure<Result>(lease: string, work: () => Promise<Result>): Promise<Result> {
      try {
        const result = await work();
        dropped.delete(lease);
        return result;
      } catch (error) {
        dropped.add(lease);
        throw error;
      }
    },
    /** Not due at once: what failed a moment ago would fail again. */
    async releaseDropped(): Promise<void> {
      for (const lease of dropped) {
        await db.query(
          `UPDATE due_tickets SET claimed_by = NULL, claimed_nudges = NULL, lease = NULL, due_at = ?
           WHERE lease = ?`,
          [dueAt(), lease],
        );
        dropped.delete(lease);
      }
    },
  };
}
