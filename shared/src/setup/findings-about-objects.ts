import { advice, broken, degraded } from './severities.ts';

export function aboutField() {
  return {
    field_missing: broken(
      'The ticket field carries what the assistant knows of a ticket; without it the sidebar has nothing to show.',
    ),
    field_id_stale: broken(
      'The field id {stored} in the settings is not the field that this account has ({found}): the sidebar looks in the wrong place.',
    ),
    field_wrong_type: broken(
      'The state is a line of text; a field of the type {type} refuses it, and a type cannot be changed.',
    ),
    field_inactive: broken('Zendesk leaves deactivated fields out of tickets.'),
    field_validated: broken('A pattern on the field refuses what the assistant writes.'),
    field_required: degraded('Agents cannot solve a ticket that the assistant has not written to.'),
    field_required_in_portal: broken(
      'Customers cannot send a request without filling in a field that is not theirs.',
    ),
    field_visible_in_portal: degraded(
      "Customers see the assistant's working data on their request.",
    ),
    field_editable_in_portal: degraded(
      'Customers can change what the assistant knows of their ticket.',
    ),
    field_not_agent_editable: degraded(
      'Agents may not edit the field; whether Zendesk then takes what the assistant writes depends on its role.',
    ),
    field_duplicate: advice('There are two state fields; only {kept} is used.'),
    form_without_field: degraded(
      'Tickets on the form "{form}" do not show the field, so the sidebar sees no state on them.',
    ),
  };
}

export function aboutWebhook() {
  return {
    webhook_missing: broken('Nothing tells the assistant of new comments.'),
    webhook_id_stale: advice(
      'The stored webhook {stored} does not exist any more; the one that delivers is {found}.',
    ),
    webhook_endpoint: broken(
      'The webhook delivers to another address, so the assistant hears nothing.',
    ),
    webhook_method: broken('The assistant is told by POST; other methods carry no body.'),
    webhook_format: broken('The assistant reads JSON only.'),
    webhook_inactive: broken('Zendesk sends nothing through an inactive webhook.'),
    webhook_subscription: broken(
      'This webhook is subscribed to events, so no trigger can use it, and what it sends is not what the assistant reads.',
    ),
    webhook_made_by_app: broken(
      'A Zendesk app made this webhook, and nobody can read the signing secret of such a webhook: its deliveries cannot be verified.',
    ),
    webhook_duplicate: degraded('Two webhooks deliver to the assistant, with different secrets.'),
  };
}

export function aboutTriggers() {
  return {
    trigger_missing: broken('{missed}'),
    trigger_inactive: broken('An inactive trigger never fires. {missed}'),
    trigger_duplicate: degraded(
      'The assistant is told twice of everything; only one trigger is needed.',
    ),
    trigger_no_webhook: broken('The trigger tells no webhook. {missed}'),
    trigger_wrong_webhook: broken(
      "The trigger tells another webhook than the assistant's. {missed}",
    ),
    trigger_notifies_twice: degraded('The trigger tells the assistant twice of each event.'),
    trigger_misses_public_comment: broken(
      'Without the condition "Comment is public" the trigger also fires on internal notes or on updates without a comment.',
    ),
    trigger_status_missing: broken(
      'The trigger does not fire when a ticket is {missed}, so the assistant goes on with a talk that is over.',
    ),
    trigger_status_incomplete: degraded(
      'The trigger does not fire when a ticket is {missed}, so the end of such a talk is noticed late.',
    ),
    trigger_status_not_changed_to: broken(
      'Without "Changed to" the trigger fires on every update of a solved ticket, a reopening included.',
    ),
    trigger_narrowed: degraded('The assistant is not told of {missed}.'),
    trigger_too_wide: degraded(
      'The trigger also fires on tickets that are not over, which costs calls and tells nothing.',
    ),
    trigger_order: degraded(
      'The trigger "{other}" closes tickets before this one has its turn, and Zendesk runs no trigger on a closed ticket.',
    ),
  };
}

export function aboutBodies() {
  return {
    body_unreadable: broken(
      'What the trigger sends cannot be read as one of the agreed JSON bodies.',
    ),
    body_unquoted: degraded(
      'A placeholder outside quotes makes the body invalid JSON as soon as its value is empty or a word.',
    ),
    body_no_ticket_id: broken('The body does not say which ticket it is about.'),
    body_wrong_kind: broken(
      'The body says that something else has happened than what the trigger fires on.',
    ),
    body_wrong_field: broken(
      'The body carries the ticket field {carried}; the state is in the field {field}.',
    ),
    body_hint_lost: degraded(
      'Without the right {hint} the assistant cannot tell its own replies at once and reads the ticket each time.',
    ),
    body_manual: advice(
      'The body works. One with ids only cannot be broken by quotes in a comment, and sends no customer text.',
    ),
  };
}
