import { deriveKey } from './master-key.ts';

/**
 * The secret with which Zendesk's proxy signs a tenant's calls to the overview API. Derived, like the state key, so
 * that a lost database changes nothing in the app's settings.
 */
export function apiSecret(masterKey: Uint8Array, slug: string): string {
  const key = deriveKey(masterKey, `overview api secret v1 of tenant ${slug}`);
  return Buffer.from(key).toString('base64url');
}
