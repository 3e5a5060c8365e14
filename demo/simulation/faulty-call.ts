import type { Fault } from './schedule.ts';
import { TIMEOUT_MS } from './simulated-process.ts';

const REFUSALS: Partial<Record<Fault, [status: number, body: string, headers?: object]>> = {
  'answer 500, not carried out': [500, '{"error":"InternalError"}'],
  'answer 500, carried out': [500, ''],
  'answer 503, not carried out': [503, '<html>busy</html>'],
  'answer 429, not carried out': [429, '{"error":"APIRateLimitExceeded"}', { 'retry-after': '7' }],
  'answer 409, not carried out': [409, '{"error":"DatabaseConflict"}'],
  'garbled answer, carried out': [200, '{"ticket":{"id":'],
};

/** A call to Zendesk that goes wrong on the way there or on the way back; `pass` lets time go by. */
export async function faultyCall(
  fault: Fault,
  effect: () => Promise<Response>,
  pass: (ms: number) => void,
): Promise<Response> {
  if (fault.endsWith(', carried out')) await effect();

  const refusal = REFUSALS[fault];
  if (!refusal) {
    pass(TIMEOUT_MS);
    throw new DOMException('The operation was aborted due to timeout', 'TimeoutError');
  }
  const [status, body, headers = {}] = refusal;
  return new Response(body || null, { status, headers: { ...headers } });
}
