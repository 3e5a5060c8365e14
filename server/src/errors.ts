/** Stable names of what can go wrong. Decide by these, never by a message. `docs/operations.md` explains each. */
export const ERROR_CODES = [
  'config_invalid',
  'tenant_invalid',
  'tenant_not_found',
  'dead_letter_not_found',
  'master_key_mismatch',
  'port_unavailable',
  'body_too_large',
  'signature_invalid',
  'storage_unavailable',
  'not_found',
  'state_not_verified',
  'state_too_old',
  'token_invalid',
  'too_many_requests',
  'zendesk_unavailable',
  'bad_request',
  'timed_out',
  'ticket_keeps_changing',
  'internal_error',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/**
 * A broken promise with a stable `code`. The message says what failed, where, and the way out, and never
 * holds a secret or a customer's text: it may be shown and logged.
 */
export class AppError extends Error {
  override readonly name: string = 'AppError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Every problem of the environment at once, one line per variable. */
export class ConfigError extends AppError {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super('config_invalid', `The configuration is not right:\n${problems.join('\n')}`);
    this.problems = problems;
  }
}

/** Names an error in a log line or a stored record without its message, which may come from anywhere. */
export function errorCodeOf(error: unknown): string {
  if (error && typeof error === 'object' && 'code' in error && typeof error.code === 'string') {
    return error.code;
  }
  return error instanceof Error ? error.name : 'unknown';
}

export function assertNever(value: never): never {
  throw new TypeError(`Unexpected value of type ${typeof value}`);
}
