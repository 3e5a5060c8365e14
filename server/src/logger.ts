import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';
import { DatabaseError } from './db/database-error.ts';
import { AppError, errorCodeOf } from './errors.ts';
import { ZendeskError } from './zendesk/zendesk-error.ts';

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

/** `at run (file:///app/server/src/main.ts:3:5)`, with or without a name. */
const FRAME = /^at .*:\d+:\d+\)?$/;

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

/**
 * Name, code and where it happened, and nothing that somebody hung onto the error (a response, a query). Its message
 * only when it is one of ours or of the operating system: any other may quote a customer, as that of JSON.parse does.
 */
function serializeError(error: unknown, depth: number): unknown {
  if (!(error instanceof Error)) return { name: 'NonError', code: errorCodeOf(error) };
  return {
    name: error.name,
    code: errorCodeOf(error),
    ...(isQuotable(error) && { message: error.message }),
    stack: framesOf(error),
    ...(error.cause !== undefined &&
      depth > 0 && { cause: serializeError(error.cause, depth - 1) }),
  };
}

function isQuotable(error: Error): boolean {
  const isOurs =
    error instanceof AppError || error instanceof DatabaseError || error instanceof ZendeskError;
  return isOurs || ('syscall' in error && 'errno' in error);
}

/** A stack begins with the message, which may have lines that look like frames: it is cut off by its text first. */
function framesOf({ stack = '', message }: Error): string[] {
  const at = stack.indexOf(message);
  const afterMessage = at < 0 ? stack : stack.slice(at + message.length);
  return afterMessage
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => FRAME.test(line));
}
