/** What the account tells open pages; see the sandbox's change feed. */
export interface Change {
  type: string;
  ticketId?: number | null;
}

/** Calls `listener` for every change in the account until the page goes away; the browser reconnects by itself. */
export function onChange(listener: (change: Change) => void): void {
  const source = new EventSource('/sandbox/events');
  source.onmessage = (event) => listener(JSON.parse(event.data));
  addEventListener('pagehide', () => source.close());
}
