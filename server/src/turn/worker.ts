import type { DueTicket, Inbox } from '../inbox/inbox.ts';
import type { Logger } from '../logger.ts';

/** Claimed work is looked for this often when no hint comes: another process may have died holding it. */
const POLL_MS = 1_000;

export interface WorkerOptions {
  inbox: Pick<Inbox, 'claim'> & { onDue(listener: () => void): () => void };
  /** Works on one ticket and settles it; never throws. */
  work: (due: DueTicket) => Promise<void>;
  /** Tickets worked on at the same time; each waits on Zendesk most of its life. */
  concurrency: number;
  logger: Logger;
}

export interface Worker {
  start(): void;
  /** Stops claiming and waits for the tickets under way. */
  stop(): Promise<void>;
  /** Works until nothing is due, then answers how many tickets that were. */
  runDue(): Promise<number>;
}

/** Takes due tickets one by one, several at a time, each ticket by one claim only. */
export function createWorker({ inbox, work, concurrency, logger }: WorkerOptions): Worker {
  const underWay = new Set<Promise<void>>();
  let isStopped = true;
  let isClaiming = false;
  let timer: NodeJS.Timeout | undefined;
  let unsubscribe: (() => void) | undefined;

  async function fill(): Promise<void> {
    if (isClaiming) return;
    isClaiming = true;
    try {
      while (!isStopped && underWay.size < concurrency) {
        const due = await inbox.claim();
        if (!due) return;
        const job = work(due).finally(() => {
          underWay.delete(job);
          void fill();
        });
        underWay.add(job);
      }
    } catch (error) {
      logger.error({ err: error }, 'claiming work failed');
    } finally {
      isClaiming = false;
    }
  }

  return {
    start() {
      isStopped = false;
      unsubscribe = inbox.onDue(() => void fill());
      timer = setInterval(() => void fill(), POLL_MS);
      void fill();
    },

    async stop() {
      isStopped = true;
      clearInterval(timer);
      unsubscribe?.();
      await Promise.all(underWay);
    },

    async runDue() {
      let worked = 0;
      for (let due = await inbox.claim(); due; due = await inbox.claim()) {
        await work(due);
        worked += 1;
      }
      return worked;
    },
  };
}
