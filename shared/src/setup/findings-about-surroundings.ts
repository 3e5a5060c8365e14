import { advice, broken, degraded } from './severities.ts';

export function aboutAccess() {
  return {
    not_signed_in: broken(
      'Zendesk does not know who is calling, so the assistant can neither read nor answer tickets.',
    ),
    not_admin: broken(
      'Only an admin may create ticket fields, webhooks and triggers; {name} is signed in as {role}.',
    ),
    server_not_admin: degraded(
      "The assistant's user is {role}, not an admin: it can answer tickets, but not read the webhook's signing secret and its deliveries.",
    ),
    user_is_end_user: broken(
      "The assistant's user is an end user: it sees only its own tickets and cannot answer others.",
    ),
    user_restricted: broken(
      "The assistant's user may not see all tickets ({restriction} only): Zendesk hides the others from it, and nobody answers them.",
    ),
    user_suspended: broken("The assistant's user is suspended: Zendesk refuses all its calls."),
    user_unverified: broken(
      "The assistant's user has not verified its e-mail address: API tokens work for verified users only.",
    ),
    api_token_ends: degraded(
      'Zendesk switches all API tokens off on 2027-04-30, in {days} days. No new one can be created since 2026-10-27. Change to an OAuth client before.',
    ),
    api_token_ended: broken(
      'Zendesk has switched all API tokens off on 2027-04-30. The assistant needs an OAuth client.',
    ),
    api_token_access_off: broken('This account does not let API tokens in.'),
    scope_missing: broken(
      'The OAuth token lacks the scope {scope}: {missed}. The triggers still fire, the assistant cannot work.',
    ),
    scope_narrow: degraded('The OAuth token lacks the scope {scope}: {missed}.'),
    scope_unknown: broken(
      'Zendesk does not know the scope {scope}: a token with an unknown scope is refused everywhere.',
    ),
    token_expires: degraded(
      'The OAuth token ends in {days} days and does not renew itself; then the assistant falls silent.',
    ),
    token_expired: broken('The OAuth token has expired: Zendesk refuses all its calls.'),
    part_unreadable: advice('Zendesk did not let us read the {part}, so they were not checked.'),
    need_unreadable: broken(
      'Zendesk did not let us read the {part}, so the assistant can be neither checked nor set up.',
    ),
    list_cut: broken(
      'This account has more {part} than set-up reads, and ours is not among the first: creating another could be one too many.',
    ),
  };
}

export function aboutSurroundings() {
  return {
    deliveries_failing: broken(
      'The last {count} deliveries all failed ({status}): the assistant hears nothing.',
    ),
    deliveries_some_failed: advice(
      '{count} of the last {total} deliveries failed. What they were about is found by the sweep, some minutes later.',
    ),
    no_help_center: degraded(
      'There is no help center that can be read, and the assistant answers from help articles.',
    ),
    no_articles: degraded(
      'No help article is published for everyone, so the assistant has nothing to answer from.',
    ),
    field_written_by_other: broken(
      '"{other}" writes to the field that carries the state: what the assistant knows of the ticket is lost.',
    ),
    other_assistant: degraded(
      '"{other}" looks like another assistant ({vendor}). Prediction: two replies per comment.',
    ),
    other_installation: degraded(
      '"{other}" tells another Smart Assistant ({endpoint}) of new comments. Prediction: two replies per comment.',
    ),
    other_writer_answers: advice(
      '"{other}" answers customers by itself. Prediction: {prediction}.',
    ),
    other_tells_webhook: advice(
      '"{other}" also tells the assistant, of what is not clear. Prediction: calls without effect.',
    ),
    tags_replaced: advice(
      '"{other}" replaces all tags of a ticket. Prediction: a pause set by the tag assistant_paused is lifted.',
    ),
  };
}
