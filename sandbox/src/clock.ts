/** The time of the accounts. Network waits are real time; everything on a timetable follows this clock. */
export type ClockKind = 'system' | 'virtual';

/** Where a virtual clock starts: after the API token cut-off of 2026-10-27, before the removal of 2027-04-30. */
export const VIRTUAL_START = Date.parse('2026-11-24T09:00:00Z');

interface Timer {
  at: number;
  run: () => void;
  handle: NodeJS.Timeout | undefined;
}

export class Clock {
  readonly kind: ClockKind;
  #skewMs: number;
  #timers = new Set<Timer>();

  constructor(kind: ClockKind) {
    this.kind = kind;
    this.#skewMs = 0;
  }

  /** Milliseconds since the epoch. */
  now(): number {
    return (this.kind === 'virtual' ? VIRTUAL_START : Date.now()) + this.#skewMs;
  }

  /** Zendesk's timestamps have whole seconds: `2026-11-24T09:00:00Z`. */
  iso(): string {
    return isoSeconds(this.now());
  }

  /** Runs `run` once, `delayMs` from now on this clock. Returns a function that calls it off. */
  after(delayMs: number, run: () => void): () => void {
    const timer: Timer = { at: this.now() + delayMs, run, handle: undefined };
    this.#timers.add(timer);
    this.#arm(timer);
    return () => this.#drop(timer);
  }

  /** Moves time forward, running what falls due in order; `settle` is awaited after each. */
  async advance(byMs: number, settle: () => Promise<void>): Promise<void> {
    const target = this.now() + byMs;
    for (let next = this.#earliest(target); next; next = this.#earliest(target)) {
      this.#skewMs += Math.max(0, next.at - this.now());
      this.#fire(next);
      await settle();
    }
    this.#skewMs += Math.max(0, target - this.now());
    for (const timer of this.#timers) this.#arm(timer);
  }

  stop(): void {
    for (const timer of this.#timers) this.#drop(timer);
  }

  #arm(timer: Timer): void {
    if (this.kind === 'virtual') return;
    clearTimeout(timer.handle);
    timer.handle = setTimeout(() => this.#fire(timer), timer.at - this.now());
    timer.handle.unref();
  }

  #earliest(until: number): Timer | undefined {
    let found: Timer | undefined;
    for (const timer of this.#timers) {
      if (timer.at <= until && (!found || timer.at < found.at)) found = timer;
    }
    return found;
  }

  #fire(timer: Timer): void {
    this.#drop(timer);
    timer.run();
  }

  #drop(timer: Timer): void {
    clearTimeout(timer.handle);
    this.#timers.delete(timer);
  }
}

export function isoSeconds(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

const UNIT_MS: Record<string, number> = {
  ms: 1,
  s: 1000,
  second: 1000,
  min: 60_000,
  minute: 60_000,
  h: 3_600_000,
  hour: 3_600_000,
  day: 86_400_000,
};

/** Reads `4 days`, `30 s`, `500 ms`. Throws on anything else. */
export function parseDuration(text: string): number {
  const match = /^\s*(\d+(?:\.\d+)?)\s*([a-z]+)\s*$/i.exec(text);
  const unit = match?.[2]?.toLowerCase() ?? '';
  const unitMs = UNIT_MS[unit] ?? UNIT_MS[unit.replace(/s$/, '')];
  if (!match || unitMs === undefined) {
    throw new Error(`Not a duration: "${text}". Write for example "30 s", "5 min", "4 days".`);
  }
  return Number(match[1]) * unitMs;
}
