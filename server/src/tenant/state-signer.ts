import { createPrivateKey } from 'node:crypto';
import { importJWK } from 'jose';
import type { CryptoKey } from 'jose';
import type { StateSigner } from '@smart-assistant/shared/conversation-state.ts';
import { deriveKey } from './master-key.ts';

/** PKCS #8 of an Ed25519 key up to its 32-byte seed (RFC 8410). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * The key that signs the states of one tenant. It is derived, not stored: with the same MASTER_KEY a lost
 * database does not invalidate a single state, and the app's `state_public_key` never changes.
 */
export async function stateSigner(masterKey: Uint8Array, slug: string): Promise<StateSigner> {
  const seed = deriveKey(masterKey, `state signing key v1 of tenant ${slug}`);
  const jwk = createPrivateKey({
    key: Buffer.concat([PKCS8_PREFIX, seed]),
    format: 'der',
    type: 'pkcs8',
  }).export({ format: 'jwk' });

  return { privateKey: (await importJWK(jwk, 'EdDSA')) as CryptoKey, publicKey: jwk.x! };
}
