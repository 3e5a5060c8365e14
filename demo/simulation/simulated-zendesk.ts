import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { createAccount } from '@smart-assistant/sandbox/account.ts';
import type { Account } from '@smart-assistant/sandbox/account.ts';
import { Clock } from '@smart-assistant/sandbox/clock.ts';
import { accountApp } from '@smart-assistant/sandbox/http/server.ts';
import { asSandboxAccount } from '@smart-assistant/sandbox/sandbox-account.ts';
import type { SandboxAccount } from '@smart-assistant/sandbox/sandbox-account.ts';
import { seedBase } from '@smart-assistant/sandbox/seed/base.ts';
import { Work } from '@smart-assistant/sandbox/work.ts';
import { TRIGGERS, TICKET_FIELD, webhookSpec } from '@smart-assistant/shared/setup-spec.ts';

/** Nothing is resolved: requests to it never leave the process. */
export const ZENDESK_URL = 'http://acme.zendesk.test';
const BACKEND_URL = 'https://assistant.example';
export const SLUG = 'acme';

/** A delivery that is due, as Zendesk would send it. */
export interface Posted {
  secret: string;
  body: string;
}

/** The sandbox's Zendesk without sockets and on a clock of its own. */
export interface SimulatedZendesk {
  account: SandboxAccount;
  stateFieldId: string;
  signingSecret: string;
  /** Told of every delivery, instead of the network. */
  onPost: (posted: Posted) => void;
  /** Answers a request to the API, as `fetch` would. */
  fetch: typeof globalThis.fetch;
  /** Epoch milliseconds. */
  now(): number;
  /** Moves the clock; nothing is on a timetable here. */
  pass(ms: number): void;
}

/** An account with field, webhook and triggers. */
export async function simulateZendesk(bodies: Bodies): Promise<SimulatedZendesk> {
  const clock = new Clock('virtual');
  const inside = createAccount({ index: 0, subdomain: SLUG, clock, work: new Work() }) as Account;
  inside.url = ZENDESK_URL;
  let post: SimulatedZendesk['onPost'] = () => undefined;
  inside.delivery = {
    enqueue: ({ webhook, body }: Invocation) =>
      post({ secret: webhook.signing_secret.secret, body: body() }),
  } as Account['delivery'];
  seedBase(inside);
  // What the limits do is tested where they are; here a schedule would only wait.
  inside.switches.limits = { planPerMinute: 1e9, updatesPerMinute: 1e9, updatesPerTicket: 1e9 };

  const fetch = withoutSockets(accountApp(inside, control, (_req, _res, next) => next()));
  const account = asSandboxAccount(inside);
  const setUp = await setUpThrough(fetch, account, bodies);
  return {
    account,
    ...setUp,
    fetch,
    get onPost() {
      return post;
    },
    set onPost(listener) {
      post = listener;
    },
    now: () => clock.now(),
    pass: (ms) => void clock.advance(ms, () => Promise.resolve()),
  };
}

export type Bodies = 'lean' | 'manual';

const control = { settle: () => Promise.resolve(), advance: () => Promise.resolve() };

type Invocation = Parameters<Account['delivery']['enqueue']>[0];
type Handler = (req: IncomingMessage, res: ServerResponse) => void;

/** Runs a request through the account's own routes in this process, with all that Express does and no network. */
function withoutSockets(handle: Handler): typeof globalThis.fetch {
  return (input, init = {}) => {
    const url = input instanceof URL ? input : new URL(String(input));
    const req = new IncomingMessage(new Socket());
    req.method = init.method ?? 'GET';
    req.url = url.pathname + url.search;
    req.headers = { host: url.host, ...(init.headers as Record<string, string>) };
    if (typeof init.body === 'string') {
      req.headers['content-length'] = String(Buffer.byteLength(init.body));
      req.push(init.body);
    }
    req.push(null);
    return new Promise((resolve) => {
      const res = new ServerResponse(req);
      res.end = ((body?: string) => {
        resolve(
          new Response(body || null, {
            status: res.statusCode,
            headers: res.getHeaders() as Record<string, string>,
          }),
        );
        return res;
      }) as typeof res.end;
      handle(req, res);
    });
  };
}

/** What an admin creates, through the API. */
async function setUpThrough(
  fetch: typeof globalThis.fetch,
  { credentials }: SandboxAccount,
  bodies: Bodies,
) {
  const { email, apiToken } = credentials.admin;
  const authorization = `Basic ${Buffer.from(`${email}/token:${apiToken}`).toString('base64')}`;
  const api = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${ZENDESK_URL}${path}`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}`);
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of an API we drive ourselves here
    return (await answer.json()) as any;
  };

  const { ticket_field } = await api('POST', '/api/v2/ticket_fields', {
    ticket_field: TICKET_FIELD,
  });
  const { webhook } = await api('POST', '/api/v2/webhooks', {
    webhook: webhookSpec(BACKEND_URL, SLUG),
  });
  const { signing_secret } = await api('GET', `/api/v2/webhooks/${webhook.id}/signing_secret`);
  const stateFieldId = String(ticket_field.id);
  for (const { title, conditions, leanBody, manualBody } of TRIGGERS) {
    const body = bodies === 'lean' ? leanBody : manualBody(stateFieldId);
    const actions = [{ field: 'notification_webhook', value: [webhook.id, body] }];
    await api('POST', '/api/v2/triggers', { trigger: { title, conditions, actions } });
  }
  return { stateFieldId, signingSecret: signing_secret.secret as string };
}
