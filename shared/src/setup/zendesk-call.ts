/**
 * Any JSON call to the account's Zendesk. Resolves for every HTTP status; rejects only when nothing answered.
 * The app makes it with the signed-in admin's session, the server with its own credentials.
 */
export type ZendeskCall = (call: ZendeskRequest) => Promise<ZendeskAnswer>;

export interface ZendeskRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** From the account's root, query included: `/api/v2/triggers?page[size]=100`. */
  path: string;
  body?: unknown;
}

export interface ZendeskAnswer {
  status: number;
  /** Parsed JSON; undefined or null when there was none (204). */
  body: unknown;
}
