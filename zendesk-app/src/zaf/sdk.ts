/** The part of Zendesk's app framework SDK we use. https://developer.zendesk.com/api-reference/apps/apps-core-api/client_api/ */
export interface SdkClient {
  on(event: string, handler: (data?: unknown) => void): void;
  off(event: string, handler: (data?: unknown) => void): void;
  get(paths: string[]): Promise<Record<string, unknown>>;
  invoke(path: string, ...args: unknown[]): Promise<unknown>;
  request(options: RequestOptions): Promise<unknown>;
}

export interface RequestOptions {
  url: string;
  type: 'GET' | 'PUT' | 'PATCH' | 'POST' | 'DELETE';
  contentType?: string;
  data?: string;
  /** Without it the framework holds rate-limited calls back for as long as it likes. */
  autoRetry: false;
  timeout: number;
  headers?: Record<string, string>;
  /** Through Zendesk's proxy, which puts secure settings and the token in. */
  secure?: true;
  cors?: false;
  jwt?: {
    algorithm: 'HS256';
    secret_key: string;
    /** Seconds. */
    expiry: number;
    claims: Record<string, string>;
  };
}

export interface Sdk {
  /** `false` when the page was not opened by Zendesk. */
  init(): SdkClient | false;
}

declare global {
  interface Window {
    ZAFClient?: Sdk;
  }
}

/** Zendesk's CDN answers in well under a second; an agent should not wait longer for the same protocol. */
const CDN_WAIT_MS = 1500;
const CDN_POLL_MS = 20;

/**
 * Zendesk's own SDK when its CDN has delivered it in time, else the bundled one, which speaks the same
 * protocol.
 */
export async function loadSdk(): Promise<Sdk> {
  const deadline = performance.now() + CDN_WAIT_MS;
  while (!window.ZAFClient && !cdnFailed() && performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, CDN_POLL_MS));
  }
  if (window.ZAFClient) return window.ZAFClient;
  const bundled = await import('zendesk_app_framework_sdk');
  return bundled.default;
}

function cdnFailed(): boolean {
  return document.getElementById('zaf-sdk')?.dataset['failed'] !== undefined;
}
