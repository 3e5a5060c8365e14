import { setTimeout as sleepFor } from 'node:timers/promises';
import { z } from 'zod';
import type { Credentials } from '../tenant/tenant.ts';
import { accountCalls } from './account-calls.ts';
import { helpCenterCalls } from './help-center-calls.ts';
import { createRateGovernor } from './rate-governor.ts';
import type { RateGovernor } from './rate-governor.ts';
import { createRequest } from './request.ts';
import type { Call, CallReport, Request } from './request.ts';
import { createSignIn } from './sign-in.ts';
import { ticketCalls } from './ticket-calls.ts';

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

export type ZendeskClient = ReturnType<typeof createZendeskClient>;

/**
 * Zendesk's API as the server uses it: typed, with timeouts, sign-in, rate governor and retries of reads.
 * Every method throws a ZendeskError and nothing else.
 */
export function createZendeskClient(options: ZendeskClientOptions) {
  const request = requestOf(options);
  return {
    ...accountCalls(request, options.now ?? Date.now),
    ...ticketCalls(request),
    ...helpCenterCalls(request),

    /** Any other JSON call, for set-up; the answer unchecked, null when empty. */
    call: (call: Call): Promise<unknown> => request(call, z.unknown()),
  };
}

function requestOf(options: ZendeskClientOptions): Request {
  const { baseUrl, credentials, timeoutMs, now = Date.now, random = Math.random, fetch } = options;
  const sleep = options.sleep ?? sleepFor;
  return createRequest({
    baseUrl,
    timeoutMs,
    now,
    random,
    sleep: async (ms) => void (await sleep(ms)),
    fetch,
    signIn: createSignIn({ baseUrl, credentials, timeoutMs, now, fetch }),
    governor: options.governor ?? createRateGovernor({ now }),
    onCall: options.onCall,
  });
}
