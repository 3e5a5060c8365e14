import type { AppSettings } from '@smart-assistant/shared/app-settings.ts';
import { sidebarError } from '@smart-assistant/shared/sidebar-api.ts';
import { BackendError } from './backend-error.ts';

/** Where our server is and which of its shops this is. */
export type Server = Pick<AppSettings, 'backend_url' | 'tenant_slug'>;

/** 300 turns with all their quotes are a third of it; a server gone wrong must not fill the agent's memory. */
const MAX_ANSWER_BYTES = 2_000_000;

export interface PostOptions {
  timeoutMs: number;
  /** Ends the call early; it then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/**
 * Asks the sidebar's API of our server, straight from the browser: it takes any origin, since every account's
 * app has one of its own. Resolves with the parsed JSON, undefined for an empty answer; rejects with a
 * BackendError.
 */
export async function post(
  server: Server,
  action: 'turns' | 'draft' | 'ratings' | 'nudge',
  body: unknown,
  { timeoutMs, signal }: PostOptions,
): Promise<unknown> {
  const path = `/sidebar/${encodeURIComponent(server.tenant_slug)}/${action}`;
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), timeoutMs);
  try {
    const response = await fetch(server.backend_url.replace(/\/+$/, '') + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: signal ? AbortSignal.any([signal, timeout.signal]) : timeout.signal,
    });
    const text = await limitedText(response, path);
    if (!response.ok) throw refusalOf(response.status, text, path);
    return text ? parsed(text, path) : undefined;
  } catch (error) {
    if (error instanceof BackendError) throw error;
    if (signal?.aborted) throw signal.reason;
    if (timeout.signal.aborted) throw new BackendError('slow', path, { cause: error });
    throw new BackendError(navigator.onLine ? 'down' : 'offline', path, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

async function limitedText(response: Response, path: string): Promise<string> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    bytes += part.value.length;
    if (bytes > MAX_ANSWER_BYTES) {
      await reader?.cancel();
      throw new BackendError('too_large', path, { status: response.status });
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}

function refusalOf(status: number, text: string, path: string): BackendError {
  const refusal = sidebarError.safeParse(jsonOrUndefined(text));
  const serverCode = refusal.success ? refusal.data.error.code : undefined;
  return new BackendError(problemOf(status), path, { status, serverCode });
}

function problemOf(status: number) {
  if (status >= 500) return 'down';
  if (status === 429) return 'busy';
  return status === 413 ? 'too_large' : 'refused';
}

function parsed(text: string, path: string): unknown {
  const value = jsonOrUndefined(text);
  if (value === undefined) throw new BackendError('unreadable', path, { status: 200 });
  return value;
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
