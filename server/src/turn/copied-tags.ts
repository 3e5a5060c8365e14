import { HANDBACK_TAG, HANDOFF_TAG, TAKEOVER_TAG } from '@smart-assistant/shared/control-tags.ts';
import type { ZendeskClient } from '../zendesk/client.ts';
import type { ZendeskTicket } from '../zendesk/schemas.ts';

/** A pause is kept wherever it comes from: whoever set it wants silence. */
const SAID_OF_ONE_TICKET: readonly string[] = [TAKEOVER_TAG, HANDBACK_TAG, HANDOFF_TAG];

/**
 * Tags that a follow-up took along from its closed ticket: what agents and we said of that one. A tag that was set
 * on the follow-up itself is none of them; its newest hundred updates tell. Costs a call where there is such a tag.
 */
export async function copiedTags(
  zendesk: Pick<ZendeskClient, 'audits'>,
  { id, tags, isFollowUp }: ZendeskTicket,
): Promise<string[]> {
  const doubtful = tags.filter((tag) => SAID_OF_ONE_TICKET.includes(tag));
  if (!isFollowUp || doubtful.length === 0) return [];
  const { audits } = await zendesk.audits(id);
  const changes = audits.flatMap(({ events }) => events.filter(({ type }) => type !== 'Create'));
  return doubtful.filter((tag) => !changes.some(({ addedTags }) => addedTags.includes(tag)));
}
