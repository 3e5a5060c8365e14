import { expect, test } from 'vitest';
import { TICKET_FIELD, TRIGGERS, webhookEndpoint, webhookSpec } from '../src/setup-spec.ts';
import { ticketEvent } from '../src/ticket-event.ts';

const FIELD_ID = '360012345678';

/** The bodies of the contract, as customers pasted them. */
const PASTED = {
  comment: `{ "id": "{{ticket.id}}", "comment": "{{ticket.latest_public_comment}}", "support_name": "{{ticket.assignee.first_name}}", "agent_id": "{{ticket.latest_comment.author.id}}", "latest_public_comment_author_id": "{{ticket.latest_public_comment.author.id}}", "user_info": "{{ticket.ticket_field_360012345678}}", "attachments": [ {% for attachment in ticket.latest_public_comment.attachments %} { "file_name": "{{attachment}}", "url": "{{attachment.url}}" }{% unless forloop.last %},{% endunless -%} {% endfor %} ] }`,
  closed: `{ "id": "{{ticket.id}}", "comment": "{{ticket.latest_comment}}", "support_name": "{{ticket.assignee.first_name}}", "agent_id": "{{ticket.latest_comment.author.id}}", "user_info": "{{ticket.ticket_field_360012345678}}", "ticket_status": "closed" }`,
};

/** What Liquid makes of a body when every value is a number and there are no attachments. */
const rendered = (body: string) =>
  body.replaceAll(/\{%.*%\}/g, '').replaceAll(/\{\{[^}]+\}\}/g, '35436');

test.each(TRIGGERS)('the manual body of "$title" is the one customers pasted', (trigger) => {
  expect(trigger.manualBody(FIELD_ID)).toBe(PASTED[trigger.key]);
});

test.each(TRIGGERS)('both bodies of "$title" mean the same to the server', (trigger) => {
  const bodies = [trigger.leanBody, trigger.manualBody(FIELD_ID)].map(rendered);

  for (const body of bodies) {
    expect(ticketEvent.parse(JSON.parse(body))).toMatchObject({
      kind: trigger.key,
      ticketId: '35436',
    });
  }
});

test.each(TRIGGERS)('the lean body of "$title" carries ids only, each inside quotes', (trigger) => {
  const placeholders = trigger.leanBody.match(/.\{\{[^}]+\}\}./g)!;

  for (const placeholder of placeholders) expect(placeholder).toMatch(/^"\{\{[\w.]+\.id\}\}"$/);
});

test('the closed trigger fires on solved and on closed, the comment trigger on ticket creation too', () => {
  const [comment, closed] = TRIGGERS;

  expect(closed!.conditions.any.map(({ value }) => value)).toEqual(['solved', 'closed']);
  expect(comment!.conditions.all.map(({ field }) => field)).not.toContain('update_type');
});

test('customers neither see nor edit the state field', () => {
  expect(TICKET_FIELD).toMatchObject({ visible_in_portal: false, editable_in_portal: false });
});

test.each(['https://sa.example', 'https://sa.example/', 'https://sa.example//'])(
  'the webhook of %s delivers to one address',
  (backendUrl) => {
    expect(webhookEndpoint(backendUrl, 'acme')).toBe('https://sa.example/zendesk_webhook/acme');
    expect(webhookSpec(backendUrl, 'acme').endpoint).toBe(webhookEndpoint(backendUrl, 'acme'));
  },
);
