interface Entry<Value> {
  value: Promise<Value>;
  /** Epoch milliseconds. */
  until: number;
}

/** Remembers loaded values for a while: one load per key at a time, failures forgotten, the oldest entry dropped. */
export class TtlCache<Value> {
  readonly #entries = new Map<string, Entry<Value>>();
  readonly #ttlMs: number;
  readonly #max: number;
  readonly #now: () => number;

  constructor({ ttlMs, max, now }: { ttlMs: number; max: number; now: () => number }) {
    this.#ttlMs = ttlMs;
    this.#max = max;
    this.#now = now;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** The remembered value, or what `load` makes of the key. */
  get(key: string, load: (key: string) => Promise<Value>): Promise<Value> {
    const known = this.#entries.get(key);
    if (known && known.until > this.#now()) return known.value;

    const entry = { value: load(key), until: this.#now() + this.#ttlMs };
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    this.#dropOldest();
    entry.value.catch(() => this.#forget(key, entry));
    return entry.value;
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  #forget(key: string, entry: Entry<Value>): void {
    if (this.#entries.get(key) === entry) this.#entries.delete(key);
  }

  #dropOldest(): void {
    if (this.#entries.size <= this.#max) return;
    const [oldest] = this.#entries.keys();
    this.#entries.delete(oldest!);
  }
}
