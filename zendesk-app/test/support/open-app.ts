import type { StateSigner } from '@smart-assistant/shared/conversation-state.ts';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { launchBrowser } from '../../../e2e/browser.ts';
import { REQUESTER_ID, TICKET_ID } from './states.ts';
import { startStaticServer } from './static-server.ts';

export const FIELD_ID = 4711;
export const FIELD_PATH = `ticket.customField:custom_field_${FIELD_ID}`;
/** The signed-in agent. */
export const AGENT_ID = 900;
export const TICKET_URL = `GET /api/v2/tickets/${TICKET_ID}.json`;

interface Answer {
  /** `never`: Zendesk does not answer at all. */
  status: number | 'never';
  body?: unknown;
}

/** What the fake Zendesk knows and answers; a path that is undefined is one Zendesk does not know. */
export interface HostSetup {
  settings: Record<string, unknown>;
  values: Record<string, unknown>;
  /** Several answers to one call are given one after the other; the last one stays. */
  responses: Record<string, Answer | Answer[]>;
  /** Where the app is shown; beside a ticket when left out. */
  location?: string;
  /** Actions this Zendesk does not know. */
  unknownInvokes?: string[];
  /** Of the app in this account; 55 when left out. */
  installationId?: unknown;
  /** Zendesk never registers the app. */
  isSilent?: boolean;
}

export function hostSetup(signer: StateSigner, fieldValue: unknown): HostSetup {
  return {
    settings: {
      backend_url: 'https://assistant.example.com',
      tenant_slug: 'acme',
      state_field_id: String(FIELD_ID),
      state_public_key: signer.publicKey,
    },
    values: {
      'ticket.id': TICKET_ID,
      'ticket.requester.id': REQUESTER_ID,
      'ticket.tags': [],
      [FIELD_PATH]: fieldValue,
      'currentUser.id': AGENT_ID,
      'currentUser.locale': 'en-US',
      colorScheme: 'light',
    },
    responses: {
      [TICKET_URL]: savedTicket(fieldValue),
      'GET /api/v2/help_center/articles/360001': article(360001, 'How do I return an item?'),
      'GET /api/v2/help_center/articles/360002': article(360002, 'Shipping times and costs'),
    },
  };
}

export function savedTicket(
  fieldValue: unknown,
  tags: string[] = [],
  assigneeId: number | null = null,
): Answer {
  return {
    status: 200,
    body: {
      ticket: {
        id: TICKET_ID,
        requester_id: REQUESTER_ID,
        assignee_id: assigneeId,
        updated_at: '2026-11-24T12:00:00Z',
        tags,
        custom_fields: [{ id: FIELD_ID, value: fieldValue ?? null }],
      },
    },
  };
}

export function article(id: number, title: string, url?: string): Answer {
  const html_url = url ?? `https://acme.zendesk.com/hc/en-us/articles/${id}`;
  return { status: 200, body: { article: { id, title, html_url } } };
}

interface FakeHost {
  values: Record<string, unknown>;
  responses: Record<string, Answer | Answer[]>;
  log: string[];
  invoked: [path: string, args: unknown[]][];
  openFrame(): void;
  /** Every `client.request`, with all its options. */
  requests: Record<string, unknown>[];
  handshakes: number;
  emit(event: string, message?: unknown): void;
}

export interface OpenApp {
  page: Page;
  app: FrameLocator;
  /** Runs in the fake Zendesk's page. */
  inHost<T, A>(act: (host: FakeHost, argument: A) => T, argument?: A): Promise<T>;
  /** Everything asked of the network beyond loopback, as URLs. */
  outsideRequests: string[];
}

export interface OpenOptions {
  /** The page's clock is the test's from the start. */
  hasClock?: boolean;
}

export interface AppOpener {
  url: string;
  open(setup: HostSetup, options?: OpenOptions): Promise<OpenApp>;
  browser: Browser;
  close(): Promise<void>;
}

/** One browser and one server for a test file; `open` gives each test a fake Zendesk of its own. */
export async function startAppOpener(): Promise<AppOpener> {
  const [browser, server] = await Promise.all([launchBrowser(), startStaticServer()]);
  return {
    url: server.url,
    browser,
    open: (setup, options = {}) => open(browser, server.url, setup, options),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

async function open(
  browser: Browser,
  url: string,
  setup: HostSetup,
  { hasClock }: OpenOptions,
): Promise<OpenApp> {
  const context = await browser.newContext({ viewport: { width: 320, height: 800 } });
  const page = await context.newPage();
  if (hasClock) await page.clock.install();
  const outsideRequests: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) outsideRequests.push(request.url());
  });
  await page.addInitScript((value) => Object.assign(globalThis, { setup: value }), setup);
  await page.goto(url);
  return {
    page,
    app: page.frameLocator('iframe'),
    outsideRequests,
    async inHost(act, argument) {
      const source = `(${act.toString()})(window.host, ${JSON.stringify(argument) ?? 'undefined'})`;
      return (await page.evaluate(source)) as ReturnType<typeof act>;
    },
  };
}
