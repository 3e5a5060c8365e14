import { DatabaseError } from '../db/database-error.ts';
import { AppError, errorCodeOf } from '../errors.ts';
import type { Settlement } from '../inbox/inbox.ts';
import { ZendeskError, isCredentialProblem } from '../zendesk/zendesk-error.ts';

/** With the waits below, eight attempts span about ten minutes: longer than most outages we may sit out. */
export const MAX_ATTEMPTS = 8;

/** First wait; it doubles with each attempt. */
const FIRST_WAIT_MS = 5_000;
/** No wait is longer: an agent should see the handoff the same half hour. */
const LONGEST_WAIT_MS = 5 * 60_000;

/**
 * The one place that decides what becomes of work that failed: another attempt at a time, or the end.
 * `attempts` counts the failed ones, this one included.
 */
export function settlementFor(error: unknown, attempts: number, now: number): Settlement {
  return isRetryable(error) && attempts < MAX_ATTEMPTS
    ? nextAttempt(error, attempts, now)
    : theEnd(error);
}

/** The same for a turn that was carried out and could not be recorded: whatever is wrong may be mended meanwhile. */
export function settlementWithoutRecord(error: unknown, attempts: number, now: number): Settlement {
  return attempts < MAX_ATTEMPTS ? nextAttempt(error, attempts, now) : theEnd(error);
}

/** After this many attempts, some three hours, an admin has to look. */
const LAST_ATTEMPT = 40;

/** The same for work at its end whose ticket could not be handed over either: no human knows of it yet. */
export function settlementWithoutHandover(
  error: unknown,
  attempts: number,
  now: number,
): Settlement {
  return attempts < LAST_ATTEMPT ? nextAttempt(error, attempts, now) : theEnd(error);
}

function nextAttempt(error: unknown, attempts: number, now: number): Settlement {
  const { code, retryAfterMs = 0 } = describe(error);
  const wait = Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), LONGEST_WAIT_MS);
  // Who always asks for a second more would have used up all attempts in a few.
  return { kind: 'retry', at: now + Math.max(wait, retryAfterMs), errorCode: code };
}

function theEnd(error: unknown): Settlement {
  const { code, message } = describe(error);
  return { kind: 'dead', errorCode: code, message };
}

/** A database that is away or busy comes back; a statement it refuses will be refused again. */
const PASSING_DATABASE_TROUBLE: ReadonlySet<string> = new Set([
  'database_unreachable',
  'database_busy',
  'database_timeout',
  'transaction_conflict',
]);

function isRetryable(error: unknown): boolean {
  // Credentials that were refused are mended by an admin while the work waits.
  // So does an answer that was cut off or came from something in between.
  if (error instanceof ZendeskError)
    return error.retryable || error.code === 'unexpected_answer' || isCredentialProblem(error);
  if (error instanceof DatabaseError) return PASSING_DATABASE_TROUBLE.has(error.code);
  return error instanceof AppError && error.code === 'ticket_keeps_changing';
}

function describe(error: unknown): {
  code: string;
  message: string;
  retryAfterMs?: number | undefined;
} {
  if (error instanceof ZendeskError) return error;
  if (error instanceof AppError || error instanceof DatabaseError) return error;
  // Its message may come from anywhere and hold a customer's words.
  return { code: 'unexpected', message: `Unexpected ${errorCodeOf(error)}; the log has its stack` };
}
