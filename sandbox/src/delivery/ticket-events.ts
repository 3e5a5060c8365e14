import { randomUUID } from 'node:crypto';
import type { Account } from '../account.ts';
import type { Comment, Ticket } from '../model.ts';
import type { TicketUpdate } from '../triggers/update.ts';

/**
 * Event subscriptions: webhooks that get Zendesk's own JSON instead of a trigger's body.
 * https://developer.zendesk.com/api-reference/webhooks/event-types/ticket-events
 */
const PREFIX = 'zen:event-type:ticket.';
const VERSION = '2022-11-06';

interface TicketEvent {
  type: string;
  event: Record<string, unknown>;
}

/** Sends what happened to the webhooks that subscribed to it. The system's 28-day close counts too, by switch. */
export function publishTicketEvents(account: Account, update: TicketUpdate): void {
  if (update.actor.silent && !account.switches.systemCloseEvents) return;
  const webhooks = [...account.store.webhooks.values()].filter(({ status }) => status === 'active');
  const isWanted = webhooks.some(({ subscriptions }) => subscriptions.some(isTicketEvent));
  if (!isWanted) return;
  const events = eventsOf(account, update);
  events.forEach((each, index) => {
    const sequence = { id: `S${update.audit.id}`, position: index + 1, total: events.length };
    const body = JSON.stringify(envelope(account, update, { ...each, sequence }));
    for (const webhook of webhooks.filter(({ subscriptions }) =>
      subscriptions.includes(each.type),
    )) {
      const source = { kind: 'event' as const, eventType: each.type, ticketId: update.ticket.id };
      account.delivery.enqueue({ webhook, body: () => body, source });
    }
  });
}

function isTicketEvent(subscription: string): boolean {
  return subscription.startsWith(PREFIX);
}

function eventsOf(account: Account, { before, ticket, comment }: TicketUpdate): TicketEvent[] {
  const events: TicketEvent[] = [];
  const add = (name: string, event: Record<string, unknown>) =>
    events.push({ type: `${PREFIX}${name}`, event });
  if (!before) add('created', {});
  if (comment) add('comment_added', { comment: commentOf(account, comment) });
  if (!before) return events;
  const changed = (name: string, previous: unknown, current: unknown) => {
    if (previous !== current) add(name, { previous, current });
  };
  changed('status_changed', upper(before.status), upper(ticket.status));
  changed('priority_changed', upper(before.priority), upper(ticket.priority));
  changed('subject_changed', before.subject, ticket.subject);
  changed('agent_assignment_changed', id(before.assignee_id), id(ticket.assignee_id));
  changed('group_assignment_changed', id(before.group_id), id(ticket.group_id));
  const added = ticket.tags.filter((tag) => !before.tags.includes(tag));
  const removed = before.tags.filter((tag) => !ticket.tags.includes(tag));
  if (added.length + removed.length > 0) {
    add('tags_changed', { tags_added: added, tags_removed: removed });
  }
  for (const field of Object.keys(ticket.values)) {
    const [previous, current] = [before.values[field] ?? null, ticket.values[field] ?? null];
    if (previous !== current) {
      add('custom_field_changed', { field: { id: field }, previous, current });
    }
  }
  return events;
}

/** Ids are strings, enums upper case. */
function envelope(
  account: Account,
  { ticket, actor, audit }: TicketUpdate,
  event: TicketEvent & { sequence: unknown },
) {
  return {
    account_id: account.id,
    id: randomUUID(),
    time: new Date(account.clock.now()).toISOString(),
    type: event.type,
    zendesk_event_version: VERSION,
    subject: `zen:ticket:${ticket.id}`,
    detail: { ...detail(ticket), actor_id: id(actor.user.id), via: channel(audit.via.channel) },
    event: { meta: { sequence: event.sequence }, ...event.event },
  };
}

function detail(ticket: Ticket) {
  return {
    id: String(ticket.id),
    requester_id: id(ticket.requester_id),
    submitter_id: id(ticket.submitter_id),
    assignee_id: id(ticket.assignee_id),
    group_id: id(ticket.group_id),
    brand_id: id(ticket.brand_id),
    form_id: id(ticket.ticket_form_id),
    custom_status: id(ticket.custom_status_id),
    status: upper(ticket.status),
    priority: upper(ticket.priority),
    type: upper(ticket.type),
    subject: ticket.subject,
    description: ticket.description,
    is_public: ticket.is_public,
    external_id: ticket.external_id,
    tags: ticket.tags,
    created_at: ticket.created_at,
    updated_at: ticket.updated_at,
  };
}

function commentOf(account: Account, comment: Comment) {
  const author = account.store.users.get(comment.author_id);
  return {
    id: String(comment.id),
    body: comment.body,
    is_public: comment.public,
    author: {
      id: String(comment.author_id),
      is_staff: author?.role !== 'end-user',
      name: author?.name ?? '',
    },
  };
}

/** What the API calls `api` is `web_service` here. */
function channel(name: string): { channel: string } {
  return { channel: name === 'api' ? 'web_service' : name };
}

function id(value: number | null): string | null {
  return value === null ? null : String(value);
}

function upper(value: string | null): string | null {
  return value?.toUpperCase() ?? null;
}
