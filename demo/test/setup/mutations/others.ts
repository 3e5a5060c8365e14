import type { FindingCode } from '@smart-assistant/shared/setup/finding-table.ts';
import type { HealthyAccount } from '../healthy-account.ts';
import type { Mutation } from './mutation.ts';

const ON_COMMENT = { all: [{ field: 'comment_is_public', operator: 'is', value: 'true' }] };
const ON_CREATE = { all: [{ field: 'update_type', operator: 'is', value: 'Create' }] };
const OLD = {
  all: [
    { field: 'status', operator: 'is', value: 'pending' },
    { field: 'PENDING', operator: 'greater_than', value: '48' },
  ],
};

/** Somebody else's doings: found, predicted, and never touched. */
const foreign = (
  name: string,
  code: FindingCode,
  mutate: (it: HealthyAccount) => Promise<unknown>,
): Mutation => ({ name, mutate, finds: [code], leaves: [code] });

const trigger = (
  it: HealthyAccount,
  title: string,
  actions: object[],
  conditions: object = ON_COMMENT,
) => it.api('POST', '/triggers', { trigger: { title, conditions, actions } });

async function tell(
  it: HealthyAccount,
  name: string,
  endpoint: string,
  subscription = 'conditional_ticket_events',
) {
  const { webhook } = await it.api('POST', '/webhooks', {
    webhook: {
      ...{ name, endpoint, http_method: 'POST', request_format: 'json', status: 'active' },
      subscriptions: [subscription],
    },
  });
  return { field: 'notification_webhook', value: [webhook.id, '{"id":"{{ticket.id}}"}'] };
}

export const OTHER_MUTATIONS: Mutation[] = [
  foreign('a trigger writes to the field', 'field_written_by_other', (it) =>
    trigger(it, 'Stamp', [{ field: `custom_fields_${it.fieldId}`, value: 'x' }]),
  ),
  foreign('an automation writes to the field', 'field_written_by_other', (it) =>
    it.api('POST', '/automations', {
      automation: {
        ...{ title: 'Stamp old ones', conditions: OLD },
        actions: [{ field: `custom_fields_${it.fieldId}`, value: 'x' }],
      },
    }),
  ),
  foreign('a macro writes to the field', 'field_written_by_other', (it) =>
    it.api('POST', '/macros', {
      macro: { title: 'Reset', actions: [{ field: `custom_fields_${it.fieldId}`, value: '' }] },
    }),
  ),
  foreign('a trigger tells another assistant, by its address', 'other_assistant', async (it) =>
    trigger(it, 'On comment', [await tell(it, 'Hook', 'https://acme.ada.support/zendesk')]),
  ),
  foreign('a trigger tells another assistant, by its name', 'other_assistant', async (it) =>
    trigger(it, 'Forethought: new comment', [await tell(it, 'Hook', 'https://x.example.com/h')]),
  ),
  foreign('a webhook of another assistant hears of comments', 'other_assistant', (it) =>
    tell(it, 'Botpress', 'https://hook.example.com', 'zen:event-type:ticket.comment_added'),
  ),
  foreign('the app of another assistant is installed', 'other_assistant', async (it) =>
    it.account.registerInstallation({ settings: { name: 'Netomi AI for Zendesk' } }),
  ),
  foreign('another Smart Assistant is told of comments', 'other_installation', async (it) => {
    const endpoint = 'https://staging.example.com/zendesk_webhook/acme-staging';
    return trigger(it, 'Staging', [await tell(it, 'Staging', endpoint)]);
  }),
  foreign('a trigger answers first messages by itself', 'other_writer_answers', (it) =>
    trigger(
      it,
      'Thank you',
      [{ field: 'notification_user', value: ['requester_id', 'Thanks!', 'We are on it.'] }],
      ON_CREATE,
    ),
  ),
  foreign('a trigger answers every comment by itself', 'other_writer_answers', (it) =>
    trigger(it, 'Out of office', [
      { field: 'notification_user', value: ['requester_and_ccs', 'Closed', 'Back on Monday.'] },
    ]),
  ),
  foreign('an automation writes to customers', 'other_writer_answers', (it) =>
    it.api('POST', '/automations', {
      automation: {
        ...{ title: 'Remind', conditions: OLD },
        actions: [
          { field: 'notification_user', value: ['requester_id', 'Still there?', 'Hello?'] },
        ],
      },
    }),
  ),
  foreign('a trigger of ours answers as well', 'other_writer_answers', async (it) => {
    const { actions } = await it.trigger('comment');
    const email = { field: 'notification_user', value: ['requester_id', 'Got it', 'Thank you.'] };
    return it.editTrigger('comment', { actions: [...actions, email] });
  }),
  foreign('a trigger replaces all tags', 'tags_replaced', (it) =>
    trigger(it, 'Sort', [{ field: 'set_tags', value: 'sorted' }]),
  ),
  foreign('a trigger tells our webhook of something else', 'other_tells_webhook', (it) =>
    trigger(
      it,
      'Priority',
      [{ field: 'notification_webhook', value: [it.webhookId, '{"id":"{{ticket.id}}"}'] }],
      { all: [{ field: 'priority', operator: 'is', value: 'urgent' }] },
    ),
  ),
];
