import express from 'express';
import { join } from 'node:path';
import type { RequestHandler } from 'express';
import type { PagesAccount } from './pages-account.ts';

/** `GET /{appId}/assets/…` from the build folder of the installed app, as `{appId}.apps.zdusercontent.com` does. */
export function appAssets(account: PagesAccount): RequestHandler {
  const router = express.Router();
  router.use('/:appId/assets', (req, res, next) => {
    const installation = account.installations.find(
      ({ app_id, appDir }) => appDir && String(app_id) === req.params['appId'],
    );
    if (!installation?.appDir) return next();
    // Module scripts in a cross-origin frame are fetched with CORS; the real asset host allows it too.
    res.set({ 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-cache' });
    express.static(join(installation.appDir, 'assets'), { fallthrough: true })(req, res, next);
  });
  return router;
}
