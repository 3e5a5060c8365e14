import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { ErrorRequestHandler, Express, Request, Router } from 'express';
import helmet from 'helmet';
import type { Registry } from 'prom-client';
import { AppError, errorCodeOf } from './errors.ts';
import type { ErrorCode } from './errors.ts';
import { HTTP_STATUS, sendError } from './json-answer.ts';
import type { Logger } from './logger.ts';

/** A stop waits this long for open requests: longer than an acknowledgement, shorter than a supervisor. */
const CLOSE_GRACE_MS = 5_000;
const IDLE_CHECK_MS = 20;
/** How late a request's timeout may be noticed; Node's own 30 s would be longer than the timeout. */
const TIMEOUT_CHECK_MS = 500;
/** A readiness probe asks every few seconds and must not pile up on a dead database. */
const READY_TIMEOUT_MS = 2_000;

/** A route in front of Express, which costs more than everything else in acknowledging a webhook. */
export interface PlainRoute {
  method: string;
  /** Its first group is what `answer` is given. */
  path: RegExp;
  /** Answers, or resolves to false for what is to be answered like any unknown path. */
  answer(req: IncomingMessage, res: ServerResponse, param: string): Promise<boolean>;
}

export interface HttpAppOptions {
  /** Plain routes first, then in order; what none of them answers is a 404. */
  routers: readonly (Router | PlainRoute)[];
  logger: Logger;
  registry: Registry;
  /** When set, /metrics answers only to this bearer token. */
  metricsToken?: string | undefined;
  requestTimeoutMs: number;
  /** Rejects when the server cannot do its work, for example without its database. */
  ready: () => Promise<unknown>;
}

/** The whole HTTP surface: the given routers, /healthz, /readyz, /metrics, and one answer for everything else. */
export function createHttpApp(options: HttpAppOptions): RequestListener {
  const app = createExpressApp(options);
  const plainRoutes = options.routers.filter((router) => typeof router !== 'function');

  return (req, res) => {
    limitTime(res, options.requestTimeoutMs);
    for (const route of plainRoutes) {
      const param = req.method === route.method ? route.path.exec(req.url ?? '')?.[1] : undefined;
      if (param === undefined) continue;
      route
        .answer(req, res, param)
        .then((isAnswered) => (isAnswered ? undefined : app(req, res)))
        .catch((error: unknown) => answerError(options.logger, error, req, res));
      return;
    }
    app(req, res);
  };
}

function createExpressApp(options: HttpAppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(helmet(), ...options.routers.filter((router) => typeof router === 'function'));

  app.get('/healthz', (_req, res) => {
    res.json({ status: 'alive' });
  });
  app.get('/readyz', async (_req, res) => {
    await withTimeout(options.ready(), READY_TIMEOUT_MS);
    res.json({ status: 'ready' });
  });
  app.get('/metrics', async (req, res, next) => {
    if (!mayReadMetrics(req, options.metricsToken)) return next();
    res.type(options.registry.contentType).send(await options.registry.metrics());
  });

  app.use((_req, res) => sendError(res, 'not_found', 'There is nothing here'));
  app.use(answerErrors(options.logger));
  return app;
}

export interface HttpServer {
  url: string;
  /** Takes no new request, lets the open ones end, cuts them off after some seconds. */
  close(): Promise<void>;
}

/** Listens; throws `port_unavailable` when the address is taken. */
export async function listen(
  app: RequestListener,
  { host, port, requestTimeoutMs }: { host: string; port: number; requestTimeoutMs: number },
): Promise<HttpServer> {
  // Against clients that send slowly: headers and the whole request have this long to arrive.
  const server = createServer(
    {
      requestTimeout: requestTimeoutMs,
      headersTimeout: requestTimeoutMs,
      connectionsCheckingInterval: TIMEOUT_CHECK_MS,
    },
    app,
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => {
      reject(
        new AppError('port_unavailable', `Cannot listen on ${host}:${port}; set PORT or HOST`, {
          cause,
        }),
      );
    });
    server.listen(port, host, resolve);
  });

  const { port: actualPort } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actualPort}`,
    async close() {
      // A kept-alive connection becomes idle only after its last answer.
      const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
      const cutOff = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS);
      await new Promise((resolve) => server.close(resolve));
      clearInterval(idle);
      clearTimeout(cutOff);
    },
  };
}

/** A handler that hangs becomes a 503 while Zendesk is still listening. */
function limitTime(res: ServerResponse, timeoutMs: number): void {
  res.setTimeout(timeoutMs, () => {
    if (res.headersSent) res.destroy();
    else sendError(res, 'timed_out', `No answer within ${timeoutMs} ms; try again`);
  });
}

function answerErrors(logger: Logger): ErrorRequestHandler {
  return (error: unknown, req, res, _next) => answerError(logger, error, req, res);
}

function answerError(
  logger: Logger,
  error: unknown,
  req: IncomingMessage,
  res: ServerResponse,
): void {
  const { code, message } = publicError(error);
  if ((HTTP_STATUS[code] ?? 500) >= 500) {
    const [path] = (req.url ?? '').split('?');
    logger.error({ err: error, method: req.method, path }, 'request failed');
  }
  if (res.headersSent) res.destroy();
  else sendError(res, code, message);
}

/** What may be said of an error: ours by its own message, a client's mistake in general, and nothing of the rest. */
function publicError(error: unknown): { code: ErrorCode; message: string } {
  if (error instanceof AppError && HTTP_STATUS[error.code]) return error;

  const status = httpStatusOf(error);
  if (status === 413) return { code: 'body_too_large', message: 'The body is too large' };
  if (status < 500) return { code: 'bad_request', message: 'The request cannot be read' };
  return { code: 'internal_error', message: 'Something went wrong here; the log says what' };
}

/** Express and its body parsers mark the errors of a client with a status. */
function httpStatusOf(error: unknown): number {
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  return typeof status === 'number' && status >= 400 ? status : 500;
}

function mayReadMetrics(req: Request, token: string | undefined): boolean {
  if (token === undefined) return true;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(req.get('authorization') ?? ''), digest(`Bearer ${token}`));
}

async function withTimeout(work: Promise<unknown>, timeoutMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    await Promise.race([work, timeout]);
  } catch (cause) {
    throw new AppError('storage_unavailable', 'The database does not answer', {
      cause: errorCodeOf(cause),
    });
  } finally {
    clearTimeout(timer);
  }
}
