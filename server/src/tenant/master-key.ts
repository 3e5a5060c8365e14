import { hkdfSync } from 'node:crypto';

export const MASTER_KEY_BYTES = 32;

/** The bytes of a master key written in hex or base64 (either alphabet), or undefined when it is neither. */
export function parseMasterKey(text: string): Uint8Array | undefined {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
  if (!/^[A-Za-z0-9+/_-]{43}=?$/.test(text)) return undefined;
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === MASTER_KEY_BYTES ? bytes : undefined;
}

/**
 * One key per purpose (RFC 5869), so that no two uses share a key. A purpose is a fixed text and is never
 * reworded: what was sealed or signed under it would be lost.
 */
export function deriveKey(masterKey: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', masterKey, '', purpose, 32));
}
