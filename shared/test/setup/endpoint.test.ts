import { expect, test } from 'vitest';
import { isSameEndpoint, slugOfEndpoint } from '../../src/setup/endpoint.ts';

const OURS = 'https://assistant.example.com/zendesk_webhook/acme';

test.each([
  OURS,
  ` ${OURS} `,
  `${OURS}/`,
  `${OURS}?a=b`,
  'HTTPS://ASSISTANT.example.com:443/zendesk_webhook/acme',
  'https://www.assistant.example.com/zendesk_webhook/acme',
  'https://assistant.example.com//Zendesk_Webhook/acme',
  'https://assistant.example.com/zendesk%5Fwebhook/%61cme',
])('%s is our endpoint in another spelling', (endpoint) => {
  expect(isSameEndpoint(endpoint, OURS)).toBe(true);
  expect(isSameEndpoint(OURS, endpoint)).toBe(true);
  expect(slugOfEndpoint(endpoint)).toBe('acme');
});

test.each([
  'http://assistant.example.com/zendesk_webhook/acme',
  'https://assistant.example.com:8443/zendesk_webhook/acme',
  'https://assistant.example.com.evil.example/zendesk_webhook/acme',
  'https://assistant.example.com/zendesk_webhook/acme/more',
  'https://assistant.example.com/zendesk_webhook/ACME',
  'https://assistant.example.com/zendesk_webhook',
  'https://other.example.com/zendesk_webhook/acme',
  'https://assistant.example.com/%E0%A4%A/acme',
  'assistant.example.com/zendesk_webhook/acme',
  '',
])('%s is another address', (endpoint) => {
  expect(isSameEndpoint(endpoint, OURS)).toBe(false);
});

test('no two broken addresses are the same', () => {
  expect(isSameEndpoint('nonsense', 'nonsense')).toBe(false);
  expect(slugOfEndpoint('nonsense')).toBeUndefined();
});
