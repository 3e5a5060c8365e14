import { createHmac, timingSafeEqual } from 'node:crypto';

/** Zendesk's headers: https://developer.zendesk.com/documentation/webhooks/anatomy-of-a-webhook-request/ */
export const SIGNATURE_HEADER = 'x-zendesk-webhook-signature';
export const TIMESTAMP_HEADER = 'x-zendesk-webhook-signature-timestamp';
export const INVOCATION_ID_HEADER = 'x-zendesk-webhook-invocation-id';

/** 32 bytes in base64, padded. */
const SIGNATURE = /^[A-Za-z0-9+/]{43}=$/;
/** ISO 8601 with an offset; without one a clock's zone would decide. */
const TIMESTAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/** What a delivery says about itself. Only `timestamp` and `body` are covered by the signature. */
export interface SignedDelivery {
  signature: string | undefined;
  timestamp: string | undefined;
  body: Uint8Array;
}

export interface SignatureCheck {
  /** Used as they are, although they look like base64; more than one while a secret is rotated. */
  secrets: readonly string[];
  /** Epoch milliseconds. */
  now: number;
  /** How far the timestamp may be from `now`, either way. */
  toleranceS: number;
}

/** `key` is the secret that signed the delivery. */
export type Verdict =
  | { ok: true; key: string; timestamp: string }
  | { ok: false; reason: 'missing' | 'malformed' | 'wrong' | 'stale' };

/** Base64 of HMAC-SHA256 over the timestamp and the raw body, nothing in between. */
export function sign(secret: string, timestamp: string, body: Uint8Array): string {
  return createHmac('sha256', secret).update(timestamp).update(body).digest('base64');
}

/**
 * Whether one of the secrets signed the delivery, now. `stale` is said of a right signature only, so that it
 * means a replay or a wrong clock and nothing else.
 */
export function verifySignature(delivery: SignedDelivery, check: SignatureCheck): Verdict {
  const { signature, timestamp, body } = delivery;
  if (!signature || !timestamp) return { ok: false, reason: 'missing' };

  const signedAt = TIMESTAMP.test(timestamp) ? Date.parse(timestamp) : Number.NaN;
  if (!SIGNATURE.test(signature) || Number.isNaN(signedAt)) {
    return { ok: false, reason: 'malformed' };
  }

  const given = Buffer.from(signature);
  const key = check.secrets.find((secret) =>
    timingSafeEqual(Buffer.from(sign(secret, timestamp, body)), given),
  );
  if (key === undefined) return { ok: false, reason: 'wrong' };

  const isFresh = Math.abs(check.now - signedAt) <= check.toleranceS * 1000;
  return isFresh ? { ok: true, key, timestamp } : { ok: false, reason: 'stale' };
}
