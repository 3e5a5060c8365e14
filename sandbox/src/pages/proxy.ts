import type { RequestHandler } from 'express';
import type { PagesAccount } from './pages-account.ts';
import { ProxyRefusal, secureRequest } from './secure-request.ts';
import type { ProxyRequest } from './secure-request.ts';
import { sessionUser } from './session-user.ts';

/** Zendesk publishes no limit for its proxy; a hanging backend must not hang the page. */
const MAX_TIMEOUT_MS = 30_000;
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * `POST /sandbox/proxy`: sends an app's request to another host, as Zendesk's proxy does for `client.request`.
 * Answers `{ status, statusText, headers, body }`; a backend that cannot be reached is status 0.
 */
export function proxyRouter(account: PagesAccount): RequestHandler {
  return async (req, res) => {
    const { role } = await sessionUser(account, req);
    if (role === 'end-user') {
      res.status(403).json({ error: 'Only signed-in agents reach the proxy' });
      return;
    }
    try {
      res.json(await forward(account, req.body as ProxyRequest));
    } catch (error) {
      if (!(error instanceof ProxyRefusal)) throw error;
      res.json({ status: 400, statusText: 'Bad Request', headers: {}, body: error.message });
    }
  };
}

async function forward(account: PagesAccount, asked: ProxyRequest) {
  const installation = account.installations.find(({ app_id }) => app_id === asked.appId);
  // Apps of zcli's server have no installation, and with it no secure settings.
  if (!installation && asked.secure) {
    throw new ProxyRefusal(`App ${asked.appId} is not installed: secure requests need that`);
  }
  const request = installation ? secureRequest(asked, installation, new Date()) : asked;
  const method = (request.type ?? 'GET').toUpperCase();
  if (!METHODS.includes(method)) throw new ProxyRefusal(`Method ${method} is not supported`);
  return send(request, method);
}

async function send(request: ProxyRequest, method: string) {
  try {
    const response = await fetch(request.url, {
      method,
      headers: outgoingHeaders(request),
      redirect: 'manual',
      signal: AbortSignal.timeout(Math.min(request.timeout ?? MAX_TIMEOUT_MS, MAX_TIMEOUT_MS)),
      ...(method === 'GET' || request.data === undefined ? {} : { body: request.data }),
    });
    return {
      status: response.status,
      statusText: response.statusText,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    };
  } catch (error) {
    const timedOut = error instanceof DOMException && error.name === 'TimeoutError';
    return { status: 0, statusText: timedOut ? 'timeout' : 'error', headers: {}, body: '' };
  }
}

/** Zendesk's proxy drops header names with underscores. */
function outgoingHeaders(request: ProxyRequest): Record<string, string> {
  const sent = Object.entries(request.headers ?? {}).filter(([name]) => !name.includes('_'));
  const headers = Object.fromEntries(sent.map(([name, value]) => [name.toLowerCase(), value]));
  if (request.contentType) headers['content-type'] ??= request.contentType;
  return headers;
}
