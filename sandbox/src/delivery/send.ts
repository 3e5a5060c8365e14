import type { Webhook, WebhookAuthentication } from '../rule-records.ts';
import type { ReceivedResponse, SentRequest } from './delivery.ts';
import type { Answer } from './retry.ts';
import { sign } from './sign.ts';

/** What is kept of a response; more is cut off. */
const MAX_RESPONSE_BYTES = 64 * 1024;

export interface RequestParts {
  webhook: Pick<Webhook, 'endpoint' | 'http_method' | 'request_format'> & {
    id?: string;
    authentication?: WebhookAuthentication | null;
    custom_headers?: Record<string, string> | null;
  };
  accountId: number;
  invocationId: string;
  timestamp: string;
  secret: string;
  body: string;
  contentType: string;
  userAgent: string;
}

const FORMATS: Record<string, string> = {
  xml: 'application/xml',
  form_encoded: 'application/x-www-form-urlencoded',
};

/** The request as it goes out: https://developer.zendesk.com/documentation/webhooks/anatomy-of-a-webhook-request/ */
export function buildRequest(parts: RequestParts): SentRequest {
  const { webhook, timestamp } = parts;
  const hasBody = !['GET', 'DELETE'].includes(webhook.http_method);
  const body = hasBody ? parts.body : '';
  const headers: Record<string, string> = {
    'user-agent': parts.userAgent,
    ...(webhook.custom_headers ?? {}),
    ...authenticationHeaders(webhook.authentication ?? null),
    'x-zendesk-account-id': String(parts.accountId),
    ...(webhook.id ? { 'x-zendesk-webhook-id': webhook.id } : {}),
    'x-zendesk-webhook-invocation-id': parts.invocationId,
    'x-zendesk-webhook-signature': sign(parts.secret, timestamp, body),
    'x-zendesk-webhook-signature-timestamp': timestamp,
  };
  if (hasBody) headers['content-type'] = FORMATS[webhook.request_format] ?? parts.contentType;
  return {
    method: webhook.http_method,
    url: hasBody ? webhook.endpoint : withQuery(webhook.endpoint, parts.body),
    headers,
    body,
  };
}

/** GET and DELETE carry [[key, value], …] in the URL instead of a body. */
function withQuery(endpoint: string, body: string): string {
  const url = new URL(endpoint);
  try {
    for (const [key, value] of JSON.parse(body) as Array<[string, string]>) {
      url.searchParams.append(key, value);
    }
  } catch {
    // Not pairs: such a webhook is called without parameters.
  }
  return url.toString();
}

function authenticationHeaders(
  authentication: WebhookAuthentication | null,
): Record<string, string> {
  if (!authentication) return {};
  const { type, data } = authentication;
  if (type === 'bearer_token') return { authorization: `Bearer ${data['token'] ?? ''}` };
  if (type === 'api_key')
    return { [(data['name'] ?? 'x-api-key').toLowerCase()]: data['value'] ?? '' };
  const credentials = `${data['username'] ?? ''}:${data['password'] ?? ''}`;
  return { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` };
}

export interface Sent {
  answer: Answer;
  response: ReceivedResponse | null;
  error: string | null;
}

/** Makes the request. Never throws: a failure is an answer. */
export async function send(
  request: SentRequest,
  options: { timeoutMs: number; followRedirects: boolean; stop: AbortSignal },
): Promise<Sent> {
  const timeout = AbortSignal.timeout(options.timeoutMs);
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers,
      redirect: options.followRedirects ? 'follow' : 'manual',
      signal: AbortSignal.any([timeout, options.stop]),
      ...(request.body ? { body: request.body } : {}),
    });
    const body = (await response.text()).slice(0, MAX_RESPONSE_BYTES);
    const retryAfter = response.headers.get('retry-after');
    return {
      answer: { kind: 'answered', status: response.status, retryAfter },
      response: { status: response.status, headers: Object.fromEntries(response.headers), body },
      error: null,
    };
  } catch (error) {
    const kind = timeout.aborted ? 'timeout' : 'unreachable';
    return { answer: { kind }, response: null, error: describe(error) };
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : '';
  return `${error.message}${cause}`;
}
