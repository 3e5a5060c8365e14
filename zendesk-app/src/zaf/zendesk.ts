import type { RequestOptions, SdkClient } from './sdk.ts';
import { requestSigned } from './signed-request.ts';
import type { SignedCall } from './signed-request.ts';
import { withTimeout } from './with-timeout.ts';

/** The agent's browser answers within milliseconds; five seconds means it never will. */
const HOST_TIMEOUT_MS = 5_000;
/** Zendesk's API usually answers in under a second. */
const REQUEST_TIMEOUT_MS = 10_000;

/** The places our manifest names; any other is treated as the sidebar. */
export type AppLocation = 'ticket_sidebar' | 'nav_bar';

/** The Zendesk around this app, as the signed-in agent sees it. */
export interface Zendesk {
  /** The app's settings as the admin filled them in, or set-up since, unchecked. */
  settings: Record<string, unknown>;
  /** `acme` in acme.zendesk.com; empty when Zendesk did not say. */
  subdomain: string;
  /** Where in Zendesk this page stands. */
  location: AppLocation;
  /** Of this app in this account; undefined when Zendesk did not say. */
  installationId: string | undefined;
  /** The signed-in agent's user id; undefined when Zendesk did not say. */
  agentId: string | undefined;
  /** The signed-in agent's, such as `en-US`; undefined when Zendesk did not say. */
  locale: unknown;
  /** `light` or `dark` at the start; the event `colorScheme.changed` tells of changes. */
  colorScheme: unknown;
  /** Values by path. A path Zendesk does not know is missing; rejects only when nothing answers. */
  get(paths: string[]): Promise<Record<string, unknown>>;
  invoke(path: string, ...args: unknown[]): Promise<unknown>;
  /** Calls Zendesk's API in the agent's session, with the agent's rights. Rejects with a ZendeskRequestError. */
  request(type: RequestOptions['type'], url: string, body?: unknown): Promise<unknown>;
  /** Posts to our server through Zendesk's proxy, which signs for us. Rejects with a SignedRequestError. */
  requestSigned(call: SignedCall): Promise<unknown>;
  /** Returns the function that stops listening. */
  on(event: string, handler: (data?: unknown) => void): () => void;
}

export class ZendeskRequestError extends Error {
  override readonly name = 'ZendeskRequestError';
  readonly code = 'zendesk_request_failed';
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** Zendesk's answer where it was JSON: it says what is wrong. */
  readonly body: unknown;

  constructor(type: string, url: string, status: number, body?: unknown) {
    super(`Zendesk answered ${status || 'nothing'}: ${type} ${url}`);
    this.status = status;
    this.body = body;
  }
}

export type Registration = Pick<Zendesk, 'settings' | 'subdomain' | 'location' | 'installationId'>;

/** Puts timeouts and one kind of error around the SDK's client, once Zendesk has registered the app. */
export async function zendeskFrom(client: SdkClient, registration: Registration): Promise<Zendesk> {
  const get = async (paths: string[]) => {
    const { errors: _errors, ...values } = await withTimeout(client.get(paths), HOST_TIMEOUT_MS);
    return values;
  };
  const agent = await get(['currentUser.id', 'currentUser.locale', 'colorScheme']);
  return {
    ...registration,
    agentId: idFrom(agent['currentUser.id']),
    locale: agent['currentUser.locale'],
    colorScheme: agent['colorScheme'],
    get,
    invoke: (path, ...args) => withTimeout(client.invoke(path, ...args), HOST_TIMEOUT_MS),
    request: (type, url, body) => request(client, { type, url, body }),
    requestSigned: (call) => requestSigned(client, call),
    on(event, handler) {
      client.on(event, handler);
      return () => client.off(event, handler);
    },
  };
}

interface Call {
  type: RequestOptions['type'];
  url: string;
  body: unknown;
}

async function request(client: SdkClient, { type, url, body }: Call): Promise<unknown> {
  const options: RequestOptions = { type, url, autoRetry: false, timeout: REQUEST_TIMEOUT_MS };
  if (body !== undefined) {
    options.contentType = 'application/json';
    options.data = JSON.stringify(body);
  }
  try {
    return await withTimeout(client.request(options), REQUEST_TIMEOUT_MS);
  } catch (failure) {
    // The SDK rejects with a jqXHR-like object, not with an Error.
    const { status, ...answer } = failure as FailedRequest;
    throw new ZendeskRequestError(
      type,
      url,
      typeof status === 'number' ? status : 0,
      jsonOf(answer),
    );
  }
}

interface FailedRequest {
  status?: unknown;
  responseText?: unknown;
  responseJSON?: unknown;
}

/** The framework parses an answer only where its type says JSON. */
function jsonOf({ responseJSON, responseText }: FailedRequest): unknown {
  if (responseJSON !== undefined || typeof responseText !== 'string') return responseJSON;
  try {
    return JSON.parse(responseText) as unknown;
  } catch {
    return undefined;
  }
}

export const idFrom = (value: unknown) =>
  typeof value === 'number' || (typeof value === 'string' && value) ? String(value) : undefined;
