import { fill, h } from '../dom.ts';
import { fullTime } from '../time.ts';
import type { Attempt, Delivery } from './account.ts';

/** The newest ones; a long run would make the page slow. */
const SHOWN = 50;

/** Webhook deliveries, newest first; each opens to its attempts. What is open stays open. */
export class DeliveryList {
  readonly element = h('div', { class: 'body' });
  #items = new Map<string, { item: HTMLDetailsElement; version: string }>();

  show(deliveries: Delivery[]): void {
    if (deliveries.length === 0) {
      return fill(this.element, h('p', { class: 'empty' }, 'Nothing was delivered yet.'));
    }
    const newest = deliveries.slice(-SHOWN).reverse();
    fill(this.element, ...newest.map((delivery) => this.#item(delivery)));
  }

  #item(delivery: Delivery): HTMLElement {
    const version = `${delivery.status} ${delivery.attempts.length}`;
    const known = this.#items.get(delivery.id);
    if (known?.version === version) return known.item;
    const item = deliveryItem(delivery);
    item.open = known?.item.open ?? false;
    this.#items.set(delivery.id, { item, version });
    return item;
  }
}

function deliveryItem(delivery: Delivery): HTMLDetailsElement {
  const { status, lost, source, ticketId, webhookName, createdAt, attempts } = delivery;
  return h(
    'details',
    { class: 'delivery' },
    h(
      'summary',
      {},
      h('span', { class: `pill ${lost ? 'failed' : tone(status)}` }, lost ? 'lost' : status),
      h('strong', {}, `Ticket #${ticketId}`),
      h('span', {}, source.ruleTitle ?? source.eventType ?? webhookName),
      h('span', { class: 'soft' }, attempts.length === 1 ? '' : `${attempts.length} attempts`),
      h('time', { datetime: createdAt }, fullTime(createdAt)),
    ),
    h('p', { class: 'soft' }, `Invocation ${delivery.id} of webhook “${webhookName}”`),
    ...attempts.map(attemptBlock),
  );
}

function attemptBlock(attempt: Attempt, index: number): HTMLElement {
  const { request, response, error, durationMs } = attempt;
  const outcome = response ? `answered ${response.status}` : (error ?? 'no answer');
  return h(
    'div',
    { class: 'attempt' },
    h('h3', {}, `Attempt ${index + 1}: ${outcome}, ${durationMs} ms`),
    h(
      'pre',
      { tabindex: 0, 'aria-label': 'Request' },
      `${request.method} ${request.url}\n${headerLines(request.headers)}\n\n${request.body}`,
    ),
    response &&
      h(
        'pre',
        { tabindex: 0, 'aria-label': 'Response' },
        `${response.status}\n${headerLines(response.headers)}\n\n${response.body}`,
      ),
  );
}

const headerLines = (headers: Record<string, string>) =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');

function tone(status: string): string {
  if (/success|delivered/.test(status)) return 'active';
  return /fail|rejected|timeout|broken|throttled/.test(status) ? 'failed' : 'warning';
}
