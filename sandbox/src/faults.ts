/** Faults on demand: what a real network and a busy platform do to a client. */
export const API_FAULTS = [
  'slow',
  'hang',
  'drop-before',
  'drop-after',
  '429',
  '500',
  '500-after',
  '502-html',
  '503',
  '409',
  '401',
  'garbled',
] as const;
export type ApiFaultKind = (typeof API_FAULTS)[number];

export interface ApiFault {
  match?: { method?: string; path?: RegExp };
  kind: ApiFaultKind;
  /** How many matching requests it hits; 1 when absent. */
  times?: number;
  /** For `slow`: the wait before the request is handled. */
  delayMs?: number;
  /** For `429` and `503`: seconds in Retry-After; 429 has 1 when absent, 503 none. */
  retryAfter?: number;
}

/** A number hits the next n deliveries, true hits all until switched off. */
export interface DeliveryFaults {
  duplicate?: number | boolean;
  lose?: number | boolean;
  /** Deliveries that leave within 50 ms arrive in reverse order. */
  reorder?: boolean;
  /** Real milliseconds before a delivery leaves. */
  delayMs?: number;
  /** How far the platform's clock is ahead when it stamps and signs; negative: behind. */
  clockSkewMs?: number;
}

export class Faults {
  #api: ApiFault[] = [];
  delivery: DeliveryFaults = {};

  /** Arms a fault; faults are used up in the order in which they were armed. */
  next(fault: ApiFault): void {
    this.#api.push({ times: 1, ...fault });
  }

  get armed(): readonly ApiFault[] {
    return this.#api;
  }

  clear(): void {
    this.#api = [];
    this.delivery = {};
  }

  /** The fault that hits this request, used up once. */
  take(method: string, path: string): ApiFault | undefined {
    const fault = this.#api.find(
      ({ match }) =>
        (!match?.method || match.method.toUpperCase() === method) &&
        (!match?.path || match.path.test(path)),
    );
    if (!fault) return undefined;
    fault.times = (fault.times ?? 1) - 1;
    if (fault.times <= 0) this.#api = this.#api.filter((other) => other !== fault);
    return fault;
  }

  /** Is the next delivery hit by `kind`? Uses up one of a counted fault. */
  takeDelivery(kind: 'duplicate' | 'lose'): boolean {
    const left = this.delivery[kind];
    if (typeof left !== 'number') return left === true;
    this.delivery[kind] = left - 1;
    return left > 0;
  }
}
