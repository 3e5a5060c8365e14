import { setTimeout as sleepFor } from 'node:timers/promises';
import { z } from 'zod';
import type { Credentials } from '../tenant/tenant.ts';
import { accountCalls } from './account-calls.ts';
import { createKnownAgents } from './known-agents.ts';
import type { KnownAgents } from './known-agents.ts';
import { helpCenterCalls } from './help-center-calls.ts';
import { createRateGovernor } from './rate-governor.ts';
import type { Priority, RateGovernor } from './rate-governor.ts';
import { createRequest } from './request.ts';
import type { Call, CallReport, Request } from './request.ts';
import { createSignIn } from './sign-in.ts';
import { ticketCalls } from './ticket-calls.ts';
import { triggerCalls } from './trigger-calls.ts';
import { webhookCalls } from './webhook-calls.ts';

export interface ZendeskClientOptions {
  /** `https://acme.zendesk.com`, without a trailing slash. */
  baseUrl: string;
  credentials: Credentials;
  /** Of each attempt, answer body included. */
  timeoutMs: number;
  now?: () => number;
  onCall?: (report: CallReport) => void;
  /** One per Zendesk account: pass it when several clients use the same account. */
  governor?: RateGovernor;
  sleep?: (ms: number) => Promise<unknown>;
  random?: () => number;
  /** How requests leave: Node's own fetch when left out. */
  fetch?: typeof globalThis.fetch;
}

/** Every call we make; what a customer waits for and what nobody waits for are made the same way. */
export type ZendeskCalls = ReturnType<typeof callsOf>;

export interface ZendeskClient extends ZendeskCalls {
  /** The same calls for sweeps, knowledge and set-up: when the account's limit runs low, replies go first. */
  background: ZendeskCalls;
}

/**
 * Zendesk's API as the server uses it: typed, with timeouts, sign-in, rate governor and retries of reads.
 * Every method throws a ZendeskError and nothing else.
 */
export function createZendeskClient(options: ZendeskClientOptions): ZendeskClient {
  const requestAt = requestsOf(options);
  const now = options.now ?? Date.now;
  const agents = createKnownAgents(now);
  return {
    ...callsOf(requestAt('reply'), now, agents),
    background: callsOf(requestAt('background'), now, agents),
  };
}

function callsOf(request: Request, now: () => number, agents: KnownAgents) {
  return {
    ...accountCalls(request, now),
    ...ticketCalls(request, agents),
    ...helpCenterCalls(request),
    ...webhookCalls(request),
    ...triggerCalls(request),

    /** Any other JSON call, for set-up; the answer unchecked, null when empty. */
    call: (call: Call): Promise<unknown> => request(call, z.unknown()),
  };
}

/** Both priorities share one sign-in and one governor. */
function requestsOf(options: ZendeskClientOptions): (priority: Priority) => Request {
  const { baseUrl, credentials, timeoutMs, now = Date.now, random = Math.random, fetch } = options;
  const sleep = options.sleep ?? sleepFor;
  const ports = {
    baseUrl,
    timeoutMs,
    now,
    random,
    sleep: async (ms: number) => void (await sleep(ms)),
    fetch,
    signIn: createSignIn({ baseUrl, credentials, timeoutMs, now, fetch }),
    governor: options.governor ?? createRateGovernor({ now }),
    onCall: options.onCall,
  };
  return (priority) => createRequest({ ...ports, priority });
}
