import type { Conditions } from '@smart-assistant/shared/setup/account-schemas.ts';
import type { Queryable } from '../db/database.ts';
import type { ChangedTicket } from '../zendesk/schemas.ts';
import { hasInvocation } from './known-tickets.ts';
import type { KnownTicket } from './known-tickets.ts';
import { readOurTriggers } from './our-triggers.ts';
import type { OurWebhook, TriggerPorts } from './our-triggers.ts';
import { reaches } from './reach.ts';
import type { SweepTrouble } from './sweep-leases.ts';

export type GateTrouble = Extract<SweepTrouble, 'no_trigger' | 'triggers_unreadable'>;

export type Gate = ReturnType<typeof createGate>;

/**
 * Which tickets are the assistant's, as the account's own triggers say: what they leave out, an admin left out, and
 * without any of them the admin wants no answers. Reads them when it is asked for the first time, once for a sweep.
 */
export function createGate(
  ports: TriggerPorts & { db: Queryable },
  tenant: string,
  webhook: OurWebhook,
) {
  let triggers: Conditions[] | 'unreadable' | undefined;
  const read = async () => (triggers ??= await readOurTriggers(ports, webhook));

  return {
    isRead: (): boolean => triggers !== undefined,

    /** Whether any trigger tells us of comments; true as well where that cannot be seen. */
    async isOpen(): Promise<boolean> {
      const found = await read();
      return found === 'unreadable' || found.length > 0;
    },

    /** Whether a ticket is ours to look at. Where conditions leave it open, it is when we had to do with it before. */
    async admits(ticket: ChangedTicket, { conversation }: KnownTicket): Promise<boolean> {
      const found = await read();
      if (found === 'unreadable') return true;
      return (
        reaches(found, ticket) ??
        (conversation !== undefined || (await hasInvocation(ports.db, tenant, ticket.id)))
      );
    },

    /** What is wrong with the triggers as read; `unread` when nobody asked. */
    state(): GateTrouble | 'fine' | 'unread' {
      if (triggers === undefined) return 'unread';
      if (triggers === 'unreadable') return 'triggers_unreadable';
      return triggers.length === 0 ? 'no_trigger' : 'fine';
    },
  };
}
