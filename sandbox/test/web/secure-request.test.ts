import { expect, test } from 'vitest';
import type { Installation } from '../../src/installation.ts';
import { secureRequest } from '../../src/pages/secure-request.ts';
import type { ProxyRequest } from '../../src/pages/secure-request.ts';

const NOW = new Date('2026-11-24T09:00:00Z');

const installation = (parameter: object = {}): Installation => ({
  id: 1,
  app_id: 2,
  enabled: true,
  created_at: '',
  updated_at: '',
  settings: { key: 'k3y', plain: 'visible' },
  requirements: [],
  manifest: {
    parameters: [{ name: 'key', secure: true, ...parameter }, { name: 'plain' }],
    domainWhitelist: ['backend.example', '*.shop.example'],
  },
});

const request = (changes: Partial<ProxyRequest> = {}): ProxyRequest => ({
  appId: 2,
  url: 'https://backend.example/x',
  secure: true,
  ...changes,
});

const jwt = (changes: object = {}) =>
  request({ jwt: { algorithm: 'HS256', secret_key: '{{setting.key}}', ...changes } });

test('puts a secure setting into url, header and body', () => {
  const filled = secureRequest(
    request({
      url: 'https://backend.example/{{setting.key}}',
      headers: { Authorization: '{{setting.key}}' },
      data: '{"k":"{{setting.key}}"}',
    }),
    installation(),
    NOW,
  );

  expect(filled).toMatchObject({
    url: 'https://backend.example/k3y',
    headers: { Authorization: 'k3y' },
    data: '{"k":"k3y"}',
  });
});

test('leaves everything as written without secure: true', () => {
  const asked = request({ secure: false, data: '{{setting.key}}' });

  expect(secureRequest(asked, installation(), NOW)).toBe(asked);
});

test.each([
  ['https://backend.example/', true],
  ['https://a.shop.example/', true],
  ['https://shop.example.evil.example/', false],
  ['https://evil-backend.example/', false],
])('reaches %s: %s', (url, isAllowed) => {
  const act = () => secureRequest(request({ url }), installation(), NOW);

  if (isAllowed) expect(act().url).toBe(url);
  else expect(act).toThrow(/domainWhitelist/);
});

test('refuses a setting outside its scopes, and says which to add', () => {
  const limited = installation({ scopes: ['jwt_secret_key'] });

  expect(() => secureRequest(request({ data: '{{setting.key}}' }), limited, NOW)).toThrow(
    /"key".*"body".*scopes/,
  );
  expect(() => secureRequest(jwt(), limited, NOW)).not.toThrow();
});

test.each([
  ['another algorithm', { algorithm: 'RS256' }, /HS256/],
  ['a secret that is no setting', { secret_key: '' }, /secret_key/],
  ['a secret that is not secure', { secret_key: '{{setting.plain}}' }, /secret_key/],
])('signs no token with %s', (_name, changes, message) => {
  expect(() => secureRequest(jwt(changes), installation(), NOW)).toThrow(message);
});
