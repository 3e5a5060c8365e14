import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import type { Account } from '../account.ts';
import type { SandboxControl } from '../sandbox-control.ts';
import { accountSettingsRouter } from './account-settings.ts';
import { attachmentsRouter, uploadsRouter } from './uploads.ts';
import { appsRouter } from './apps.ts';
import { authenticate } from './authenticate.ts';
import { businessRulesRouter } from './business-rules.ts';
import { callerOf, userOf } from './caller.ts';
import { commentsRouter } from './comments.ts';
import { ApiError, invalidEndpoint } from './errors.ts';
import { helpCenterRouter } from './help-center.ts';
import { incrementalRouter } from './incremental.ts';
import { injectFaults } from './inject-faults.ts';
import { oauthRouter } from './oauth.ts';
import { oauthTokensRouter } from './oauth-grants.ts';
import { limitPlan } from './rate-limit.ts';
import { requestsRouter } from './requests.ts';
import { sandboxRouter } from './sandbox-api.ts';
import { checkScopes } from './scopes.ts';
import { searchRouter } from './search.ts';
import { tagsRouter } from './tags.ts';
import { ticketFieldsRouter } from './ticket-fields.ts';
import { ticketsBulkRouter } from './tickets-bulk.ts';
import { ticketsRouter } from './tickets.ts';
import { triggersRouter } from './triggers.ts';
import { usersRouter } from './users.ts';
import { webhookDeliveriesRouter } from './webhook-deliveries.ts';
import { webhooksRouter } from './webhooks.ts';

/** A whole account as one express app. `pages` serves what is for people. */
export function accountApp(
  account: Account,
  control: SandboxControl,
  pages: RequestHandler,
): express.Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(sandboxRouter(account, control));
  app.use(['/api', '/oauth'], logCalls(account), stripJsonSuffix);
  app.use(injectFaultsOn(account));
  app.use(['/api', '/oauth'], express.json({ limit: '5mb' }));
  app.use(oauthTokensRouter(account));
  app.use('/api', authenticate(account), checkScopes(), appsRouter(account));
  app.use('/api/v2', limitPlan(account), ...apiRouters(account));
  app.use('/api', (_req, res) => {
    userOf(res);
    throw invalidEndpoint();
  });
  app.use(attachmentsRouter(account));
  app.use(pages);
  app.use(answerErrors);
  return app;
}

function apiRouters(account: Account): RequestHandler[] {
  return [
    usersRouter(account),
    oauthRouter(account),
    requestsRouter(account),
    ticketsBulkRouter(account),
    ticketsRouter(account),
    commentsRouter(account),
    tagsRouter(account),
    uploadsRouter(account),
    ticketFieldsRouter(account),
    webhookDeliveriesRouter(account),
    webhooksRouter(account),
    triggersRouter(account),
    businessRulesRouter(account),
    helpCenterRouter(account),
    searchRouter(account),
    incrementalRouter(account),
    accountSettingsRouter(account),
  ];
}

/** The newest calls are kept; a long run must not fill the memory. */
const KEPT_CALLS = 20_000;

function logCalls(account: Account): RequestHandler {
  return (req, res, next) => {
    const { method } = req;
    const path = req.originalUrl.replace(/\?.*$/, '');
    const at = account.clock.iso();
    res.once('close', () => {
      const status = res.writableFinished ? res.statusCode : 0;
      account.calls.push({ method, path, status, userId: callerOf(res).user?.id ?? null, at });
      if (account.calls.length > KEPT_CALLS) account.calls.splice(0, 1000);
      account.events.emit({ type: 'call', method, path, status });
    });
    next();
  };
}

/** `/api/v2/tickets/1.json` is `/api/v2/tickets/1`. */
const stripJsonSuffix: RequestHandler = (req, _res, next) => {
  req.url = req.url.replace(/\.json(?=\?|$)/, '');
  next();
};

function injectFaultsOn(account: Account): RequestHandler {
  const inject = injectFaults(account);
  return (req, res, next) => (/^\/(api|oauth)\//.test(req.path) ? inject(req, res, next) : next());
}

const answerErrors: ErrorRequestHandler = (error, _req, res, next) => {
  if (res.headersSent) return next(error);
  if (error instanceof ApiError) {
    res.status(error.status).set(error.headers);
    return void (typeof error.body === 'string' ? res.send(error.body) : res.json(error.body));
  }
  if (isBadBody(error)) {
    return void res
      .status(400)
      .json({ error: 'InvalidJSON', description: 'The body is not valid JSON' });
  }
  const description = error instanceof Error ? error.message : String(error);
  res.status(500).json({ error: 'SandboxError', description });
};

function isBadBody(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'type' in error && 'body' in error;
}
