import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';
import { errorCodeOf } from './errors.ts';

export type { Logger } from 'pino';

/** Keys whose values are never logged, wherever they stand. Nothing logs them on purpose; this is the net. */
const NEVER_LOGGED = [
  'body',
  'text',
  'comment',
  'html',
  'headers',
  'authorization',
  'credentials',
  'secret',
  'secrets',
  'signingSecret',
  'signingSecrets',
  'clientSecret',
  'token',
  'masterKey',
  'email',
  'state',
];

/** Deeper causes say nothing new. */
const MAX_CAUSES = 3;

export interface LoggerOptions {
  level: string;
  /** Standard output when left out. */
  destination?: DestinationStream | undefined;
}

/** One JSON line per event on standard output. */
export function createLogger({ level, destination }: LoggerOptions): Logger {
  const options = {
    level,
    base: null,
    redact: {
      paths: NEVER_LOGGED.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]),
      censor: '[redacted]',
    },
    serializers: { err: (error: unknown) => serializeError(error, MAX_CAUSES) },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** Name, code, message and stack, and nothing that somebody hung onto the error (a response, a query). */
function serializeError(error: unknown, depth: number): unknown {
  if (!(error instanceof Error)) return { name: 'NonError', code: errorCodeOf(error) };
  return {
    name: error.name,
    code: errorCodeOf(error),
    message: error.message,
    stack: error.stack,
    ...(error.cause !== undefined &&
      depth > 0 && { cause: serializeError(error.cause, depth - 1) }),
  };
}
