import type { Mutation } from './mutation.ts';

const PUBLIC = { field: 'comment_is_public', operator: 'is', value: 'true' };
const SOLVED = { field: 'status', operator: 'value', value: 'solved' };
const CLOSED = { field: 'status', operator: 'value', value: 'closed' };

const fine = (name: string, mutate: Mutation['mutate']): Mutation => ({ name, mutate, finds: [] });
const endpoint = (name: string, url: string) =>
  fine(`the address has ${name}`, (it) => it.webhook({ endpoint: url }));

/** Differences that make no difference. */
export const HARMLESS_MUTATIONS: Mutation[] = [
  endpoint('a slash at its end', 'https://assistant.example.com/zendesk_webhook/acme/'),
  endpoint('a www in front', 'https://www.assistant.example.com/zendesk_webhook/acme'),
  endpoint('capitals', 'HTTPS://Assistant.Example.com/zendesk_webhook/acme'),
  endpoint('its port', 'https://assistant.example.com:443/zendesk_webhook/acme'),
  endpoint('a doubled slash', 'https://assistant.example.com//zendesk_webhook/acme'),
  endpoint('percent signs', 'https://assistant.example.com/zendesk%5Fwebhook/acme'),
  endpoint('a query', 'https://assistant.example.com/zendesk_webhook/acme?from=zendesk'),
  fine('the webhook has another name', (it) => it.webhook({ name: 'Assistant', description: '' })),
  fine('the webhook signs in', (it) =>
    it.webhook({
      authentication: { type: 'bearer_token', add_position: 'header', data: { token: 'abc' } },
    }),
  ),
  fine('the webhook has a header', (it) => it.webhook({ custom_headers: { 'x-shop': 'acme' } })),
  fine('the field has another title', (it) => it.field({ title: 'sa_user_info' })),
  fine('the field has other descriptions', (it) =>
    it.field({ description: 'Internal', agent_description: 'Hands off' }),
  ),
  fine('the field stands elsewhere', (it) => it.field({ position: 3 })),
  fine('a trigger has another title', (it) => it.editTrigger('comment', { title: 'SA comment' })),
  fine('a trigger has another description', (it) =>
    it.editTrigger('closed', { description: 'Ask Ada before changing' }),
  ),
  fine('a trigger also sets a tag', async (it) => {
    const { actions } = await it.trigger('comment');
    const tag = { field: 'current_tags', value: 'seen' };
    return it.editTrigger('comment', { actions: [tag, ...actions] });
  }),
  fine('a trigger also tells somebody else', async (it) => {
    const { actions } = await it.trigger('comment');
    const value = [it.neighbours.webhookId, '{"id":"{{ticket.id}}"}'];
    const told = { field: 'notification_webhook', value };
    return it.editTrigger('comment', { actions: [...actions, told] });
  }),
  fine('the statuses stand the other way round', (it) =>
    it.conditions('closed', { any: [CLOSED, SOLVED] }),
  ),
  fine('the requester can see the comment', (it) =>
    it.conditions('comment', { all: [{ ...PUBLIC, value: 'requester_can_see_comment' }] }),
  ),
  fine('public is a condition of any', (it) => it.conditions('comment', { any: [PUBLIC] })),
  fine('the ticket is public, too', (it) =>
    it.conditions('comment', {
      all: [PUBLIC, { field: 'ticket_is_public', operator: 'is', value: 'public' }],
    }),
  ),
  fine('the ticket is not closed', (it) =>
    it.conditions('comment', {
      all: [PUBLIC, { field: 'status', operator: 'is_not', value: 'closed' }],
    }),
  ),
  fine('an ending is an update', (it) =>
    it.conditions('closed', {
      all: [{ field: 'update_type', operator: 'is', value: 'Change' }],
      any: [SOLVED, CLOSED],
    }),
  ),
  fine('a body is written on many lines', (it) =>
    it.body('comment', (now) => JSON.stringify(JSON.parse(now), null, 4)),
  ),
  fine('a body has its keys in another order', (it) =>
    it.body('closed', (now) =>
      JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(now)).toReversed())),
    ),
  ),
  fine('a body has spaces in its placeholders', (it) =>
    it.body('comment', (now) => now.replaceAll('{{', '{{ ').replaceAll('}}', ' }}')),
  ),
  fine('a body says more', (it) =>
    it.body('closed', (now) => now.replace('{"v"', '{"shop":"acme","v"')),
  ),
  fine('a ticket id stands without quotes', (it) =>
    it.body('closed', (now) => now.replace('"{{ticket.id}}"', '{{ticket.id}}')),
  ),
];
