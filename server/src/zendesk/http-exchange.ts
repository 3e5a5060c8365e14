import { ZendeskError } from './zendesk-error.ts';

export interface HttpRequest {
  method: string;
  url: URL;
  headers: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
  timeoutMs: number;
  /** Node's own fetch when left out. */
  fetch?: typeof globalThis.fetch | undefined;
}

export interface HttpAnswer {
  status: number;
  headers: Headers;
  text: string;
}

/** The connection was never made, so the request cannot have been carried out. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/**
 * One request and its whole answer, whatever the status. Redirects are answers, never followed: credentials
 * go to the configured account only. Throws a ZendeskError when there is no answer in time.
 */
export async function exchange(request: HttpRequest): Promise<HttpAnswer> {
  const { method, url, headers, body, timeoutMs, fetch = globalThis.fetch } = request;
  try {
    const response = await fetch(url, {
      method,
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (error) {
    throw noAnswer(request, error);
  }
}

function noAnswer({ method, url, timeoutMs }: HttpRequest, error: unknown): ZendeskError {
  const call = { method, path: url.pathname, cause: error };
  if (error instanceof Error && error.name === 'TimeoutError') {
    const message = `Zendesk did not answer within ${timeoutMs} ms: ${method} ${url.pathname}`;
    return new ZendeskError({ ...call, code: 'timeout', fate: 'unknown' }, message);
  }
  const reason = systemCode(error) ?? 'connection lost';
  return new ZendeskError(
    { ...call, code: 'connection_failed', fate: NEVER_SENT.has(reason) ? 'not_sent' : 'unknown' },
    `Zendesk could not be reached at ${url.host}: ${method} ${url.pathname} (${reason})`,
  );
}

/** fetch wraps the socket's error, and a host with several addresses wraps one per address. */
function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return code ?? systemCode(error.cause);
}
