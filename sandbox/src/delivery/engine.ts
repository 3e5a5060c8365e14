import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from '../account.ts';
import { isoSeconds } from '../clock.ts';
import type { Webhook } from '../rule-records.ts';
import { signingSecretOf } from '../webhook-record.ts';
import { CircuitBreaker } from './circuit-breaker.ts';
import type { Attempt, Delivery, Invocation } from './delivery.ts';
import { Outbox } from './outbox.ts';
import { retryDelay, statusOf, type Answer } from './retry.ts';
import { buildRequest, send } from './send.ts';
import { tryRender } from './try-render.ts';

/** Payload or URL parameters must be smaller: https://support.zendesk.com/hc/en-us/articles/4408839108378 */
const MAX_PAYLOAD_BYTES = 256 * 1024;
/** Trial accounts: 60 invocations a minute. */
const TRIAL_PER_MINUTE = 60;
/** The log keeps 7 days, and so many at most that a long run does not fill the memory; trimmed in chunks. */
const LOG_DAYS_MS = 7 * 86_400_000;
const LOG_SIZE = 10_000;
const LOG_CHUNK = 1000;

/** Sends webhook requests: independent jobs in no promised order, retried by Zendesk's table. */
export class DeliveryEngine {
  #account: Account;
  #log: Delivery[] = [];
  #breakers = new Map<string, CircuitBreaker>();
  #outbox = new Outbox();
  #stop = new AbortController();
  #nextId = 8_350_205_582;

  constructor(account: Account) {
    this.#account = account;
  }

  /** Every invocation of the last 7 days, oldest first. */
  get log(): readonly Delivery[] {
    return this.#log;
  }

  clearLog(): void {
    this.#log = [];
  }

