/** What the receiver did with one attempt. */
export type Answer =
  | { kind: 'answered'; status: number; retryAfter: string | null }
  | { kind: 'timeout' }
  | { kind: 'unreachable' };

/**
 * 409 is retried up to 3 times, a timeout up to 5, 429 and 503 only with a short Retry-After; all else is lost.
 * https://support.zendesk.com/hc/en-us/articles/4408839108378
 */
const MAX_RETRIES = { conflict: 3, retryAfter: 3, timeout: 5 };
const SHORT_RETRY_AFTER_SECONDS = 60;

/** The wait in ms before the next attempt, or undefined when the event is delivered or lost. Pure. */
export function retryDelay(
  answer: Answer,
  retriesSoFar: number,
  delaysMs: readonly number[],
): number | undefined {
  const backoff = delaysMs[Math.min(retriesSoFar, delaysMs.length - 1)] ?? 1000;
  if (answer.kind === 'timeout') {
    return retriesSoFar < MAX_RETRIES.timeout ? backoff : undefined;
  }
  if (answer.kind === 'unreachable') return undefined;
  if (answer.status === 409) return retriesSoFar < MAX_RETRIES.conflict ? backoff : undefined;
  if (answer.status !== 429 && answer.status !== 503) return undefined;
  const seconds = Number(answer.retryAfter ?? Number.NaN);
  const isShort = seconds >= 0 && seconds < SHORT_RETRY_AFTER_SECONDS;
  return isShort && retriesSoFar < MAX_RETRIES.retryAfter ? seconds * 1000 : undefined;
}

/** The invocation's status as the invocations API words it. */
export function statusOf(answer: Answer): InvocationStatus {
  if (answer.kind === 'timeout') return 'timeout';
  if (answer.kind === 'unreachable') return 'failed';
  if (answer.status >= 500) return 'server error';
  if (answer.status >= 400) return 'client error';
  return answer.status < 300 ? 'success' : 'failed';
}

export type InvocationStatus =
  | 'unknown'
  | 'accepted'
  | 'success'
  | 'failed'
  | 'timeout'
  | 'circuit broken'
  | 'throttled'
  | 'client error'
  | 'server error';
