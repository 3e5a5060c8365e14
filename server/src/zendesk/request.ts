import type { z } from 'zod';
import { answerError } from './answer-error.ts';
import { exchange } from './http-exchange.ts';
import type { HttpAnswer } from './http-exchange.ts';
import type { GovernedCall, Priority, RateGovernor } from './rate-governor.ts';
import { MAX_WAIT_MS, parseRetryAfter, retryDelayMs } from './retry-timing.ts';
import type { SignIn } from './sign-in.ts';
import { ZendeskError } from './zendesk-error.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Call {
  method: Method;
  /** From the root, such as `/api/v2/tickets/1`. */
  path: string;
  query?: Readonly<Record<string, string | number | undefined>> | undefined;
  body?: unknown;
}

/** What an observer learns of each request that left; never its query, body or headers. */
export interface CallReport {
  method: string;
  path: string;
  priority: Priority;
  /** Absent when no answer came. */
  status?: number | undefined;
  ms: number;
}

export interface RequestPorts {
  baseUrl: string;
  timeoutMs: number;
  signIn: SignIn;
  governor: RateGovernor;
  priority: Priority;
  now: () => number;
  sleep: (ms: number) => Promise<void>;
  random: () => number;
  fetch?: typeof globalThis.fetch | undefined;
  onCall?: ((report: CallReport) => void) | undefined;
}

/** Makes a call and gives its answer in the shape of `schema`; throws a ZendeskError otherwise. */
export type Request = <Schema extends z.ZodType>(
  call: Call,
  schema: Schema,
) => Promise<z.infer<Schema>>;

/**
 * Sign-in, rate governor, retries and errors around one exchange. Reads are retried; a write is sent once,
 * except after a 401, which changed nothing.
 */
export function createRequest(ports: RequestPorts): Request {
  return async (call, schema) => {
    const answer =
      call.method === 'GET' ? await withRetries(ports, call) : await attempt(ports, call);
    return parsed(call, answer, schema);
  };
}

async function withRetries(ports: RequestPorts, call: Call): Promise<HttpAnswer> {
  for (let retries = 0; ; retries += 1) {
    try {
      return await attempt(ports, call);
    } catch (error) {
      const isWorthIt =
        error instanceof ZendeskError && error.retryable && error.code !== 'held_back';
      if (!isWorthIt) throw error;
      const { retryAfterMs } = error;
      const delay = retryDelayMs({ retries, retryAfterMs, random: ports.random() });
      if (delay === undefined) throw error;
      await ports.sleep(delay);
    }
  }
}

async function attempt(ports: RequestPorts, call: Call): Promise<HttpAnswer> {
  const authorization = await ports.signIn.authorization();
  const answer = await send(ports, call, authorization);
  const isRejected = answer.status === 401 && ports.signIn.renew(authorization);
  const last = isRejected ? await send(ports, call, await ports.signIn.authorization()) : answer;
  if (last.status >= 200 && last.status <= 299) return last;
  throw answerError(call, last, ports.now());
}

async function send(ports: RequestPorts, call: Call, authorization: string): Promise<HttpAnswer> {
  await awaitRoom(ports, call);
  const startedAt = ports.now();
  let status: number | undefined;
  try {
    const answer = await exchange({
      method: call.method,
      url: urlOf(ports.baseUrl, call),
      headers: { authorization },
      body: call.body,
      timeoutMs: ports.timeoutMs,
      fetch: ports.fetch,
    });
    status = answer.status;
    const { headers } = answer;
    const retryAfterMs = parseRetryAfter(headers.get('retry-after'), ports.now());
    ports.governor.observe(call, { status, headers, retryAfterMs });
    return answer;
  } finally {
    const { method, path } = call;
    const ms = ports.now() - startedAt;
    ports.onCall?.({ method, path, priority: ports.priority, status, ms });
  }
}

/** Short waits are waited for; a longer one is the caller's to plan. */
async function awaitRoom(
  { governor, priority, sleep }: RequestPorts,
  { method, path }: Call,
): Promise<void> {
  const governed = { method, path, priority };
  let waited = 0;
  for (;;) {
    await governor.catchUp();
    const hold = governor.holdMs(governed);
    if (hold === 0) return;
    if (waited + hold > MAX_WAIT_MS) throw heldBack(governed, hold);
    waited += hold;
    await sleep(hold);
  }
}

function heldBack({ method, path }: GovernedCall, retryAfterMs: number): ZendeskError {
  return new ZendeskError(
    { code: 'held_back', method, path, fate: 'not_sent', retryAfterMs },
    `Held back for ${Math.ceil(retryAfterMs / 1000)} s to keep the Zendesk account's rate limit free for agents: ${method} ${path}`,
  );
}

function urlOf(baseUrl: string, { path, query = {} }: Call): URL {
  const url = new URL(path, baseUrl);
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(key, String(value));
  }
  return url;
}

function parsed<Schema extends z.ZodType>(
  call: Call,
  answer: HttpAnswer,
  schema: Schema,
): z.infer<Schema> {
  const result = schema.safeParse(jsonOf(answer.text));
  if (result.success) return result.data;
  const where = result.error.issues.slice(0, 3).map(({ path }) => path.join('.') || 'the body');
  throw new ZendeskError(
    {
      code: 'unexpected_answer',
      method: call.method,
      path: call.path,
      status: answer.status,
      fate: 'unknown',
    },
    `Zendesk answered ${answer.status} in an unexpected shape (at ${where.join(', ')}): ${call.method} ${call.path}`,
  );
}

/** An empty body, as with 204, is null. */
function jsonOf(text: string): unknown {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
