export interface AlarmOptions {
  /** When something becomes due after the given time. */
  nextDueAt: (after: number) => Promise<number | undefined>;
  now: () => number;
  ring: () => void;
}

/** Looked at again at least this often, milliseconds: clocks get set. */
const longestWaitMs = 60_000;

/** Rings when it is told to look and whenever a ticket's time has come; a hint, so a failure is left to the poll. */
export function createAlarm({ nextDueAt, now, ring }: AlarmOptions) {
  let timer: NodeJS.Timeout | undefined;
  let isLooking = false;
  let lookAgain = false;
  let isStopped = false;

  async function look(): Promise<void> {
    if (isStopped) return;
    lookAgain = isLooking;
    if (isLooking) return;

    isLooking = true;
    ring();
    const next = await nextDueAt(now()).catch(() => undefined);
    isLooking = false;
    if (lookAgain) return look();
    clearTimeout(timer);
    if (next === undefined || isStopped) return;
    timer = setTimeout(
      () => void look(),
      Math.min(Math.max(next - now(), 1), longestWaitMs),
    ).unref();
  }

  return {
    look: () => void look(),
    stop(): void {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
