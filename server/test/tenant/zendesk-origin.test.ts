import { expect, test } from 'vitest';
import { zendeskOrigin } from '../../src/tenant/zendesk-origin.ts';

test.each([
  ['https://acme.zendesk.com', 'https://acme.zendesk.com'],
  ['https://ACME.zendesk.com/', 'https://acme.zendesk.com'],
  ['https://acme.zendesk.com/agent/filters/35?brand=1#top', 'https://acme.zendesk.com'],
  [' acme.zendesk.com ', 'https://acme.zendesk.com'],
  ['acme.zendesk.com/agent', 'https://acme.zendesk.com'],
  ['https://help.acme.example:8443', 'https://help.acme.example:8443'],
  ['http://localhost:4400/agent', 'http://localhost:4400'],
  ['http://127.0.0.1:4400', 'http://127.0.0.1:4400'],
  ['http://[::1]:4400', 'http://[::1]:4400'],
])('takes %j as %s', (text, origin) => {
  expect(zendeskOrigin(text)).toBe(origin);
});

test.each([
  'localhost:4400',
  'acme',
  '',
  'ftp://acme.zendesk.com',
  'file:///etc/passwd',
  'http://acme.zendesk.com',
  'http://localhost.acme.example',
  'https://user:pw@acme.zendesk.com',
  'https://user@acme.zendesk.com',
  'user:pw@acme.zendesk.com',
  'javascript:alert(1)',
  'https://',
  '../acme.zendesk.com',
])('refuses %j, says how to write it and repeats none of it', (text) => {
  expect(() => zendeskOrigin(text)).toThrow(
    expect.objectContaining({
      code: 'tenant_invalid',
      message: '--zendesk-url: write it like https://acme.zendesk.com',
    }),
  );
});
