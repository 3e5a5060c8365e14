import { setTimeout as sleep } from 'node:timers/promises';
import type { RequestHandler, Response } from 'express';
import type { Account } from '../account.ts';
import type { ApiFault } from '../faults.ts';
import { ApiError } from './errors.ts';

const DEFAULT_SLOW_MS = 1000;

/** Applies the armed fault that matches, if any. */
export function injectFaults(account: Account): RequestHandler {
  return async (req, res, next) => {
    const fault = account.faults.take(req.method, req.path);
    if (!fault) return next();
    switch (fault.kind) {
      case 'slow':
        await sleep(fault.delayMs ?? DEFAULT_SLOW_MS);
        return next();
      case 'hang':
        return;
      case 'drop-before':
        return void req.socket.destroy();
      case 'drop-after':
        onAnswer(res, () => void req.socket.destroy());
        return next();
      case '500-after':
        onAnswer(res, (end) => {
          res.statusCode = 500;
          end('');
        });
        return next();
      case 'garbled':
        onAnswer(res, (end) => end('{"ticket":{"id":'));
        return next();
      default:
        return answerWith(res, fault);
    }
  };
}

/** Replaces what leaves, after the request has been handled in full. */
function onAnswer(res: Response, answer: (end: (body: string) => void) => void): void {
  const end = res.end.bind(res) as (body: string) => Response;
  const replaced = () => {
    res.end = end as Response['end'];
    res.removeHeader('content-length');
    answer((body) => void end(body));
    return res;
  };
  res.end = replaced as Response['end'];
}

function answerWith(res: Response, fault: ApiFault): void {
  const retryAfter = fault.retryAfter ?? (fault.kind === '429' ? 1 : undefined);
  const headers: Record<string, string> =
    retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  switch (fault.kind) {
    case '502-html':
      res.status(502).type('html').send('<html><body><h1>502 Bad Gateway</h1></body></html>');
      return;
    case '503':
      res.status(503).set(headers).type('html').send('');
      return;
    case '500':
      res.status(500).json({ error: 'InternalError', description: 'Something went wrong' });
      return;
    case '409':
      throw new ApiError(409, { error: 'DatabaseConflict', description: 'Try again' });
    case '401':
      throw new ApiError(401, { error: 'invalid_token', error_description: 'Revoked' });
    default:
      throw new ApiError(429, { error: 'APIRateLimitExceeded', description: 'Slow down' }, headers);
  }
}
