/** Counts what happens, so that a kill comes in the midst of it and not between. */
export function createMoments() {
  let waiting: { left: number; go: () => void } | undefined;
  return {
    pass() {
      if (!waiting) return;
      waiting.left -= 1;
      if (waiting.left > 0) return;
      waiting.go();
      waiting = undefined;
    },
    after: (count: number) => new Promise<void>((go) => (waiting = { left: count, go })),
  };
}
