import express from 'express';
import { extname, join } from 'node:path';
import type { RequestHandler } from 'express';
import { findBuild } from '../app-build.ts';
import type { PagesAccount } from './pages-account.ts';

/**
 * The files of installed apps, as `{appId}.apps.zdusercontent.com` serves them: `/{appId}/assets/{build}/…` for an
 * uploaded app, so that open pages keep their version's files; `/{appId}/assets/…` for one that runs from a folder.
 */
export function appAssets(account: PagesAccount): RequestHandler {
  const router = express.Router();
  router.use('/:appId/assets', (req, res, next) => {
    const installation = account.installations.find(
      ({ app_id: appId }) => String(appId) === req.params['appId'],
    );
    // Module scripts in a cross-origin frame are fetched with CORS; the real asset host allows it too.
    res.set('Access-Control-Allow-Origin', '*');
    if (installation?.appDir) {
      res.set('Cache-Control', 'no-cache');
      return express.static(join(installation.appDir, 'assets'))(req, res, next);
    }
    const [, buildId = '', path = ''] = /^\/([^/]+)\/(.+)$/.exec(req.path) ?? [];
    const bytes = findBuild(installation?.build, buildId)?.files[`assets/${path}`];
    if (!bytes) return next();
    res.set('Cache-Control', 'public, max-age=31536000, immutable');
    res.type(extname(path) || 'bin').send(Buffer.from(bytes));
  });
  return router;
}
