import type { Audit, Comment, Ticket } from '../model.ts';
import type { Actor } from '../tickets/actor.ts';

/** One create or update of a ticket, as triggers see it. */
export interface TicketUpdate {
  /** The ticket as it is now; triggers change it in place. */
  ticket: Ticket;
  /** The ticket before the update; undefined when it was just created. */
  before: Ticket | undefined;
  comment: Comment | undefined;
  actor: Actor;
  audit: Audit;
}
