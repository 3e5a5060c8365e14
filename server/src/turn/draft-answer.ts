import type { DraftResponse } from '@smart-assistant/shared/sidebar-api.ts';
import type { CommentFacts } from '../assistant/facts.ts';
import { isFromCustomer, unansweredComments } from '../assistant/thread.ts';
import { AppError } from '../errors.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { isNotFound, ZendeskError } from '../zendesk/zendesk-error.ts';
import { askLatestFirst } from './decide-turn.ts';
import { readTicket } from './read-ticket.ts';
import type { TurnPorts } from './run-turn.ts';

export interface DraftPorts {
  portsFor: (slug: string) => Promise<{ tenant: Tenant; ports: TurnPorts } | undefined>;
}

/**
 * What the engine would answer to the customer's newest words, for an agent to judge: whoever has the ticket and
 * however unsure the engine is. Writes nothing. Throws `zendesk_unavailable` when the ticket cannot be read, and
 * `not_found` when there is none.
 */
export async function draftAnswer(
  { portsFor }: DraftPorts,
  slug: string,
  ticketId: string,
): Promise<DraftResponse> {
  const found = await portsFor(slug);
  if (!found) throw new AppError('not_found', 'Not found');
  const { tenant, ports } = found;
  try {
    return await answerFor(ports, tenant, ticketId);
  } catch (cause) {
    if (isNotFound(cause)) throw new AppError('not_found', `Ticket ${ticketId} is gone`, { cause });
    if (!(cause instanceof ZendeskError)) throw cause;
    throw new AppError('zendesk_unavailable', 'Zendesk does not let us read; try again', { cause });
  }
}

async function answerFor(
  ports: TurnPorts,
  tenant: Tenant,
  ticketId: string,
): Promise<DraftResponse> {
  const { facts, requesterLocale } = await readTicket(ports, tenant, { ticketId });
  const asked = newestWords(facts.comments);
  if (asked.length === 0) return { found: false, reason: 'nothing_new' };
  const words = asked.map(({ text }) => text).filter((text) => text !== '');
  const latest = words.at(-1);
  if (latest === undefined) return { found: false, reason: 'only_attachments' };

  const about = { tenant: tenant.slug, subject: facts.ticket.subject, locale: requesterLocale };
  const question = words.join('\n\n');
  const answer = await askLatestFirst(ports.answer, { question, latest }, about);
  const { text, confidence, language, sources } = answer;
  if (text === undefined) return { found: false, reason: 'no_article_matches' };
  return { found: true, text, confidence, language, sources };
}

/** What is unanswered; when everything is, what the customer wrote last, since the agent wants to say more. */
function newestWords(comments: readonly CommentFacts[]): CommentFacts[] {
  const unanswered = unansweredComments(comments);
  if (unanswered.length > 0) return unanswered;
  const last = comments.findLast(isFromCustomer);
  return last ? [last] : [];
}
