/**
 * Opens when 70 % of a webhook's requests fail within 5 minutes, or above 1,000 errors.
 * https://developer.zendesk.com/documentation/webhooks/creating-and-monitoring-webhooks/
 */
const WINDOW_MS = 5 * 60_000;
const FAILURE_SHARE = 0.7;
const MAX_ERRORS = 1000;
/** Undocumented: below this many requests the share says nothing. */
const MIN_REQUESTS = 20;

export class CircuitBreaker {
  /** The requests of the last 5 minutes, oldest first. */
  #results: Array<{ at: number; failed: boolean }> = [];
  #failures = 0;
  #openUntil = 0;

  get openUntil(): number {
    return this.#openUntil;
  }

  isOpen(now: number): boolean {
    return now < this.#openUntil;
  }

  record(result: { at: number; failed: boolean }, openMs: number): void {
    this.#results.push(result);
    if (result.failed) this.#failures += 1;
    while (this.#results[0]!.at <= result.at - WINDOW_MS) {
      if (this.#results.shift()!.failed) this.#failures -= 1;
    }
    const total = this.#results.length;
    const mostlyFails = total >= MIN_REQUESTS && this.#failures / total >= FAILURE_SHARE;
    if (!mostlyFails && this.#failures <= MAX_ERRORS) return;
    this.#openUntil = result.at + openMs;
    this.#results = [];
    this.#failures = 0;
  }
}
