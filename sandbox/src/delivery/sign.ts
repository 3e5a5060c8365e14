import { createHmac } from 'node:crypto';

/** Public: "Test webhook" signs with it before the webhook exists. The encoded string itself is the key. */
export const STATIC_TEST_SECRET = 'dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==';

/** base64(HMAC-SHA256(secret as a string, timestamp + body)): https://developer.zendesk.com/documentation/webhooks/verifying/ */
export function sign(secret: string, timestamp: string, body: string): string {
  return createHmac('sha256', secret).update(`${timestamp}${body}`, 'utf8').digest('base64');
}
