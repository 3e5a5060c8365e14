/** What the account tells open pages; the types of the sandbox's change feed. */
const TYPES = [
  'ticket.created',
  'ticket.changed',
  'delivery',
  'call',
  'app',
  'clock',
  'settings',
] as const;

export interface Change {
  type: (typeof TYPES)[number];
  ticketId?: number | null;
}

/** Calls `listener` for every change in the account until the page goes away; the browser reconnects by itself. */
export function onChange(listener: (change: Change) => void): void {
  const source = new EventSource('/sandbox/events');
  for (const type of TYPES) {
    source.addEventListener(type, (event) => listener(JSON.parse(event.data)));
  }
  addEventListener('pagehide', () => source.close());
}
