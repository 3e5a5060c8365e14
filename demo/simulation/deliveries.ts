import { sign } from '@smart-assistant/sandbox/delivery/sign.ts';
import { openDelivery } from '@smart-assistant/server/webhook/open-delivery.ts';
import type { DeliveryFate } from './schedule.ts';
import type { SimulatedProcess } from './simulated-process.ts';
import type { Posted } from './simulated-zendesk.ts';

/** Zendesk tries a delivery this often again. */
const MAX_RETRIES = 5;

export interface Delivery extends Posted {
  label: string;
  /** When it was signed, as Zendesk writes it; signed when it leaves for the first time. */
  signedAt?: string | undefined;
  retries: number;
}

/** Zendesk's side of the webhook: what waits to be delivered, and what becomes of it on the way. */
export class Deliveries {
  #waiting: Delivery[] = [];
  #late: Delivery[] = [];
  #count = 0;
  #reached = new Set<string>();
  /** Whether one never arrived, so that only a sweep can tell. */
  isLost = false;
  readonly #fateOf: (delivery: number) => DeliveryFate | undefined;

  constructor(fateOf: (delivery: number) => DeliveryFate | undefined) {
    this.#fateOf = fateOf;
  }

  /** Different deliveries that have reached the server. */
  get reachedCount(): number {
    return this.#reached.size;
  }

  post(posted: Posted): void {
    const label = `delivery ${this.#count}`;
    const fate = this.#fateOf(this.#count);
    this.#count += 1;
    const delivery = { ...posted, label, retries: 0 };
    if (fate === 'lost') this.isLost = true;
    else if (fate === 'late') this.#late.push(delivery);
    else this.#waiting.push(delivery);
    // A second copy is the same request again, much later, or another attempt with a time of its own.
    if (fate === 'twice') this.#late.push(delivery);
    if (fate === 'twice, signed anew') this.#waiting.push({ ...delivery });
  }

  take(): Delivery | undefined {
    return this.#waiting.shift();
  }

  releaseLate(): void {
    this.#waiting.push(...this.#late.splice(0));
  }

  /** The server died before it answered: another attempt, signed anew, or none any more. */
  retry(delivery: Delivery): void {
    if (delivery.retries >= MAX_RETRIES) this.isLost = true;
    else this.#waiting.push({ ...delivery, signedAt: undefined, retries: delivery.retries + 1 });
  }

  /** One request to the webhook route of a process: verified, parsed, stored. */
  async deliver(delivery: Delivery, process: SimulatedProcess, options: DeliverOptions) {
    const { tenant, now } = options;
    delivery.signedAt ??= new Date(now).toISOString();
    const { secret, signedAt, body } = delivery;
    const opened = openDelivery(
      { signature: sign(secret, signedAt, body), timestamp: signedAt, body: Buffer.from(body) },
      { secrets: [secret], now, toleranceS: TOLERANCE_S, acceptTestDeliveries: true },
    );
    if (opened.kind !== 'verified') throw new Error(`a delivery was ${opened.kind}`);
    const { digest, event } = opened;
    // Before it is stored: a process that is killed then may have stored it without having said so.
    this.#reached.add(digest);
    await process.inbox.receive({ tenant, digest, body: opened.body, receivedAt: now, event });
  }
}

export interface DeliverOptions {
  tenant: string;
  /** Epoch milliseconds. */
  now: number;
}

/** A late delivery is not what the signature's age is about here. */
const TOLERANCE_S = 7 * 24 * 3_600;
