import { csrfHeader } from '../api.ts';

/** What an app passes to `client.request`: jQuery's ajax options, for the most part. */
export interface RequestOptions {
  url: string;
  type?: string;
  method?: string;
  data?: unknown;
  contentType?: string | false;
  dataType?: string;
  headers?: Record<string, string>;
  cors?: boolean;
  secure?: boolean;
  jwt?: object;
  autoRetry?: boolean;
  httpCompleteResponse?: boolean;
  /** Milliseconds. */
  timeout?: number;
}

/** The part of a jqXHR that crosses the frame. */
export interface Answer {
  status: number;
  statusText: string;
  responseText: string;
  responseJSON?: unknown;
  responseHeaders: string;
}

/** The browser gives up after this; the SDK itself never does. */
const DEFAULT_TIMEOUT_MS = 60_000;
/** Rate-limited calls to the account are repeated by the framework, unless `autoRetry: false`. */
const MAX_RETRY_AFTER_MS = 30_000;

/**
 * Carries out `client.request`: the account's own API with the agent's session, other hosts through the
 * sandbox's proxy, or from this page when `cors` is set. A network failure is an answer with status 0.
 */
export async function performRequest(options: RequestOptions, appId: number): Promise<Answer> {
  if (!URL.canParse(options.url, location.origin)) return noAnswer(undefined);
  const url = new URL(options.url, location.origin);
  const request = normalise(options, url);
  if (url.origin === location.origin) return callAccount(request);
  return options.cors ? callDirectly(request) : callThroughProxy(request, appId);
}

interface Normalised extends RequestOptions {
  method: string;
  body: string | undefined;
  headers: Record<string, string>;
  timeout: number;
}

function normalise(options: RequestOptions, url: URL): Normalised {
  const method = (options.type ?? options.method ?? 'GET').toUpperCase();
  const headers = { ...options.headers };
  const encoded = encode(options.data);
  const request = { ...options, method, headers, timeout: options.timeout || DEFAULT_TIMEOUT_MS };
  if (method === 'GET') {
    if (encoded) url.search += (url.search ? '&' : '') + encoded;
    return { ...request, url: placeholdersKept(url, options.url, encoded), body: undefined };
  }
  if (encoded !== undefined && options.contentType !== false) {
    headers['content-type'] ??=
      options.contentType ?? 'application/x-www-form-urlencoded; charset=UTF-8';
  }
  return { ...request, url: placeholdersKept(url, options.url, undefined), body: encoded };
}

/** URL parsing would escape the braces of `{{setting.x}}`, which the proxy still has to fill. */
function placeholdersKept(url: URL, asWritten: string, query: string | undefined): string {
  if (url.origin === location.origin || query || !asWritten.includes('{{')) return url.href;
  return asWritten;
}

function encode(data: unknown): string | undefined {
  if (data === undefined || data === null) return undefined;
  if (typeof data === 'string') return data;
  return new URLSearchParams(data as Record<string, string>).toString();
}

async function callAccount(request: Normalised): Promise<Answer> {
  const send = () =>
    answerOf(request, {
      credentials: 'same-origin',
      headers: { accept: 'application/json', ...csrfHeader(), ...request.headers },
    });
  const answer = await send();
  if (answer.status !== 429 || request.autoRetry === false) return answer;
  const seconds = Number(/^retry-after: *(\d+)/im.exec(answer.responseHeaders)?.[1] ?? 1);
  await new Promise((resolve) => setTimeout(resolve, Math.min(seconds * 1000, MAX_RETRY_AFTER_MS)));
  return send();
}

function callDirectly(request: Normalised): Promise<Answer> {
  return answerOf(request, { credentials: 'omit', headers: request.headers });
}

async function answerOf(request: Normalised, init: RequestInit): Promise<Answer> {
  try {
    const response = await fetch(request.url, {
      method: request.method,
      signal: AbortSignal.timeout(request.timeout),
      ...(request.body === undefined ? {} : { body: request.body }),
      ...init,
    });
    return answer(response, await response.text(), [...response.headers]);
  } catch (error) {
    return noAnswer(error);
  }
}

async function callThroughProxy(request: Normalised, appId: number): Promise<Answer> {
  const { url, method, headers, body, secure, jwt, timeout } = request;
  try {
    const response = await fetch('/sandbox/proxy', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', ...csrfHeader() },
      body: JSON.stringify({ appId, url, type: method, headers, data: body, secure, jwt, timeout }),
    });
    if (!response.ok) return answer(response, await response.text(), [...response.headers]);
    const proxied = await response.json();
    return answer(proxied, proxied.body, Object.entries(proxied.headers));
  } catch (error) {
    return noAnswer(error);
  }
}

function answer(
  { status, statusText }: { status: number; statusText: string },
  text: string,
  headers: Array<[string, string]>,
): Answer {
  const type = headers.find(([name]) => name === 'content-type')?.[1] ?? '';
  return {
    status,
    statusText,
    responseText: text,
    ...jsonOf(text, type),
    responseHeaders: headers.map(([name, value]) => `${name}: ${value}`).join('\r\n'),
  };
}

function jsonOf(text: string, contentType: string): { responseJSON?: unknown } {
  if (!contentType.includes('json')) return {};
  try {
    return { responseJSON: JSON.parse(text) };
  } catch {
    return {};
  }
}

function noAnswer(error: unknown): Answer {
  const timedOut = error instanceof DOMException && error.name === 'TimeoutError';
  const statusText = timedOut ? 'timeout' : 'error';
  return { status: 0, statusText, responseText: '', responseHeaders: '' };
}

/** The arguments of jQuery's done and fail handlers; only the first one reaches the app. */
export function responseArgs(answer: Answer, options: RequestOptions): unknown[] {
  if (!succeeded(answer)) return [answer, 'error', answer.statusText];
  if (options.httpCompleteResponse) return [answer, 'success', {}];
  return [answer.responseJSON ?? answer.responseText, 'success', {}];
}

export function succeeded({ status }: Answer): boolean {
  return (status >= 200 && status < 300) || status === 304;
}
