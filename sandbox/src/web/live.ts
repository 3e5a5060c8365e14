/** What the account tells open pages: the sandbox's change feed. */
export interface Change {
  type:
    | 'ticket.created'
    | 'ticket.changed'
    | 'delivery'
    | 'call'
    | 'app'
    | 'app.notify'
    | 'clock'
    | 'settings';
  ticketId?: number | null;
}

/** Calls `listener` for every change in the account until the page goes away; the browser reconnects by itself. */
export function onChange(listener: (change: Change) => void): void {
  const source = new EventSource('/sandbox/events');
  source.addEventListener('message', (event: MessageEvent<string>) =>
    listener(JSON.parse(event.data) as Change),
  );
  addEventListener('pagehide', () => source.close());
}
