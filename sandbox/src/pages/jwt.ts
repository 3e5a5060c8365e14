import { createHmac } from 'node:crypto';

export interface JwtOptions {
  algorithm?: string;
  secret_key?: string;
  /** Seconds. */
  expiry?: number;
  claims?: Record<string, unknown>;
}

/**
 * The token behind `{{jwt.token}}`: HS256 only. The proxy adds `exp`; whether Zendesk's adds `iat` is not
 * documented, so ours does not.
 */
export function signJwt(options: JwtOptions, secret: string, now: Date): string {
  const claims = {
    ...options.claims,
    exp: Math.floor(now.getTime() / 1000) + (options.expiry ?? 60),
  };
  const signed = `${base64url({ typ: 'JWT', alg: 'HS256' })}.${base64url(claims)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

function base64url(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
