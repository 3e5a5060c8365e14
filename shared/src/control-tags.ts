/**
 * Ticket tags through which people, triggers and macros steer the assistant. They live in Zendesk so that
 * they work while our server is down.
 */

/** Silences the assistant on this ticket for as long as it is there. */
export const PAUSED_TAG = 'assistant_paused';
/** Asks the assistant to take the ticket back; the assistant removes it, and a takeover, with its next write. */
export const HANDBACK_TAG = 'assistant_handback';
/** An agent took the ticket, with or without a reply; silences the assistant until the ticket is handed back. */
export const TAKEOVER_TAG = 'assistant_takeover';
/**
 * Set by the assistant when it hands over, so that views and routing find the tickets that wait for an agent; it goes
 * when an agent or the assistant has the ticket.
 */
export const HANDOFF_TAG = 'assistant_handoff';
