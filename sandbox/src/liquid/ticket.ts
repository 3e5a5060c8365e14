import type { Account } from '../account.ts';
import type { Ticket } from '../model.ts';
import { LiquidComment, LiquidUser, longDate } from './objects.ts';
import { capitalised, statusTitle } from './titles.ts';

/** `ticket` in a template: https://support.zendesk.com/hc/en-us/articles/4408886858138 */
export function liquidTicket(account: Account, ticket: Ticket): Record<string, unknown> {
  const user = (id: number | null) => {
    const found = id === null ? undefined : account.store.users.get(id);
    return found && new LiquidUser(found);
  };
  const printing = { account, withHeader: account.switches.liquid === 'raw-with-header' };
  // Newest first, as in the e-mail templates that use ticket.comments.
  const comments = account.store
    .comments(ticket.id)
    .map((comment) => new LiquidComment(printing, comment))
    .reverse();
  const publicComments = comments.filter((comment) => comment.is_public);
  return {
    ...plainPlaceholders(account, ticket),
    ...customFieldPlaceholders(account, ticket),
    requester: user(ticket.requester_id),
    assignee: user(ticket.assignee_id),
    submitter: user(ticket.submitter_id),
    comments,
    public_comments: publicComments,
    latest_comment: comments[0],
    latest_public_comment: publicComments[0],
    latest_comment_formatted: comments[0]?.toString(),
    latest_public_comment_formatted: publicComments[0]?.toString(),
    latest_comment_rich: comments[0]?.value,
    latest_public_comment_rich: publicComments[0]?.value,
    latest_comment_html: comments[0]?.value,
    latest_public_comment_html: publicComments[0]?.value,
  };
}

function plainPlaceholders(account: Account, ticket: Ticket): Record<string, unknown> {
  const requester = account.store.users.get(ticket.requester_id);
  const locale = requester?.locale ?? 'en-US';
  const host = account.url.replace(/^https?:\/\//, '');
  const custom = account.store.customStatuses.get(ticket.custom_status_id ?? 0);
  return {
    id: String(ticket.id),
    external_id: ticket.external_id ?? '',
    encoded_id: `SANDBOX-${ticket.id}`,
    link: `${account.url}/agent/tickets/${ticket.id}`,
    // Without a scheme, unlike link.
    url: `${host}/agent/tickets/${ticket.id}`,
    account: account.subdomain,
    brand: { name: account.subdomain },
    title: ticket.subject,
    description: `${requester?.name ?? ''}, ${longDate(ticket.created_at)}\n\n${ticket.description}`,
    verbatim_description: ticket.description,
    status: statusTitle(ticket.status, locale),
    status_category: statusTitle(ticket.status, locale),
    custom_status: custom?.agent_label ?? statusTitle(ticket.status, locale),
    via: capitalised(ticket.via.channel, ''),
    tags: ticket.tags.join(' '),
    priority: capitalised(ticket.priority, ''),
    ticket_type: capitalised(ticket.type, 'Ticket'),
    ticket_form: account.store.ticketForms.get(ticket.ticket_form_id)?.name ?? '',
    created_at: longDate(ticket.created_at),
    updated_at: longDate(ticket.updated_at),
    created_at_with_timestamp: timestamp(account, ticket.created_at),
    updated_at_with_timestamp: timestamp(account, ticket.updated_at),
  };
}

/** Minutes only in the help center's example, by switch. */
function timestamp({ switches }: Account, time: string): string {
  return switches.timestampPlaceholders === 'minutes' ? `${time.slice(0, 16)}Z` : time;
}

function customFieldPlaceholders(account: Account, ticket: Ticket): Record<string, unknown> {
  const placeholders: Record<string, unknown> = {};
  for (const field of account.store.customFields()) {
    const value = ticket.values[String(field.id)] ?? '';
    const option = field.custom_field_options?.find((candidate) => candidate.value === value);
    placeholders[`ticket_field_${field.id}`] = value;
    placeholders[`ticket_field_option_title_${field.id}`] = option?.name ?? '';
  }
  return placeholders;
}
