import type { SdkClient } from './sdk.ts';
import { withTimeout } from './with-timeout.ts';

/** Zendesk publishes no limit for its proxy; ours is a server's table lookup and a way round the world. */
const TIMEOUT_MS = 12_000;

/** A POST that Zendesk's proxy signs: neither the page nor the agent ever has the secret. */
export interface SignedCall {
  url: string;
  body: unknown;
  /** Name of the secure setting that holds the secret. */
  secretSetting: string;
  /** How long the token is good for. */
  expirySeconds: number;
  claims: Record<string, string>;
}

export class SignedRequestError extends Error {
  override readonly name = 'SignedRequestError';
  readonly code = 'signed_request_failed';
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  readonly isTimeout: boolean;
  /** The answer's JSON; undefined when it was none. */
  readonly answer: unknown;

  constructor(url: string, failure: { status: number; isTimeout: boolean; answer?: unknown }) {
    super(`Zendesk's proxy answered ${failure.status || 'nothing'}: POST ${url}`);
    this.status = failure.status;
    this.isTimeout = failure.isTimeout;
    this.answer = failure.answer;
  }
}

/** https://developer.zendesk.com/documentation/apps/app-developer-guide/making-api-requests-from-a-zendesk-app/ */
export async function requestSigned(client: SdkClient, call: SignedCall): Promise<unknown> {
  const request = client.request({
    type: 'POST',
    url: call.url,
    contentType: 'application/json',
    data: JSON.stringify(call.body),
    autoRetry: false,
    timeout: TIMEOUT_MS,
    secure: true,
    cors: false,
    headers: { Authorization: 'Bearer {{jwt.token}}' },
    jwt: {
      algorithm: 'HS256',
      secret_key: `{{setting.${call.secretSetting}}}`,
      expiry: call.expirySeconds,
      claims: call.claims,
    },
  });
  try {
    return await withTimeout(request, TIMEOUT_MS);
  } catch (failure) {
    throw new SignedRequestError(call.url, failureOf(failure));
  }
}

/** The SDK rejects with a jqXHR-like object, our own timeout with a DOMException. */
function failureOf(failure: unknown) {
  if (failure instanceof DOMException) return { status: 0, isTimeout: true };
  const { status, statusText, responseJSON, responseText } = failure as Record<string, unknown>;
  return {
    status: typeof status === 'number' ? status : 0,
    isTimeout: statusText === 'timeout',
    answer: responseJSON ?? jsonOrUndefined(responseText),
  };
}

function jsonOrUndefined(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
