import { STATUS_CODES } from 'node:http';

/** What went wrong, as callers may decide by it. */
export const ZENDESK_ERROR_CODES = [
  /** The OAuth client or API token was not accepted. */
  'sign_in_failed',
  'unauthorized',
  'forbidden',
  'not_found',
  /** The ticket changed since it was read (safe update), or Zendesk met an internal collision. */
  'conflict',
  /** The ticket is closed and rejects every write. */
  'closed_ticket',
  'invalid',
  'rate_limited',
  /** Our own rate governor kept the call back, to leave room for human agents. */
  'held_back',
  'server_error',
  'timeout',
  'connection_failed',
  /** An answer that is not what this call can work with: a redirect, HTML, another shape. */
  'unexpected_answer',
  /** More than any call can need; the same call would be answered the same way. */
  'answer_too_large',
] as const;
export type ZendeskErrorCode = (typeof ZENDESK_ERROR_CODES)[number];

/**
 * What became of the call at Zendesk. not_sent: it never left. refused: Zendesk said no and changed nothing.
 * unknown: it may have been carried out; look at the ticket's audits before repeating a write.
 */
export type Fate = 'not_sent' | 'refused' | 'unknown';

export interface ZendeskErrorFields {
  code: ZendeskErrorCode;
  method: string;
  /** Without query, so that nothing searched for ends up in a log. */
  path: string;
  fate: Fate;
  status?: number | undefined;
  retryAfterMs?: number | undefined;
  /** Zendesk's own words about it, shortened, e-mail addresses masked. */
  details?: readonly string[] | undefined;
  cause?: unknown;
}

/** Worth another try later: the same call may succeed without anybody changing anything. */
const RETRYABLE: ReadonlySet<ZendeskErrorCode> = new Set([
  'conflict',
  'rate_limited',
  'held_back',
  'server_error',
  'timeout',
  'connection_failed',
]);

/** The one error the Zendesk client throws. */
export class ZendeskError extends Error {
  override readonly name = 'ZendeskError';
  readonly code: ZendeskErrorCode;
  readonly method: string;
  readonly path: string;
  readonly fate: Fate;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;
  readonly details: readonly string[];
  readonly retryable: boolean;

  constructor(fields: ZendeskErrorFields, message: string = messageOf(fields)) {
    super(message, fields.cause === undefined ? undefined : { cause: fields.cause });
    this.code = fields.code;
    this.method = fields.method;
    this.path = fields.path;
    this.fate = fields.fate;
    this.status = fields.status;
    this.retryAfterMs = fields.retryAfterMs;
    this.details = fields.details ?? [];
    this.retryable = RETRYABLE.has(fields.code);
  }
}

function messageOf({ code, method, path, status, details = [] }: ZendeskErrorFields): string {
  const about = details.length > 0 ? ` (${details.join('; ')})` : '';
  if (status === undefined) return `Zendesk call failed, ${code}: ${method} ${path}${about}`;
  const answer = [status, STATUS_CODES[status]].filter(Boolean).join(' ');
  return `Zendesk answered ${answer}: ${method} ${path}${about}`;
}

function hasCode(error: unknown, ...codes: ZendeskErrorCode[]): error is ZendeskError {
  return error instanceof ZendeskError && codes.includes(error.code);
}

/** Somebody changed the ticket since it was read: read again, decide again. */
export function isConflict(error: unknown): error is ZendeskError {
  return hasCode(error, 'conflict');
}

/** The ticket is closed; no write to it will ever succeed. */
export function isClosedTicket(error: unknown): error is ZendeskError {
  return hasCode(error, 'closed_ticket');
}

export function isNotFound(error: unknown): error is ZendeskError {
  return hasCode(error, 'not_found');
}

/** Role, plan or scope does not reach this far. */
export function isForbidden(error: unknown): error is ZendeskError {
  return hasCode(error, 'forbidden');
}

/** The answer is more than we read: asking for less may help. */
export function isTooLarge(error: unknown): error is ZendeskError {
  return hasCode(error, 'answer_too_large');
}

/** Told to slow down, by Zendesk or by our own rate governor. `retryAfterMs` says how long. */
export function isRateLimited(error: unknown): error is ZendeskError {
  return hasCode(error, 'rate_limited', 'held_back');
}

/** The credentials do not work, or do not reach far enough: a matter for the admin, not for a retry. */
export function isCredentialProblem(error: unknown): error is ZendeskError {
  return hasCode(error, 'sign_in_failed', 'unauthorized', 'forbidden');
}

/** The write may have landed: search the ticket's audits for the turn before doing it again. */
export function hasUnknownFate(error: unknown): error is ZendeskError {
  return error instanceof ZendeskError && error.fate === 'unknown';
}
