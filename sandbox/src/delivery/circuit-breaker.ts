/** Opens when 70 % of a webhook's requests fail within 5 minutes, or above 1,000 errors. */
const WINDOW_MS = 5 * 60_000;
const FAILURE_SHARE = 0.7;
const MAX_ERRORS = 1000;
/** Undocumented: below this many requests the share says nothing. */
const MIN_REQUESTS = 20;

export class CircuitBreaker {
  #results: Array<{ at: number; failed: boolean }> = [];
  #openUntil = 0;

  isOpen(now: number): boolean {
    return now < this.#openUntil;
  }

  record(result: { at: number; failed: boolean }, openMs: number): void {
    this.#results = this.#results.filter(({ at }) => at > result.at - WINDOW_MS);
    this.#results.push(result);
    const failures = this.#results.filter(({ failed }) => failed).length;
    const mostlyFails =
      this.#results.length >= MIN_REQUESTS && failures / this.#results.length >= FAILURE_SHARE;
    if (!mostlyFails && failures <= MAX_ERRORS) return;
    this.#openUntil = result.at + openMs;
    this.#results = [];
  }
}
