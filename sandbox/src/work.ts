/** Counts what is under way (deliveries, jobs), so that `settle()` knows when nothing is. */
export class Work {
  #underWay = 0;
  #waiting: Array<() => void> = [];

  begin(): void {
    this.#underWay += 1;
  }

  end(): void {
    this.#underWay -= 1;
    if (this.#underWay > 0) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }

  /** Runs `job` in the background and counts it until it ends. */
  track(job: () => Promise<void>): void {
    this.begin();
    void job().finally(() => this.end());
  }

  async idle(): Promise<void> {
    while (this.#underWay > 0) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
      // What ended may have started something else in the same turn of the event loop.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
