import { webhookSpec } from '@smart-assistant/shared/setup-spec.ts';
import { BACKEND_URL } from '../account-under-test.ts';
import type { Mutation } from './mutation.ts';

const elsewhere = (name: string, endpoint: string): Mutation => ({
  name: `the webhook delivers to ${name}`,
  mutate: (it) => it.webhook({ endpoint }),
  finds: ['webhook_endpoint'],
});

const method = (http_method: string): Mutation => ({
  name: `the webhook delivers by ${http_method}`,
  mutate: (it) => it.webhook({ http_method }),
  finds: ['webhook_method'],
});

const format = (request_format: string): Mutation => ({
  name: `the webhook sends ${request_format}`,
  mutate: (it) => it.webhook({ request_format }),
  finds: ['webhook_format'],
});

const SPEC = webhookSpec(BACKEND_URL, 'acme');

export const WEBHOOK_MUTATIONS: Mutation[] = [
  elsewhere('another host', 'https://old.example.com/zendesk_webhook/acme'),
  elsewhere('another path', `${BACKEND_URL}/webhook/acme`),
  elsewhere('another slug', `${BACKEND_URL}/zendesk_webhook/acme-staging`),
  elsewhere('the slug in capitals', `${BACKEND_URL}/zendesk_webhook/ACME`),
  elsewhere('no slug', `${BACKEND_URL}/zendesk_webhook/`),
  elsewhere('another port', 'https://assistant.example.com:8443/zendesk_webhook/acme'),
  ...['GET', 'PUT', 'PATCH', 'DELETE'].map(method),
  ...['xml', 'form_encoded'].map(format),
  {
    name: 'the webhook is inactive',
    mutate: (it) => it.webhook({ status: 'inactive' }),
    finds: ['webhook_inactive'],
  },
  {
    name: 'the webhook delivers elsewhere, and nobody has stored its id',
    mutate: (it) => {
      it.spec.webhookId = undefined;
      return it.webhook({ endpoint: 'https://old.example.com/hook' });
    },
    finds: ['webhook_endpoint'],
  },
  {
    name: 'the webhook is deleted',
    mutate: (it) => {
      it.account.switches.deleteReferencedWebhook = 'allowed';
      return it.api('DELETE', `/webhooks/${it.webhookId}`);
    },
    finds: ['webhook_missing', 'trigger_wrong_webhook', 'trigger_wrong_webhook'],
  },
  {
    name: 'the settings name the webhook of somebody else',
    mutate: async (it) => (it.spec.webhookId = it.neighbours.webhookId),
    finds: ['webhook_id_stale'],
  },
  {
    name: 'the settings name a webhook that does not exist',
    mutate: async (it) => (it.spec.webhookId = '01HZX3M8Q2C4V6B8N0K2J4H6G8'),
    finds: ['webhook_id_stale'],
  },
  {
    name: 'a second webhook delivers to the same address',
    mutate: (it) => it.api('POST', '/webhooks', { webhook: { ...SPEC, name: 'By hand' } }),
    finds: ['webhook_duplicate'],
    createsOurs: true,
  },
  {
    name: 'a webhook with our address hears of events',
    mutate: (it) => {
      const subscriptions = ['zen:event-type:ticket.comment_added'];
      return it.api('POST', '/webhooks', { webhook: { ...SPEC, subscriptions } });
    },
    finds: ['webhook_subscription'],
    createsOurs: true,
  },
];
