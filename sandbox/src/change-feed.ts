/** What changed in the account, for pages that are open on it. */
export type Change =
  | { type: 'ticket.created' | 'ticket.changed'; ticketId: number }
  | { type: 'delivery'; deliveryId: string; ticketId: number | null }
  | { type: 'call'; method: string; path: string; status: number }
  | AppPush
  | { type: 'app' | 'clock' | 'settings' };

/** What `POST /api/v2/apps/notify` sends to the open instances of an app; to one agent's with `agentId`. That a user id names the sender is UNVERIFIED. */
export interface AppPush {
  type: 'app.notify';
  appId: number;
  event: string;
  body: unknown;
  agentId: number | null;
  senderId: number;
}

export class ChangeFeed {
  #listeners = new Set<(change: Change) => void>();

  /** Returns a function that ends the subscription. */
  subscribe(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }
}
