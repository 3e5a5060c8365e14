import type { Zendesk } from '../zaf/zendesk.ts';

/** Who changed the field last; `at` in epoch seconds. */
export type FieldChange = { by: 'person' | 'rule'; name: string; at: number } | { by: 'nobody' };

interface Audit {
  author_id: number;
  created_at: string;
  events: {
    type: string;
    field_name?: string;
    via?: { source?: { from?: { title?: string }; rel?: string } };
  }[];
}

/** The newest page is enough: what is broken now was changed lately. */
const AUDITS_PER_PAGE = 100;

/**
 * Looks up in the ticket's history who gave the field its present value, with the agent's own rights. Rejects
 * when Zendesk does not answer.
 * https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_audits/
 */
export async function findFieldChange(
  zendesk: Zendesk,
  ticketId: string,
  fieldId: string,
): Promise<FieldChange> {
  const url = `/api/v2/tickets/${ticketId}/audits.json?sort=-created_at&page[size]=${AUDITS_PER_PAGE}`;
  const { audits } = (await zendesk.request('GET', url)) as { audits: Audit[] };
  const newestFirst = audits.toSorted((a, b) => b.created_at.localeCompare(a.created_at));
  for (const audit of newestFirst) {
    const event = audit.events.find(
      ({ type, field_name }) => (type === 'Change' || type === 'Create') && field_name === fieldId,
    );
    if (!event) continue;
    const at = Math.floor(Date.parse(audit.created_at) / 1000);
    const rule = event.via?.source?.from?.title;
    if (rule) return { by: 'rule', name: rule, at };
    return { by: 'person', name: await nameOf(zendesk, audit.author_id), at };
  }
  return { by: 'nobody' };
}

/** A name that cannot be had must not hide that there was a change. */
async function nameOf(zendesk: Zendesk, userId: number): Promise<string> {
  try {
    const { user } = (await zendesk.request('GET', `/api/v2/users/${userId}.json`)) as {
      user: { name?: string };
    };
    return user.name ?? `#${userId}`;
  } catch {
    return `#${userId}`;
  }
}
