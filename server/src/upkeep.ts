import type { Rooms } from './rooms.ts';
import { createSetupWatch } from './setup/setup-watch.ts';
import { createSweeper } from './sweep/sweeper.ts';

/** Bodies hold customers' words; a week is as long as Zendesk keeps its own log of invocations. */
const KEEP_HANDLED_MS = 7 * 24 * 3_600_000;
const FORGET_EVERY_MS = 3_600_000;
/** A year and a month: the same month of last year is what figures are compared with. */
const KEEP_FIGURES_MS = 396 * 24 * 3_600_000;
/**
 * Half a year: a complaint about an answer comes sooner. Turns hold our own words and ids, never a customer's. With
 * them go the conversations that ended and the work that nobody replayed.
 */
const KEEP_TURNS_MS = 183 * 24 * 3_600_000;

export type Upkeep = ReturnType<typeof createUpkeep>;

/** What nobody waits for: sweeps, set-up checks, and forgetting what is old. */
export function createUpkeep(rooms: Rooms, publicUrl: () => string) {
  const { db, sweeps, figures, setupChecks, tenants, metrics, logger, now } = rooms;
  const sweeper = createSweeper({
    ...{ db, figures, metrics, logger, now, publicUrl },
    store: sweeps,
    tenantCalls: rooms.background,
  });
  const setupWatch = createSetupWatch({
    ...{ tenants, logger, now, publicUrl },
    store: setupChecks,
    callFor: rooms.setupCall,
  });
  let timer: NodeJS.Timeout | undefined;

  async function forgetOld(): Promise<void> {
    await rooms.inbox.forgetHandled(now() - KEEP_HANDLED_MS);
    await sweeps.forget(now() - KEEP_FIGURES_MS);
    await figures.forget(now() - KEEP_FIGURES_MS);
    await rooms.conversations.forgetTurns(now() - KEEP_TURNS_MS);
    await rooms.conversations.forgetEnded(now() - KEEP_TURNS_MS);
    await rooms.inbox.forgetDead(now() - KEEP_TURNS_MS);
  }

  return {
    sweep: () => sweeper.runDue(),
    checkSetup: () => setupWatch.runDue(),
    forget: forgetOld,

    /** `withWork`: a process without workers only receives, and forgets. */
    start({ withWork }: { withWork: boolean }): void {
      timer = setInterval(() => {
        forgetOld().catch((error: unknown) => {
          logger.warn({ err: error }, 'what is old could not be deleted; tried again in an hour');
        });
      }, FORGET_EVERY_MS);
      if (!withWork) return;
      sweeper.start();
      setupWatch.start();
    },

    async stop(): Promise<void> {
      clearInterval(timer);
      await sweeper.stop();
      await setupWatch.stop();
    },
  };
}
