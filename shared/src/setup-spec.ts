/**
 * What an account needs, as data: one ticket field, one webhook, two triggers.
 * Shapes follow the request bodies of Zendesk's API, without the ids that only the account knows.
 */

/** https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_fields/ */
export const TICKET_FIELD = {
  type: 'textarea',
  title: 'Smart Assistant state',
  agent_description: 'Managed by Smart Assistant. Do not edit.',
  description: '',
  active: true,
  required: false,
  required_in_portal: false,
  visible_in_portal: false,
  editable_in_portal: false,
} as const;

/** https://developer.zendesk.com/api-reference/webhooks/webhooks-api/webhooks */
export interface WebhookSpec {
  name: string;
  description: string;
  endpoint: string;
  http_method: 'POST';
  request_format: 'json';
  status: 'active';
  subscriptions: ['conditional_ticket_events'];
}

export interface TriggerCondition {
  field: string;
  operator: string;
  value: string;
}

export interface TriggerSpec {
  key: 'comment' | 'closed';
  title: string;
  description: string;
  conditions: { all: TriggerCondition[]; any: TriggerCondition[] };
  /** Body with ids only: what set-up writes. */
  leanBody: string;
  /** Body that existing customers pasted by hand, for a given ticket field. */
  manualBody: (ticketFieldId: string) => string;
}

const LEAN_COMMENT_BODY = `{"v":1,"event":"public_comment","ticket_id":"{{ticket.id}}","comment_id":"{{ticket.latest_public_comment.id}}","comment_author_id":"{{ticket.latest_public_comment.author.id}}","actor_id":"{{current_user.id}}"}`;

const LEAN_CLOSED_BODY = `{"v":1,"event":"closed","ticket_id":"{{ticket.id}}","actor_id":"{{current_user.id}}"}`;

const manualCommentBody = (fieldId: string) =>
  `{ "id": "{{ticket.id}}", "comment": "{{ticket.latest_public_comment}}", "support_name": "{{ticket.assignee.first_name}}", "agent_id": "{{ticket.latest_comment.author.id}}", "latest_public_comment_author_id": "{{ticket.latest_public_comment.author.id}}", "user_info": "{{ticket.ticket_field_${fieldId}}}", "attachments": [ {% for attachment in ticket.latest_public_comment.attachments %} { "file_name": "{{attachment}}", "url": "{{attachment.url}}" }{% unless forloop.last %},{% endunless -%} {% endfor %} ] }`;

const manualClosedBody = (fieldId: string) =>
  `{ "id": "{{ticket.id}}", "comment": "{{ticket.latest_comment}}", "support_name": "{{ticket.assignee.first_name}}", "agent_id": "{{ticket.latest_comment.author.id}}", "user_info": "{{ticket.ticket_field_${fieldId}}}", "ticket_status": "closed" }`;

export const TRIGGERS: readonly TriggerSpec[] = [
  {
    key: 'comment',
    title: 'Notify Assistant on new comment',
    description: 'Smart Assistant: tells the assistant of every new public comment.',
    // No update_type on purpose: the comment that creates a ticket counts too.
    conditions: { all: [{ field: 'comment_is_public', operator: 'is', value: 'true' }], any: [] },
    leanBody: LEAN_COMMENT_BODY,
    manualBody: manualCommentBody,
  },
  {
    key: 'closed',
    title: 'Notify closed ticket',
    description: 'Smart Assistant: tells the assistant when a ticket is solved or closed.',
    // `value` is "changed to": https://developer.zendesk.com/documentation/ticketing/reference-guides/conditions-reference/
    conditions: {
      all: [],
      any: [
        { field: 'status', operator: 'value', value: 'solved' },
        { field: 'status', operator: 'value', value: 'closed' },
      ],
    },
    leanBody: LEAN_CLOSED_BODY,
    manualBody: manualClosedBody,
  },
];

/** The one URL Zendesk delivers to. `backendUrl` may end in a slash. */
export function webhookEndpoint(backendUrl: string, slug: string): string {
  return `${backendUrl.replace(/\/+$/, '')}/zendesk_webhook/${encodeURIComponent(slug)}`;
}

export function webhookSpec(backendUrl: string, slug: string): WebhookSpec {
  return {
    name: 'Smart Assistant',
    description: 'Tells Smart Assistant of new public comments and of solved tickets.',
    endpoint: webhookEndpoint(backendUrl, slug),
    http_method: 'POST',
    request_format: 'json',
    status: 'active',
    subscriptions: ['conditional_ticket_events'],
  };
}

/** The account's assistant: where it runs, and what is already known of its objects. */
export interface SetupSpec {
  backendUrl: string;
  slug: string;
  stateFieldId?: string | undefined;
  webhookId?: string | undefined;
}
