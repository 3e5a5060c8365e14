import type { TicketEvent } from '@smart-assistant/shared/ticket-event.ts';
import type { Queryable } from '../db/database.ts';

/** A delivery that was verified, as it goes into the inbox. */
export interface Invocation {
  tenant: string;
  /** What makes a redelivery recognisable: made of the signed timestamp and body, the time first. */
  digest: string;
  /** Zendesk's unsigned id, for correlation only. */
  invocationId?: string | undefined;
  /** The body exactly as signed. */
  body: string;
  receivedAt: number;
  /** Absent when the body held no ticket id: stored and counted, never work. */
  event?: TicketEvent | undefined;
}

/** Who makes a ticket due without a webhook; `agent` is one who changed the assistant's tags in the sidebar. */
export type NudgeSource = 'sweep' | 'replay' | 'agent';

/** A ticket with work, claimed by this process. */
export interface DueTicket {
  tenant: string;
  ticketId: string;
  /** What webhooks told of it since the last settled turn, oldest first. */
  events: TicketEvent[];
  /** Who else asks for a look at it: there may be more to see than the events tell. */
  nudgedBy?: NudgeSource | undefined;
  /** When the first of these nudges arrived, epoch milliseconds. */
  nudgedAt: number;
  /** Failed attempts so far. */
  attempts: number;
  /** Fences the claim: a settle with an older one does nothing. */
  lease: string;
}

export type Settlement =
  | { kind: 'done' }
  /** Try again at this time (epoch milliseconds). */
  | { kind: 'retry'; at: number; errorCode: string }
  | { kind: 'dead'; errorCode: string; message: string };

export interface Inbox {
  /** Stores the invocation and makes its ticket due, durably. A redelivery changes nothing. */
  receive(invocation: Invocation): Promise<{ duplicate: boolean }>;
  /** Makes a ticket due without an invocation; by the sweep when left out, and at once for an agent, who waits. */
  nudge(tenant: string, ticketId: string, by?: NudgeSource): Promise<void>;
  /**
   * Takes the next ticket whose time has come, or nothing; `passedOver` names shops whose tickets have to wait.
   * At most one process works on a ticket.
   */
  claim(passedOver?: readonly string[]): Promise<DueTicket | undefined>;
  /**
   * Ends a claim. `also` runs in the same transaction, so that a turn's record and its work are one step.
   * Answers false, and stores nothing, when the lease was lost meanwhile. Nudges that arrived during the
   * turn keep the ticket due.
   */
  settle(
    due: DueTicket,
    settlement: Settlement,
    also?: (tx: Queryable) => Promise<void>,
  ): Promise<boolean>;
}
