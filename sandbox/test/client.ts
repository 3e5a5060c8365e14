import type { SandboxAccount } from '../src/sandbox-account.ts';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read what they know to be there
export type Json = any;

export interface Answer {
  status: number;
  headers: Headers;
  body: Json;
}

export interface Client {
  get(path: string): Promise<Json>;
  post(path: string, body?: unknown): Promise<Json>;
  put(path: string, body?: unknown): Promise<Json>;
  /** The whole answer, whatever its status. */
  call(method: string, path: string, body?: unknown): Promise<Answer>;
}

const TIMEOUT_MS = 5000;

/** A client with a token of the account's OAuth client, or with the given headers. */
export async function client(
  account: SandboxAccount,
  headers?: Record<string, string>,
): Promise<Client> {
  return clientWith(account, headers ?? { authorization: `Bearer ${await mint(account)}` });
}

export async function mint(
  account: SandboxAccount,
  grant: Record<string, unknown> = {},
): Promise<string> {
  const { clientId, clientSecret } = account.credentials;
  const answer = await send(`${account.url}/oauth/tokens`, 'POST', {
    body: {
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      ...grant,
    },
  });
  return answer.body.access_token as string;
}

/** Basic credentials of a legacy API token, for any user. */
export function apiToken(account: SandboxAccount, email: string): Record<string, string> {
  const pair = `${email}/token:${account.credentials.admin.apiToken}`;
  return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
}

export function clientWith(account: SandboxAccount, headers: Record<string, string>): Client {
  const call = (method: string, path: string, body?: unknown) =>
    send(`${account.url}${path.startsWith('/api') ? '' : '/api/v2'}${path}`, method, {
      headers,
      body,
    });
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
  };
}

export async function send(
  url: string,
  method: string,
  options: { headers?: Record<string, string>; body?: unknown } = {},
): Promise<Answer> {
  const { headers = {}, body } = options;
  const isJson = body !== undefined && typeof body !== 'string';
  const response = await fetch(url, {
    method,
    headers: { ...(isJson && { 'content-type': 'application/json' }), ...headers },
    signal: AbortSignal.timeout(TIMEOUT_MS),
    redirect: 'manual',
    ...(body !== undefined && { body: isJson ? JSON.stringify(body) : (body as string) }),
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
