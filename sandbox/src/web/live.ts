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
    | 'settings'
    /** The page listens from now on; whatever happened since it was read, it has not heard. */
    | 'connected';
  ticketId?: number | null;
  /** Of `app.notify`: what `POST /api/v2/apps/notify` sends to an app's open instances. */
  appId?: number;
  event?: string;
  body?: unknown;
  agentId?: number | null;
  senderId?: number;
}

const listeners = new Set<(change: Change) => void>();

/** Calls `listener` for every change in the account until the page goes away; the browser reconnects by itself. */
export function onChange(listener: (change: Change) => void): void {
  if (listeners.size === 0) connect();
  listeners.add(listener);
}

/** May the change be one of this ticket, or of any when none is given? */
export function isAboutTicket({ type, ticketId }: Change, wanted?: number): boolean {
  if (type === 'connected') return true;
  return type.startsWith('ticket.') && (wanted === undefined || ticketId === wanted);
}

/** One stream for the whole page: a browser opens six connections to a host, over all its tabs. */
function connect(): void {
  const source = new EventSource('/sandbox/events');
  const tell = (change: Change) => {
    for (const listener of listeners) listener(change);
  };
  source.addEventListener('open', () => tell({ type: 'connected' }));
  source.addEventListener('message', (event: MessageEvent<string>) => {
    tell(JSON.parse(event.data) as Change);
  });
  addEventListener('pagehide', () => source.close());
}
