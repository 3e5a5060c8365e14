import { HANDBACK_TAG, TAKEOVER_TAG } from '@smart-assistant/shared/control-tags.ts';
import { isAgentReply, isNewer } from '../assistant/thread.ts';
import type { CommentFacts } from '../assistant/facts.ts';
import type { ZendeskClient } from '../zendesk/client.ts';
import type { TicketAudit } from '../zendesk/schemas.ts';

/** Three hundred updates: a handback that lies further back is not what an agent asked for just now. */
const MAX_PAGES = 3;

interface HandbackFacts {
  ticketId: string;
  tags: readonly string[];
  comments: readonly CommentFacts[];
}

/**
 * Whether an agent replied or took the ticket over after the handback tag was set: then the human wins. Tags carry
 * no time, so the ticket's audits are read for it, only when both are there. A reply that sets the tag itself is
 * handed back.
 */
export async function isHandbackOvertaken(
  zendesk: Pick<ZendeskClient, 'audits'>,
  { ticketId, tags, comments }: HandbackFacts,
): Promise<boolean> {
  const newestReply = comments.findLast(isAgentReply);
  const isContested = newestReply !== undefined || tags.includes(TAKEOVER_TAG);
  if (!tags.includes(HANDBACK_TAG) || !isContested) return false;

  const audits = await auditsSinceHandback(zendesk, ticketId);
  const handback = newestAdding(audits, HANDBACK_TAG);
  if (!handback) return true;
  const isLater = (audit: TicketAudit | undefined) =>
    audit !== undefined && isAfter(audit, handback);
  return (
    isLater(newestAdding(audits, TAKEOVER_TAG)) ||
    (newestReply !== undefined &&
      isLater(audits.find(({ commentId }) => commentId === newestReply.id)))
  );
}

/** Newest first, up to the page that holds the handback. */
async function auditsSinceHandback(
  zendesk: Pick<ZendeskClient, 'audits'>,
  ticketId: string,
): Promise<TicketAudit[]> {
  const found: TicketAudit[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const { audits, cursor: next } = await zendesk.audits(ticketId, { cursor });
    found.push(...audits);
    if (next === undefined || newestAdding(audits, HANDBACK_TAG)) break;
    cursor = next;
  }
  return found;
}

function newestAdding(audits: readonly TicketAudit[], tag: string): TicketAudit | undefined {
  return audits
    .filter(({ events }) => events.some(({ addedTags }) => addedTags.includes(tag)))
    .reduce<TicketAudit | undefined>(
      (newest, audit) => (!newest || isAfter(audit, newest) ? audit : newest),
      undefined,
    );
}

/** By time; within a second, ids have to do. */
function isAfter(audit: TicketAudit, other: TicketAudit): boolean {
  const [at, otherAt] = [Date.parse(audit.createdAt), Date.parse(other.createdAt)];
  return at === otherAt ? isNewer(audit.id, other.id) : at > otherAt;
}
