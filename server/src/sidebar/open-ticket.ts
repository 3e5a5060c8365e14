import { readState } from '@smart-assistant/shared/conversation-state.ts';
import type { ConversationState } from '@smart-assistant/shared/conversation-state.ts';
import type { ConversationStore } from '../conversation/conversation-store.ts';
import { AppError } from '../errors.ts';
import type { Tenant } from '../tenant/tenant.ts';

/** A browser that has the ticket open may have missed a few updates of a busy conversation. */
const STATES_BEHIND = 5;
/** Or has not asked Zendesk anew for a while; a value noted down by somebody is worth nothing after it. */
const VALUE_FRESH_S = 15 * 60;

export interface OpenTicketPorts {
  tenants: { get(slug: string): Promise<Tenant | undefined> };
  publicKey: (slug: string) => Promise<string>;
  conversations: Pick<ConversationStore, 'load'>;
  now: () => number;
}

/** A ticket whose conversation the caller may read. */
export interface OpenTicket {
  slug: string;
  ticketId: string;
  /** Number of the newest state we wrote, as far as we know. */
  newestN?: number | undefined;
}

/**
 * Opens a ticket by the value of its field. Throws `not_found` for an unknown shop, `state_not_verified` for a value
 * that is not this ticket's, and `state_too_old` for one that the ticket has not carried for a while.
 */
export async function openTicket(
  { tenants, publicKey, conversations, now }: OpenTicketPorts,
  slug: string,
  { ticketId, state: value }: { ticketId: string; state: string },
): Promise<OpenTicket> {
  if (!(await tenants.get(slug))) throw new AppError('not_found', 'Not found');

  const reading = await readState(value, { publicKey: await publicKey(slug), slug, ticketId });
  if (reading.status !== 'verified') {
    throw new AppError(
      'state_not_verified',
      `The state of ticket ${ticketId} is ${reading.status}`,
    );
  }
  const { state: known, fieldValue } = await conversations.load(slug, ticketId);
  const newestN = fieldValue === undefined ? undefined : known?.n;
  if (!isRecent(reading.state, newestN, now() / 1000)) {
    throw new AppError(
      'state_too_old',
      `Ticket ${ticketId} has had newer states for a while; reload the ticket`,
    );
  }
  return { slug, ticketId, newestN };
}

function isRecent(
  { n, last }: ConversationState,
  newestN: number | undefined,
  nowS: number,
): boolean {
  const isNear = newestN === undefined || n >= newestN - STATES_BEHIND;
  return isNear || (last !== undefined && nowS - last.at < VALUE_FRESH_S);
}
