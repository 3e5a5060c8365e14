import { randomUUID } from 'node:crypto';
import { json, Router } from 'express';
import type { Account } from '../account.ts';
import { ACCOUNT_FAULTS, inflict, type AccountFault } from '../account-faults.ts';
import { parseDuration } from '../clock.ts';
import type { SandboxControl } from '../sandbox-control.ts';
import type { DeliveryFaults } from '../faults.ts';
import { API_FAULTS, type ApiFault } from '../faults.ts';
import type { Switches } from '../switches.ts';
import { SESSION_COOKIE } from './authenticate.ts';
import { ApiError } from './errors.ts';
import { describeAccount, describeApps } from './describe-account.ts';

/** The sandbox's own routes: not Zendesk's, and open to anybody on this machine. */
export function sandboxRouter(account: Account, control: SandboxControl): Router {
  const router = Router();
  router.use('/sandbox', json());

  router.get('/sandbox.json', (_req, res) => {
    res.json(describeAccount(account));
  });

  // The HTML page for the same path is served by the pages.
  router.get('/sandbox', (req, res, next) => {
    const wantsJson = req.accepts(['html', 'json']) === 'json';
    if (!wantsJson) return next();
    res.json(describeAccount(account));
  });

  router.get('/sandbox/app', (_req, res) => {
    res.json(describeApps(account));
  });

  router.get('/sandbox/deliveries', (_req, res) => {
    res.json({ deliveries: account.delivery.log });
  });

  router.get('/sandbox/calls', (_req, res) => {
    res.json({ calls: account.calls });
  });

  router.get('/sandbox/events', (req, res) => {
    res.set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    res.flushHeaders();
    res.write(': open\n\n');
    const end = account.events.subscribe((change) => {
      res.write(`data: ${JSON.stringify(change)}\n\n`);
    });
    req.on('close', end);
  });

  clockRoutes(router, account, control);
  faultRoutes(router, account);
  sessionRoutes(router, account);
  return router;
}

function clockRoutes(router: Router, account: Account, control: SandboxControl): void {
  router.get('/sandbox/clock', (_req, res) => {
    res.json({ now: account.clock.iso(), kind: account.clock.kind });
  });

  router.post('/sandbox/clock', async (req, res) => {
    const { advance = '' } = (req.body ?? {}) as { advance?: string };
    refuseBadDuration(advance);
    await control.advance(advance);
    account.events.emit({ type: 'clock' });
    res.json({ now: account.clock.iso() });
  });

  router.post('/sandbox/settle', async (_req, res) => {
    await control.settle();
    res.json({ settled: true });
  });
}

function faultRoutes(router: Router, account: Account): void {
  router.post('/sandbox/faults', (req, res) => {
    armFaults(account, (req.body ?? {}) as FaultOrder);
    account.events.emit({ type: 'settings' });
    res.json({ api: describeAccount(account).faults.api, delivery: account.faults.delivery });
  });

  router.post('/sandbox/switches', (req, res) => {
    const given = (req.body ?? {}) as Partial<Switches>;
    const unknown = Object.keys(given).find((name) => !(name in account.switches));
    if (unknown) throw badRequest(`There is no switch "${unknown}".`);
    Object.assign(account.switches, given);
    account.events.emit({ type: 'settings' });
    res.json({ switches: account.switches });
  });
}

/** Signing in is choosing a user: the cookie then acts as that user, as a browser session would. */
function sessionRoutes(router: Router, account: Account): void {
  const { sessions, users } = account.store;
  const idIn = (cookies: string | undefined) =>
    new RegExp(`${SESSION_COOKIE}=([^;]+)`).exec(cookies ?? '')?.[1] ?? '';

  router.post('/sandbox/session', (req, res) => {
    const { userId } = (req.body ?? {}) as { userId?: number | string };
    const user = users.get(Number(userId));
    if (!user) throw badRequest(`There is no user ${userId}. GET /sandbox.json lists them.`);
    if (user.suspended) throw badRequest(`${user.name} is suspended and cannot sign in.`);
    const id = randomUUID();
    const csrfToken = randomUUID();
    sessions.set(id, { userId: user.id, csrfToken });
    res.cookie(SESSION_COOKIE, id, { httpOnly: true, sameSite: 'lax' });
    res.json({ user, csrfToken });
  });

  router.get('/sandbox/session', (req, res) => {
    const session = sessions.get(idIn(req.headers.cookie));
    res.json({
      user: session ? (users.get(session.userId) ?? null) : null,
      csrfToken: session?.csrfToken ?? null,
    });
  });

  router.delete('/sandbox/session', (req, res) => {
    sessions.delete(idIn(req.headers.cookie));
    res.clearCookie(SESSION_COOKIE);
    res.status(204).end();
  });
}

interface FaultOrder {
  clear?: boolean;
  api?: Array<Omit<ApiFault, 'match'> & { match?: { method?: string; path?: string } }>;
  delivery?: DeliveryFaults;
  account?: AccountFault[];
}

function armFaults(account: Account, order: FaultOrder): void {
  if (order.clear) account.faults.clear();
  for (const { match, ...fault } of order.api ?? []) {
    if (!API_FAULTS.includes(fault.kind)) throw unknownFault(fault.kind, API_FAULTS);
    account.faults.next({
      ...fault,
      match: {
        ...(match?.method && { method: match.method }),
        ...(match?.path && { path: new RegExp(match.path) }),
      },
    });
  }
  if (order.delivery) Object.assign(account.faults.delivery, order.delivery);
  for (const fault of order.account ?? []) inflictOn(account, fault);
}

function inflictOn(account: Account, fault: AccountFault): void {
  if (!ACCOUNT_FAULTS.includes(fault.kind)) throw unknownFault(fault.kind, ACCOUNT_FAULTS);
  try {
    inflict(account, fault);
  } catch (error) {
    throw badRequest((error as Error).message);
  }
}

function unknownFault(kind: string, known: readonly string[]): ApiError {
  return badRequest(`There is no fault "${kind}". Known: ${known.join(', ')}.`);
}

function refuseBadDuration(text: string): void {
  try {
    parseDuration(text);
  } catch (error) {
    throw badRequest((error as Error).message);
  }
}

function badRequest(description: string): ApiError {
  return new ApiError(400, { error: 'SandboxError', description });
}
