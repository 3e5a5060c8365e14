/** How long deliveries are gathered before they leave in reverse. */
const GATHER_MS = 50;

/** Lets deliveries leave at once, or, to show that no order is promised, in reverse order of arrival. */
export class Outbox {
  #held: Array<() => void> = [];

  async turn(reversed: boolean): Promise<void> {
    if (!reversed) return;
    await new Promise<void>((resolve) => {
      this.#held.push(resolve);
      if (this.#held.length === 1) setTimeout(() => void this.#release(), GATHER_MS);
    });
  }

  async #release(): Promise<void> {
    const held = this.#held.reverse();
    this.#held = [];
    for (const leave of held) {
      leave();
      // A gap that a local connection needs to arrive before the next one.
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  }
}
