import type { TicketUpdates } from './rate-ledger.ts';

/** 30 updates per ticket and user in 10 minutes; two are left for a set-up command and for what is on its way. */
const UPDATES_PER_TICKET = 28;
export const TICKET_WINDOW_MS = 10 * 60_000;

interface UpdateCall {
  method: string;
  path: string;
}

/**
 * Updates per ticket within Zendesk's ten minutes: our own by the moment, those of other processes by count.
 * https://developer.zendesk.com/api-reference/introduction/rate-limits
 */
export function createTicketUpdates(now: () => number) {
  const sentAt = new Map<string, number[]>();
  let others = new Map<string, TicketUpdates>();

  const recent = (ticketId: string) => {
    const times = (sentAt.get(ticketId) ?? []).filter((at) => at > now() - TICKET_WINDOW_MS);
    if (times.length === 0) sentAt.delete(ticketId);
    else sentAt.set(ticketId, times);
    return times;
  };

  return {
    holdMs(call: UpdateCall): number {
      const ticketId = updatedTicket(call);
      if (ticketId === undefined) return 0;
      const times = recent(ticketId);
      const { count = 0, oldestAt = Infinity } = others.get(ticketId) ?? {};
      if (times.length + count < UPDATES_PER_TICKET) return 0;
      return Math.max(0, Math.min(times[0] ?? Infinity, oldestAt) + TICKET_WINDOW_MS - now());
    },

    /** Counts the call when it updates a ticket, and answers which. */
    count(call: UpdateCall): string | undefined {
      const ticketId = updatedTicket(call);
      if (ticketId === undefined) return undefined;
      sentAt.set(ticketId, [...(sentAt.get(ticketId) ?? []), now()]);
      if (sentAt.size > 1_000) for (const id of sentAt.keys()) recent(id);
      return ticketId;
    },

    learnOthers(updates: readonly TicketUpdates[]): void {
      others = new Map(updates.map((update) => [update.ticketId, update]));
    },
  };
}

function updatedTicket({ method, path }: UpdateCall): string | undefined {
  return method === 'PUT' ? /^\/api\/v2\/tickets\/(\d+)$/.exec(path)?.[1] : undefined;
}
