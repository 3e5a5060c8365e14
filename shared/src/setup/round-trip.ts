import { z } from 'zod';
import { errorText } from './error-text.ts';
import type { ZendeskCall } from './zendesk-call.ts';

/** What a set-up test delivery says. It is signed like any other and is about no ticket. */
export const roundTripBody = z.object({
  v: z.literal(1),
  event: z.literal('set_up_test'),
  nonce: z.string().min(1).max(64),
});

export type RoundTrip =
  /** The delivery arrived and its signature was right. */
  | { kind: 'proven'; statePublicKey?: string }
  /** Our server does not know the webhook's signing secret (yet). */
  | { kind: 'secret_unknown' }
  /** Something answered, but it is not our server, or it does not know the slug. */
  | { kind: 'wrong_answer'; status: number }
  /** Zendesk could not reach the address. */
  | { kind: 'not_reached'; status: number }
  /** Zendesk did not let us test. */
  | {
      kind: 'refused';
      reason: 'forbidden' | 'missing' | 'failed';
      status: number;
      message: string;
    };

const testAnswer = z.object({
  response: z.object({ status: z.number(), payload: z.unknown().optional() }),
});

export interface RoundTripOptions {
  webhookId: string;
  /** Any text that nobody else uses; comes back in the delivery. */
  nonce: string;
}

/**
 * Has Zendesk send a real delivery through the webhook, with its own signing secret, and looks at what came back.
 * Never throws. https://developer.zendesk.com/api-reference/webhooks/webhooks-api/webhooks/#test-webhook
 */
export async function proveRoundTrip(
  call: ZendeskCall,
  { webhookId, nonce }: RoundTripOptions,
): Promise<RoundTrip> {
  const payload = JSON.stringify({ v: 1, event: 'set_up_test', nonce });
  const path = `/api/v2/webhooks/test?webhook_id=${encodeURIComponent(webhookId)}`;
  const answer = await call({ method: 'POST', path, body: { request: { payload } } }).catch(() => ({
    status: 0,
    body: undefined,
  }));
  const parsed = testAnswer.safeParse(answer.body);
  if (answer.status !== 200 || !parsed.success) return refused(answer.status, answer.body);
  return judge(parsed.data.response);
}

function judge({ status, payload }: z.infer<typeof testAnswer>['response']): RoundTrip {
  if (status === 401) return { kind: 'secret_unknown' };
  // What a gateway, or Zendesk itself, says when nobody is there.
  if (status >= 500 || status === 0) return { kind: 'not_reached', status };
  if (status !== 200 || !isOurAnswer(payload)) return { kind: 'wrong_answer', status };
  return { kind: 'proven', ...publicKeyIn(payload) };
}

/** What the app needs to verify states comes back with the answer; it is no secret. */
function publicKeyIn(payload: unknown): { statePublicKey?: string } {
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
  const key = /"state_public_key"\s*:\s*"([A-Za-z0-9_-]{43})"/.exec(text ?? '')?.[1];
  return key === undefined ? {} : { statePublicKey: key };
}

/** `{"received":true}`, as the webhook route answers; as text or already parsed. */
function isOurAnswer(payload: unknown): boolean {
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
  return /"received"\s*:\s*true/.test(text ?? '');
}

function refused(status: number, body: unknown): RoundTrip {
  const reason = status === 403 ? 'forbidden' : status === 404 ? 'missing' : 'failed';
  return { kind: 'refused', reason, status, message: errorText(body) };
}
