import type { Logger } from './logger.ts';

/** What has to end, by the name an operator reads. Those of one stage end side by side. */
export type Stage = Readonly<Record<string, () => Promise<unknown>>>;

export interface EndOptions {
  logger: Logger;
  withinMs: number;
}

/**
 * Ends one stage after the other, and resolves when all have ended or the time is over, whichever comes first. Never
 * fails: what does not end, or ends with an error, is named in a warning, and the rest goes on.
 */
export async function endInTime(
  stages: readonly Stage[],
  { logger, withinMs }: EndOptions,
): Promise<void> {
  const left = new Set(stages.flatMap((stage) => Object.keys(stage)));

  async function end(name: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      logger.warn({ what: name, err: error }, 'this could not be ended properly');
    }
    left.delete(name);
  }
  async function endAll(): Promise<void> {
    for (const stage of stages) {
      await Promise.all(Object.entries(stage).map(([name, work]) => end(name, work)));
    }
  }

  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      const warning = 'not everything ended in time; what this process holds runs out by itself';
      logger.warn({ left: [...left], withinMs }, warning);
      resolve();
    }, withinMs);
  });
  await Promise.race([endAll(), late]);
  clearTimeout(timer);
}
