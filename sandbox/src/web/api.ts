/** A page must not wait for ever on an answer that a fault swallowed. */
const TIMEOUT_MS = 20_000;

/** The API refused or did not answer; the message is fit to be shown. */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly status: number;
  readonly body: unknown;

  constructor(status: number, body: unknown, message: string) {
    super(message);
    this.status = status;
    this.body = body;
  }
}

let csrfToken: string | undefined;

/** Zendesk's browser sessions send this token with every write. */
export function useCsrfToken(token: string | undefined): void {
  csrfToken = token;
}

export function csrfHeader(): Record<string, string> {
  return csrfToken ? { 'X-CSRF-Token': csrfToken } : {};
}

/** Reads from the account's API as the signed-in user. */
export function read<T>(path: string): Promise<T> {
  return call<T>('GET', path);
}

/** Writes to the account's API as the signed-in user. Rejects with ApiError. */
export async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await answerTo(method, path, body);
  const text = await response.text();
  const parsed = parse(text);
  if (!response.ok) throw new ApiError(response.status, parsed, explain(response, parsed));
  return parsed as T;
}

async function answerTo(method: string, path: string, body: unknown): Promise<Response> {
  try {
    return await fetch(path, {
      method,
      credentials: 'same-origin',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        accept: 'application/json',
        ...csrfHeader(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch (error) {
    throw new ApiError(0, null, `No answer from the account: ${(error as Error).message}`);
  }
}

function parse(text: string): unknown {
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return text;
  }
}

/** Zendesk's error bodies come in several shapes; `description` and the details are the readable parts. */
function explain(response: Response, body: unknown): string {
  const parts = [`${response.status} ${response.statusText}`.trim()];
  if (body && typeof body === 'object') {
    const { description, error, details } = body as Record<string, unknown>;
    if (typeof description === 'string') parts.push(description);
    else if (typeof error === 'string') parts.push(error);
    for (const list of Object.values((details ?? {}) as Record<string, unknown>)) {
      for (const detail of Array.isArray(list) ? list : []) parts.push(detail.description);
    }
  }
  return parts.filter(Boolean).join(' – ');
}
