import { HANDBACK_TAG, PAUSED_TAG } from '@smart-assistant/shared/control-tags.ts';
import type { StateReading } from '@smart-assistant/shared/conversation-state.ts';
import type { Zendesk } from '../zaf/zendesk.ts';
import { ZendeskRequestError } from '../zaf/zendesk.ts';

/** What an agent can tell the assistant; each is one tag on the ticket, so it works while our server is down. */
export type Control = 'pause' | 'resume' | 'hand_back' | 'keep';

const TAG_CHANGES: Record<Control, { type: 'PUT' | 'DELETE'; tag: string }> = {
  pause: { type: 'PUT', tag: PAUSED_TAG },
  resume: { type: 'DELETE', tag: PAUSED_TAG },
  hand_back: { type: 'PUT', tag: HANDBACK_TAG },
  keep: { type: 'DELETE', tag: HANDBACK_TAG },
};

/**
 * The one control that makes sense now; the one that then stands in its place undoes it. An ended
 * conversation has none.
 */
export function controlFor(reading: StateReading, tags: readonly string[]): Control | undefined {
  const mode = reading.status === 'verified' ? reading.state.mode : undefined;
  if (mode === 'ended') return undefined;
  if (tags.includes(PAUSED_TAG)) return 'resume';
  if (mode !== 'agent' && mode !== 'handoff') return 'pause';
  return tags.includes(HANDBACK_TAG) ? 'keep' : 'hand_back';
}

/** Why a control did not take: the agent may not, the ticket cannot, or nobody answered. */
export type ControlFailure = 'forbidden' | 'closed' | 'unanswered';

/**
 * Changes the ticket's tags at once, in the agent's own session. Other tags stay; repeating it is harmless.
 * https://developer.zendesk.com/api-reference/ticketing/ticket-management/tags/
 */
export async function applyControl(
  zendesk: Zendesk,
  ticketId: string,
  control: Control,
): Promise<ControlFailure | undefined> {
  const { type, tag } = TAG_CHANGES[control];
  try {
    await zendesk.request(type, `/api/v2/tickets/${ticketId}/tags.json`, { tags: [tag] });
    return undefined;
  } catch (error) {
    return failureOf(error);
  }
}

function failureOf(error: unknown): ControlFailure {
  const status = error instanceof ZendeskRequestError ? error.status : 0;
  if (status === 403 || status === 404) return 'forbidden';
  return status === 422 ? 'closed' : 'unanswered';
}
