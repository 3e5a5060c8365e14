import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { AppError } from '../errors.ts';
import { deriveKey } from './master-key.ts';

const CIPHER = 'aes-256-gcm';
/** What NIST SP 800-38D recommends for random nonces. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = 'v1';

export interface Seal {
  /** Text in, `v1.<nonce, ciphertext and tag in base64url>` out; never the same twice. */
  close(slug: string, text: string): string;
  /** Throws `master_key_mismatch` when the text was sealed with another key, for another slug, or was changed. */
  open(slug: string, sealed: string): string;
}

/** Seals the secrets of tenants; each is bound to its slug, so that no row can be copied to another tenant. */
export function createSeal(masterKey: Uint8Array): Seal {
  const key = deriveKey(masterKey, 'tenant secrets v1');

  return {
    close(slug, text) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(boundTo(slug));
      const sealed = [nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()];
      return `${VERSION}.${Buffer.concat(sealed).toString('base64url')}`;
    },
    open(slug, sealed) {
      try {
        return openWith(key, slug, sealed);
      } catch (cause) {
        throw new AppError(
          'master_key_mismatch',
          `The secrets of tenant ${slug} cannot be opened: MASTER_KEY is not the one they were sealed with. ` +
            'Start with the former key, or give the secrets again: ' +
            `"npm run tenant -- add ${slug} --oauth-client-id <id> --oauth-client-secret -", ` +
            "with --signing-secret - where the assistant's user is no admin; for an API token --api-email and " +
            '--api-token. What is no secret is kept',
          { cause },
        );
      }
    },
  };
}

function openWith(key: Uint8Array, slug: string, sealed: string): string {
  const [version, data] = sealed.split('.');
  const bytes = Buffer.from(data ?? '', 'base64url');
  if (version !== VERSION || bytes.length < NONCE_BYTES + TAG_BYTES) {
    throw new TypeError('Not a sealed text');
  }
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(boundTo(slug));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8');
  return text + decipher.final('utf8');
}

const boundTo = (slug: string): Buffer => Buffer.from(`tenant ${slug}`);
