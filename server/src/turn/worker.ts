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

/**
 * Takes due tickets one by one, several at a time, each ticket by one claim only.
 *
 * A shop gets one more worker only while it holds fewer than are free. Alone it thus gets half of them, rounded up:
 * a Zendesk that hangs, where each turn waits for its time-outs, leaves as many to everybody else. Where several hang,
 * each makes room for the next. A busy shop loses nothing by it: of the default eight workers four already make more
 * calls than a Zendesk account allows.
 */
export function createWorker({ inbox, work, concurrency, logger }: WorkerOptions): Worker {
  /** The turns under way, and whose they are. */
  const underWay = new Map<Promise<void>, string>();
  let isStopped = true;
  let isAskedAgain = false;
  let claiming: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let unsubscribe: (() => void) | undefined;

  function fill(): void {
    isAskedAgain = true;
    claiming ??= claimAll().finally(() => {
      claiming = undefined;
      // The claim that found nothing may have passed over what a worker became free for meanwhile.
      if (isAskedAgain) fill();
    });
  }

  async function claimAll(): Promise<void> {
    isAskedAgain = false;
    try {
      while (!isStopped && underWay.size < concurrency) {
        const due = await inbox.claim(shopsWithTheirShare());
        if (!due || isStopped) return;
        begin(due);
      }
    } catch (error) {
      logger.error({ err: error }, 'claiming work failed');
    }
  }

  function shopsWithTheirShare(): string[] {
    const free = concurrency - underWay.size;
    const byShop = Map.groupBy(underWay.values(), (tenant) => tenant);
    return [...byShop].filter(([, held]) => held.length >= free).map(([tenant]) => tenant);
  }

  function begin(due: DueTicket): void {
    const job = work(due).finally(() => {
      underWay.delete(job);
      fill();
    });
    underWay.set(job, due.tenant);
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
      await Promise.all(underWay.keys());
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
