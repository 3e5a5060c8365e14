/** How much of one of an account's limits is left, as any process learned it. */
export interface SharedLimit {
  bucket: string;
  /** The route that the bucket counts; empty for one that counts every call of its kind. */
  route: string;
  total: number;
  remaining: number;
  /** Epoch milliseconds. */
  resetsAt: number;
}

/** How often other processes updated a ticket within Zendesk's window. */
export interface TicketUpdates {
  ticketId: string;
  count: number;
  /** Epoch milliseconds. */
  oldestAt: number;
}

/** Where the processes of one Zendesk account keep what they know of its limits. */
export interface RateLedger {
  /** Limits that have not reset yet, and other processes' updates since a time (epoch milliseconds). */
  read(updatesSince: number): Promise<{ limits: SharedLimit[]; updates: TicketUpdates[] }>;
  add(news: LedgerNews): Promise<void>;
}

export interface LedgerNews {
  limits: readonly SharedLimit[];
  updates: readonly { ticketId: string; at: number }[];
}