  enqueue(invocation: Invocation): void {
    const { faults, work } = this.#account;
    const delivery = this.#newDelivery(invocation);
    this.#remember(delivery);
    const refusal = this.#refusal(delivery);
    if (refusal) {
      this.#finish(delivery, refusal);
      if (refusal === 'circuit broken') this.#replay(delivery, invocation);
      return;
    }
    if (faults.takeDelivery('lose')) {
      delivery.lost = true;
      return this.#finish(delivery, 'accepted');
    }
    const copies = faults.takeDelivery('duplicate') ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1) {
      work.track(async () => {
        await this.#outbox.turn(faults.delivery.reorder === true);
        if (faults.delivery.delayMs) await sleep(faults.delivery.delayMs);
        await this.#attempt(delivery, invocation, 0);
      });
    }
  }

  stop(): void {
    this.#stop.abort();
  }

  #newDelivery({ webhook, source }: Invocation): Delivery {
    this.#nextId += 1;
    return {
      id: String(this.#nextId),
      webhookId: webhook.id,
      webhookName: webhook.name,
      source,
      ticketId: source.ticketId,
      status: 'accepted',
      createdAt: this.#account.clock.iso(),
      completedAt: null,
      lost: false,
      attempts: [],
      request: null,
      response: null,
    };
  }

  #remember(delivery: Delivery): void {
    const oldest = isoSeconds(this.#account.clock.now() - LOG_DAYS_MS);
    this.#log.push(delivery);
    const isFull = this.#log.length > LOG_SIZE + LOG_CHUNK;
    if (isFull || this.#log[0]!.createdAt < oldest) {
      this.#log = this.#log.slice(-LOG_SIZE).filter(({ createdAt }) => createdAt >= oldest);
    }
  }

  #refusal({ webhookId, createdAt }: Delivery): 'circuit broken' | 'throttled' | undefined {
    const { clock, switches } = this.#account;
    if (this.#breaker(webhookId).isOpen(clock.now())) return 'circuit broken';
    if (!switches.trial) return undefined;
    const minuteAgo = isoSeconds(Date.parse(createdAt) - 60_000);
    const recent = this.#log.filter((each) => each.createdAt > minuteAgo).length;
    return recent > TRIAL_PER_MINUTE ? 'throttled' : undefined;
  }

  /** What an open breaker held back is dropped, or sent once it closes (a switch). */
  #replay(delivery: Delivery, invocation: Invocation): void {
    const { clock, switches } = this.#account;
    if (!switches.circuitReplays) return;
    const closesIn = this.#breaker(delivery.webhookId).openUntil - clock.now();
    this.#later(closesIn, () => this.#attempt(delivery, invocation, 0));
  }

  async #attempt(delivery: Delivery, invocation: Invocation, retries: number): Promise<void> {
    const { switches } = this.#account;
    const body = tryRender(invocation.body);
    if (body === undefined) return this.#finish(delivery, 'failed');
    if (Buffer.byteLength(body) >= MAX_PAYLOAD_BYTES) return this.#drop(delivery);
    const answer = await this.#request(delivery, invocation.webhook, body);
    const again = retryDelay(answer, retries, switches.retryDelaysMs);
    if (again === undefined || this.#stop.signal.aborted) {
      return this.#finish(delivery, statusOf(answer));
    }
    delivery.status = statusOf(answer);
    this.#later(again, () =>
      this.#attempt(delivery, { ...invocation, body: () => body }, retries + 1),
    );
  }

  async #request(delivery: Delivery, webhook: Webhook, body: string): Promise<Answer> {
    const { clock, faults, switches, id: accountId } = this.#account;
    const signedAt = switches.retriesSignedAnew ? clock.now() : Date.parse(delivery.createdAt);
    const request = buildRequest({
      webhook,
      accountId,
      invocationId: delivery.id,
      timestamp: isoSeconds(signedAt + (faults.delivery.clockSkewMs ?? 0)),
      secret: signingSecretOf(webhook, clock.now()),
      body,
      contentType: switches.contentType,
      userAgent: switches.webhookUserAgent,
    });
    const startedAt = performance.now();
    const { answer, response, error } = await send(request, {
      timeoutMs: switches.webhookTimeoutMs,
      followRedirects: switches.followRedirects,
      stop: this.#stop.signal,
    });
    const status = statusOf(answer);
    const attempt: Attempt = {
      id: `${delivery.id}-${delivery.attempts.length + 1}`,
      completedAt: clock.iso(),
      durationMs: Math.round(performance.now() - startedAt),
      status,
      request,
      response,
      error,
    };
    delivery.attempts.push(attempt);
    Object.assign(delivery, { request, response });
    this.#breaker(webhook.id).record(
      { at: clock.now(), failed: status !== 'success' },
      switches.circuitOpenMs,
    );
    return answer;
  }

  /** A retry on a system clock comes by itself, so it counts as under way; a virtual clock has to be moved. */
  #later(delayMs: number, run: () => Promise<void>): void {
    const { clock, work } = this.#account;
    const counts = clock.kind === 'system';
    if (counts) work.begin();
    clock.after(delayMs, () => {
      work.track(run);
      if (counts) work.end();
    });
  }

  /** Too large to be sent; whether the log tells of it is a switch. */
  #drop(delivery: Delivery): void {
    const isLogged = this.#account.switches.oversizePayload === 'failed';
    if (!isLogged) this.#log = this.#log.filter((each) => each !== delivery);
    this.#finish(delivery, 'failed');
  }

  #finish(delivery: Delivery, status: Delivery['status']): void {
    delivery.status = status;
    delivery.completedAt = this.#account.clock.iso();
    const { id: deliveryId, ticketId } = delivery;
    this.#account.events.emit({ type: 'delivery', deliveryId, ticketId });
  }

  #breaker(webhookId: string): CircuitBreaker {
    let breaker = this.#breakers.get(webhookId);
    if (!breaker) this.#breakers.set(webhookId, (breaker = new CircuitBreaker()));
    return breaker;
  }
}
