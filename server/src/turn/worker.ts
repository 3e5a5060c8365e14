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
  /** Stops claiming and waits for the tickets under way; one claimed this moment is left to the inbox's stop. */
  stop(): Promise<void>;
  /** Works until nothing is due, then answers how many tickets that were. */
  runDue(): Promise<number>;
}

/** Takes due tickets one by one, several at a time, each ticket by one claim only. */
export function createWorker({ inbox, work, concurrency, logger }: WorkerOptions): Worker {
  const underWay = new Set<Promise<void>>();
  let isStopped = true;
  let claiming: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let unsubscribe: (() => void) | undefined;

  function fill(): void {
    claiming ??= claimAll().finally(() => (claiming = undefined));
  }

  async function claimAll(): Promise<void> {
    try {
      while (!isStopped && underWay.size < concurrency) {
        const due = await inbox.claim();
        if (!due || isStopped) return;
        const job = work(due).finally(() => {
          underWay.delete(job);
          fill();
        });
        underWay.add(job);
      }
    } catch (error) {
      logger.error({ err: error }, 'claiming work failed');
    }
  }

  return {
    start() {
      isStopped = false;
      unsubscribe = inbox.onDue(fill);
      timer = setInterval(fill, POLL_MS);
      fill();
    },

    async stop() {
      isStopped = true;
      clearInterval(timer);
      unsubscribe?.();
      await claiming;
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
