import { parseErrorBody } from './error-body.ts';
import type { ErrorBody } from './error-body.ts';
import type { HttpAnswer } from './http-exchange.ts';
import { parseRetryAfter } from './retry-timing.ts';
import { ZendeskError } from './zendesk-error.ts';
import type { Fate, ZendeskErrorCode } from './zendesk-error.ts';

/** The error that an answer outside 2xx stands for; `now` in epoch milliseconds resolves a dated Retry-After. */
export function answerError(
  { method, path }: { method: string; path: string },
  { status, headers, text }: HttpAnswer,
  now: number,
): ZendeskError {
  const body = parseErrorBody(text);
  return new ZendeskError({
    code: codeOf(status, body),
    method,
    path,
    status,
    fate: fateOf(status),
    retryAfterMs: parseRetryAfter(headers.get('retry-after'), now),
    details: body.details,
  });
}

function codeOf(status: number, body: ErrorBody): ZendeskErrorCode {
  switch (status) {
    case 401:
      return 'unauthorized';
    case 403:
      return 'forbidden';
    case 404:
      return 'not_found';
    case 408:
      return 'timeout';
    case 409:
      return 'conflict';
    case 422:
      return isAboutClosedTicket(body) ? 'closed_ticket' : 'invalid';
    case 429:
      return 'rate_limited';
    default:
      if (status >= 500) return 'server_error';
      return status >= 400 ? 'invalid' : 'unexpected_answer';
  }
}

/**
 * A closed ticket is told by the `status` key of `details`, or by name; other things can be wrong with a
 * status, so the words count as well. They are Zendesk's, untranslated, and read nowhere else.
 */
function isAboutClosedTicket({ name, fields, details }: ErrorBody): boolean {
  if (name === 'ClosedTicket') return true;
  const aboutClosing = details.some((line) => /closed prevents ticket update/i.test(line));
  return aboutClosing && (fields.length === 0 || fields.includes('status'));
}

/** 408 and 5xx come from anywhere on the way: what is behind may have done its work. */
function fateOf(status: number): Fate {
  return status >= 500 || status === 408 ? 'unknown' : 'refused';
}
