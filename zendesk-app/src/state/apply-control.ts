import { ZendeskRequestError } from '../zaf/zendesk.ts';
import type { Zendesk } from '../zaf/zendesk.ts';
import { HANDBACK_TAG } from '@smart-assistant/shared/control-tags.ts';
import { tagChangeOf } from './control.ts';
import type { Control, ControlFailure, TagChange } from './control.ts';
import type { FieldReading } from './field-reading.ts';
import { readAssignment } from './read-ticket.ts';
import type { TicketSnapshot } from './read-ticket.ts';
import { findWayBack } from './undo-takeover.ts';
import type { Takeover } from './undo-takeover.ts';

export interface ControlTarget {
  ticket: TicketSnapshot;
  reading: FieldReading;
  /** Of the state on the ticket. */
  fieldId: string;
  /** This agent's, when it was in this session. */
  takeover?: Takeover | undefined;
}

/** What was done to the tags, and what went wrong. */
export interface ControlOutcome {
  /** Undefined when the tags are as they were, as far as is known. */
  change?: TagChange;
  failure?: ControlFailure | undefined;
}

/**
 * Carries `control` out at once, in the agent's own session: first the tags, which silence the assistant, then
 * who the ticket is assigned to. Repeating it is harmless.
 */
export async function applyControl(
  zendesk: Zendesk,
  control: Control,
  target: ControlTarget,
): Promise<ControlOutcome> {
  const { ticket, reading, takeover } = target;
  const change = tagChangeOf(control, ticket.tags, reading);
  try {
    await changeTags(zendesk, ticket.ticketId, change);
    if (control === 'undo_take_over' && takeover) {
      return await goBack(zendesk, change, takeover, target.fieldId);
    }
  } catch (error) {
    return { failure: failureOf(error) };
  }
  return {
    change,
    failure: control === 'take_over' ? await assignToMe(zendesk, ticket) : undefined,
  };
}

/** The takeover's tag is gone already: gives back to the assistant and to the former assignee what was theirs. */
async function goBack(
  zendesk: Zendesk,
  released: TagChange,
  takeover: Takeover,
  fieldId: string,
): Promise<ControlOutcome> {
  const { ticketId, assigneeId } = takeover.ticket;
  const way = await findWayBack(zendesk, takeover, fieldId);
  if (way === 'moved_on') return { change: released, failure: way };
  const change = way === 'hand_back' ? { ...released, add: [HANDBACK_TAG] } : released;
  await changeTags(zendesk, ticketId, { add: change.add, remove: [] });
  return { change, failure: await giveBack(zendesk, ticketId, assigneeId) };
}

/**
 * Adds, then removes, so that no moment is without a tag that holds the assistant. Both leave other people's
 * tags alone, also those set a moment ago.
 * https://developer.zendesk.com/api-reference/ticketing/ticket-management/tags/
 */
async function changeTags(
  zendesk: Zendesk,
  ticketId: string,
  { add, remove }: TagChange,
): Promise<void> {
  const url = `/api/v2/tickets/${ticketId}/tags.json`;
  if (add.length > 0) await zendesk.request('PUT', url, { tags: add });
  if (remove.length > 0) await zendesk.request('DELETE', url, { tags: remove });
}

/**
 * Assigns the ticket unless somebody else has taken it since this agent last saw it. The safe update covers
 * the time between reading and writing.
 * https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#protecting-against-ticket-update-collisions
 */
async function assignToMe(
  zendesk: Zendesk,
  ticket: TicketSnapshot,
): Promise<ControlFailure | undefined> {
  const { agentId } = zendesk;
  if (!agentId) return 'not_assigned';
  try {
    const now = await readAssignment(zendesk, ticket.ticketId);
    if (now.assigneeId === agentId) return undefined;
    if (now.assigneeId !== ticket.assigneeId) return 'taken';
    await assign(zendesk, ticket.ticketId, agentId, now.updatedAt);
    return undefined;
  } catch (error) {
    return statusOf(error) === 409 ? 'taken' : 'not_assigned';
  }
}

/** Only while the ticket is still this agent's: it may have moved on. */
async function giveBack(
  zendesk: Zendesk,
  ticketId: string,
  to: string | null,
): Promise<ControlFailure | undefined> {
  try {
    const now = await readAssignment(zendesk, ticketId);
    if (now.assigneeId === zendesk.agentId) await assign(zendesk, ticketId, to, now.updatedAt);
    return undefined;
  } catch (error) {
    return statusOf(error) === 409 ? undefined : failureOf(error);
  }
}

/**
 * Zendesk's stamps have whole seconds: a change within the second of the stamp would pass the guard, so the
 * write waits until that second is over. The tag, which silences the assistant, is set already.
 */
const STAMP_RESOLUTION_MS = 1_100;

async function assign(
  zendesk: Zendesk,
  ticketId: string,
  to: string | null,
  updatedAt: string,
): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, STAMP_RESOLUTION_MS));
  await zendesk.request('PUT', `/api/v2/tickets/${ticketId}.json`, {
    ticket: {
      assignee_id: to === null ? null : Number(to),
      safe_update: true,
      updated_stamp: updatedAt,
    },
  });
}

function failureOf(error: unknown): ControlFailure {
  const status = statusOf(error);
  if (status === 403 || status === 404) return 'forbidden';
  if (status === 422) return 'closed';
  if (status === 429) return 'busy';
  return status === 0 && !navigator.onLine ? 'offline' : 'unanswered';
}

const statusOf = (error: unknown) => (error instanceof ZendeskRequestError ? error.status : 0);
