import { HANDBACK_TAG, TAKEOVER_TAG } from '@smart-assistant/shared/control-tags.ts';
import type { Zendesk } from '../zaf/zendesk.ts';
import type { FieldReading } from './field-reading.ts';
import type { TicketSnapshot } from './read-ticket.ts';

/** What an agent found when they took a ticket over: what an undo goes back to. */
export interface Takeover {
  ticket: TicketSnapshot;
  reading: FieldReading;
}

/** `release`: without the takeover's tag the ticket is what it was. `moved_on`: an agent has it for good. */
export type WayBack = 'release' | 'hand_back' | 'moved_on';

/**
 * How a takeover whose tag is gone comes to its end. A turn of the assistant that saw the tag has noted down that
 * an agent has the ticket: then only a handback gives it back. An agent's public reply since then stands, and so
 * does a ticket that was waiting for an agent anyway. Asked after the tag was removed, so that no turn can note it
 * down any more. Rejects when Zendesk does not answer.
 */
export async function findWayBack(
  zendesk: Zendesk,
  takeover: Takeover,
  fieldId: string,
): Promise<WayBack> {
  const { ticketId, requesterId, tags } = takeover.ticket;
  const since = await auditsSinceTakeover(zendesk, ticketId);
  if (!since || (await hasAgentReplied(zendesk, since, requesterId))) return 'moved_on';
  const isNoted = since.some(({ events }) => events.some((event) => event.field_name === fieldId));
  if (isNoted) return wasWaiting(takeover) ? 'moved_on' : 'hand_back';
  return tags.includes(HANDBACK_TAG) ? 'hand_back' : 'release';
}

/** For an agent, when it was taken over: a handback would set the assistant on it. */
export const wasWaiting = ({ ticket, reading }: Takeover) =>
  reading.status === 'verified' &&
  reading.state.mode === 'handoff' &&
  !ticket.tags.includes(HANDBACK_TAG);

interface Audit {
  id: number;
  metadata?: { custom?: { smart_assistant?: unknown } };
  events: AuditEvent[];
}

interface AuditEvent {
  type: string;
  field_name?: string;
  value?: unknown;
  previous_value?: unknown;
  /** Of a comment. */
  public?: boolean;
  author_id?: number;
}

/** A ticket that was changed more often than that since somebody took it over has moved on. */
const AUDITS_PER_PAGE = 100;

/** Undefined when the takeover is not among the newest. */
async function auditsSinceTakeover(
  zendesk: Zendesk,
  ticketId: string,
): Promise<Audit[] | undefined> {
  const url = `/api/v2/tickets/${ticketId}/audits.json?sort=-created_at&page[size]=${AUDITS_PER_PAGE}`;
  const { audits } = (await zendesk.request('GET', url)) as { audits: Audit[] };
  // Ids count up; an order Zendesk does not promise.
  const newestFirst = audits.toSorted((a, b) => b.id - a.id);
  const index = newestFirst.findIndex(({ events }) => events.some(takesOver));
  return index < 0 ? undefined : newestFirst.slice(0, index);
}

const takesOver = ({ field_name, value, previous_value }: AuditEvent) =>
  field_name === 'tags' && hasTakeover(value) && !hasTakeover(previous_value);

/** Tags come as a list; in older audits as a text. */
const hasTakeover = (tags: unknown) =>
  (typeof tags === 'string' ? tags.split(' ') : Array.isArray(tags) ? tags : []).includes(
    TAKEOVER_TAG,
  );

async function hasAgentReplied(
  zendesk: Zendesk,
  audits: readonly Audit[],
  requesterId: string | undefined,
): Promise<boolean> {
  const authors = audits
    .filter(({ metadata }) => !metadata?.custom?.smart_assistant)
    .flatMap(({ events }) => events.filter((event) => event.type === 'Comment' && event.public))
    .map(({ author_id }) => String(author_id))
    .filter((id) => id !== requesterId);
  const areAgents = await Promise.all([...new Set(authors)].map((id) => isAgent(zendesk, id)));
  return areAgents.includes(true);
}

/** People in copy are customers too. */
async function isAgent(zendesk: Zendesk, userId: string): Promise<boolean> {
  const { user } = (await zendesk.request('GET', `/api/v2/users/${userId}.json`)) as {
    user: { role?: string };
  };
  return user.role !== 'end-user';
}
