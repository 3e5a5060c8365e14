import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import helmet from 'helmet';
import type { ErrorCode } from './errors.ts';

/** What the outside is told; every other error is a 500 without details. */
export const HTTP_STATUS: Partial<Record<ErrorCode, number>> = {
  bad_request: 400,
  signature_invalid: 401,
  token_invalid: 401,
  state_not_verified: 403,
  state_too_old: 403,
  not_found: 404,
  body_too_large: 413,
  too_many_requests: 429,
  storage_unavailable: 503,
  zendesk_unavailable: 503,
  timed_out: 503,
};

/** Zendesk retries a 503 only with a short Retry-After (under 60 s). */
const RETRY_AFTER_S = 5;

/** Helmet's headers are the same for every request: asked for once. */
const SECURITY_HEADERS = recordHeaders();

/** Answers JSON, the security headers included; headers set before stay. */
export function sendJson(
  res: ServerResponse,
  status: number,
  value: unknown,
  headers?: OutgoingHttpHeaders,
): void {
  const body = JSON.stringify(value);
  res
    .writeHead(status, {
      ...SECURITY_HEADERS,
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': Buffer.byteLength(body),
      ...headers,
    })
    .end(body);
}

/** The one shape of every refusal. */
export function sendError(res: ServerResponse, code: ErrorCode, message: string): void {
  const status = HTTP_STATUS[code] ?? 500;
  const retry = status === 503 ? { 'Retry-After': String(RETRY_AFTER_S) } : undefined;
  sendJson(res, status, { error: { code, message } }, retry);
}

function recordHeaders(): OutgoingHttpHeaders {
  const headers: OutgoingHttpHeaders = {};
  const recorder = {
    setHeader: (name: string, value: string) => (headers[name] = value),
    removeHeader: () => undefined,
  };
  helmet()({} as IncomingMessage, recorder as unknown as ServerResponse, (error?: unknown) => {
    if (error) throw error;
  });
  return headers;
}
