/** The public API as a stranger's client sees it: fetch, JSON, nothing else. */

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what comes back is what the tests examine
export type Json = any;

export interface Answer {
  status: number;
  headers: Headers;
  body: Json;
}

export interface Api {
  call(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  /** The body; throws with method, path and answer unless the status is below 300. */
  get(path: string): Promise<Json>;
  post(path: string, body: unknown): Promise<Json>;
  put(path: string, body: unknown): Promise<Json>;
  delete(path: string): Promise<void>;
}

const TIMEOUT_MS = 30_000;

/** `path` is below /api/v2 unless it is a whole URL or that of new tokens. */
export function apiAt(url: string, headers: Record<string, string> = {}): Api {
  const call: Api['call'] = (method, path, body, more = {}) =>
    send(addressOf(url, path), { method, headers: { ...headers, ...more }, body });
  const expectOk = async (method: string, path: string, body?: unknown) => {
    const answer = await call(method, path, body);
    if (answer.status < 300) return answer.body;
    throw new Error(`${answer.status} ${method} ${path}: ${JSON.stringify(answer.body)}`);
  };
  return {
    call,
    get: (path) => expectOk('GET', path),
    post: (path, body) => expectOk('POST', path, body),
    put: (path, body) => expectOk('PUT', path, body),
    delete: async (path) => void (await expectOk('DELETE', path)),
  };
}

function addressOf(url: string, path: string): string {
  if (path.startsWith('http')) return path;
  return path === '/oauth/tokens' ? url + path : `${url}/api/v2${path}`;
}

async function send(
  url: string,
  request: { method: string; headers: Record<string, string>; body: unknown },
): Promise<Answer> {
  const { method, headers, body } = request;
  const response = await fetch(url, {
    method,
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    signal: AbortSignal.timeout(TIMEOUT_MS),
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: parse(text) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
