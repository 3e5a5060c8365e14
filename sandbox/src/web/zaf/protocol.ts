/**
 * The messages between the workspace and an app's frame, as both SDKs (Zendesk's own and the npm package) send
 * and expect them. App to host: JSON strings, except `iframe.reply:*`, which is an object.
 */

/** get, set or invoke: answered with the same id. */
export interface ApiCallMessage {
  id: number;
  request: 'get' | 'set' | 'invoke';
  params: unknown;
  instanceGuid?: string;
}

/** Everything else: `iframe.handshake`, `iframe.on:<event>`, `request:<n>`, … */
export interface KeyedMessage {
  key: string;
  message?: unknown;
  instanceGuid?: string;
  /** Of a reply to a hook. */
  error?: { msg: unknown };
}

export type AppMessage = ApiCallMessage | KeyedMessage;

/** The shape of an error that the SDK turns into a real Error. */
export interface ZafError {
  name: string;
  path: string;
  message: string;
}

export type CallResult = Record<string, unknown> & { errors: Record<string, ZafError> };

/** What arrived as a message of an app, or undefined for anything else. */
export function parseAppMessage(data: unknown): AppMessage | undefined {
  const value = typeof data === 'string' ? parseJson(data) : data;
  if (!value || typeof value !== 'object') return undefined;
  const { id, request, key } = value as Partial<ApiCallMessage & KeyedMessage>;
  if (typeof id === 'number' && (request === 'get' || request === 'set' || request === 'invoke')) {
    return value as ApiCallMessage;
  }
  return typeof key === 'string' ? (value as KeyedMessage) : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
