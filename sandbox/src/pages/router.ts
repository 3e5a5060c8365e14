import express from 'express';
import type { Router } from 'express';
import type { PagesAccount } from './pages-account.ts';
import { appAssets } from './app-assets.ts';
import { browserFiles } from './browser-files.ts';
import { installedApps } from './installed-apps.ts';
import { pageHtml } from './page-html.ts';
import type { Page } from './page-html.ts';
import { proxyRouter } from './proxy.ts';

/** Bodies of apps' requests: ZAF is for JSON, not for uploads. */
const MAX_PROXY_BODY = '2mb';

const CUSTOMER_PATHS = [
  '/requests',
  '/requests/new',
  '/requests/:id',
  '/hc',
  '/hc/:locale',
  '/hc/:locale/articles/:article',
];

/**
 * Everything a browser sees of an account: the agent workspace, the customer's view, the sandbox's own page,
 * and the assets of installed apps. All data comes from the account's API.
 */
export function pagesRouter(account: PagesAccount): Router {
  const router = express.Router();

  router.get('/', (_req, res) => res.redirect('/sandbox'));
  router.use('/sandbox/files', browserFiles());
  router.use(appAssets(account));
  router.get('/agent/apps.json', async (req, res) => {
    res.json(await installedApps(account, req));
  });
  router.use('/sandbox/proxy', express.json({ limit: MAX_PROXY_BODY }), proxyRouter(account));

  const show =
    (page: Page): express.RequestHandler =>
    (req, res, next) => {
      if (req.accepts(['html', 'json']) !== 'html') return next('router');
      res.set('Cache-Control', 'no-store').send(pageHtml(page, account.subdomain));
    };
  router.get(['/agent', '/agent/tickets/:id', '/agent/apps/:app'], show('agent'));
  router.get(CUSTOMER_PATHS, onCustomerHost, show('customer'));
  router.get('/sandbox', show('console'));
  return router;
}

/**
 * Agents work on `localhost`, customers on `127.0.0.1`: cookies are kept by host, so one browser can be signed
 * in as an agent in one tab and as a customer in another. Real accounts part them by a host-mapped help centre.
 */
const onCustomerHost: express.RequestHandler = (req, res, next) => {
  if (req.hostname !== 'localhost') return next();
  res.redirect(
    `${req.protocol}://${(req.get('host') ?? '').replace('localhost', '127.0.0.1')}${req.originalUrl}`,
  );
};
