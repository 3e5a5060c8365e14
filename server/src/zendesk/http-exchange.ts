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

/**
 * The largest answers are pages of a hundred: comments of 64 KB each, which Zendesk sends three times (plain, as
 * HTML, and `body`), come to 20 MB, with room for what JSON escapes. Eight workers may hold one each.
 */
export const MAX_ANSWER_BYTES = 32 * 1024 * 1024;

/** Of a refusal only its words are wanted; this is hundreds of complaints. */
const MAX_REFUSAL_BYTES = 64 * 1024;

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
 * go to the configured account only. The text of a refusal may be cut. Throws a ZendeskError when there is no answer
 * in time, or more of it than any call can need.
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
    return {
      status: response.status,
      headers: response.headers,
      text: await textOf(request, response),
    };
  } catch (error) {
    throw error instanceof ZendeskError ? error : noAnswer(request, error);
  }
}

/** Counts what comes out of the packing: a small packed answer may be a huge one. */
async function textOf(request: HttpRequest, { ok, status, body }: Response): Promise<string> {
  const limit = ok ? MAX_ANSWER_BYTES : MAX_REFUSAL_BYTES;
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop early lets go of the connection.
  for await (const chunk of body ?? []) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size > limit && ok) throw tooLarge(request, status);
    if (size > limit) break;
  }
  return new TextDecoder().decode(Buffer.concat(chunks).subarray(0, limit));
}

function tooLarge({ method, url }: HttpRequest, status: number): ZendeskError {
  const path = url.pathname;
  return new ZendeskError(
    { code: 'answer_too_large', method, path, status, fate: 'unknown' },
    `Zendesk answered ${status} with more than ${MAX_ANSWER_BYTES / 1024 / 1024} MB: ${method} ${path}`,
  );
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
