import { Router, type Request, type RequestHandler } from 'express';
import multer from 'multer';
import type { Account } from '../account.ts';
import { newBuild, type AppBuild } from '../app-build.ts';
import { invalidZip, MAX_READABLE_ZIP_BYTES, readPackage } from '../app-package.ts';
import type { AppsState } from '../apps-state.ts';
import { Jobs } from '../jobs.ts';
import { admins } from './caller.ts';
import { ApiError, notFound } from './errors.ts';
import { installationsRouter } from './installations.ts';
import { notifyRouter } from './notify.ts';

/** The apps API as zcli calls it, with `/api/v2/apps`, `/api/apps` and `/api/{product}/apps`. */
export function appsRouter(account: Account): Router {
  const router = Router();
  const state: AppsState = { apps: new Map(), uploads: new Map(), jobs: new Jobs(account) };
  uploadRoutes(router, account, state);
  buildRoutes(router, account, state);
  router.use(notifyRouter(account));
  router.use(installationsRouter(account, state));
  return router;
}

function uploadRoutes(router: Router, account: Account, state: AppsState): void {
  router.post('/v2/apps/validate', admins, receive('file'), (req, res) => {
    readPackage(uploaded(req));
    res.json({});
  });

  router.post('/v2/apps/uploads', admins, receive('uploaded_data'), (req, res) => {
    const id = account.ids.next();
    state.uploads.set(id, uploaded(req));
    res.status(201).json({ id });
  });
}

/** Validation happens in the build job, not when the package is uploaded. */
function buildRoutes(router: Router, account: Account, state: AppsState): void {
  const build = (appId: number, body: unknown) => {
    const { upload_id: uploadId, name } = (body ?? {}) as { upload_id?: number; name?: string };
    const archive = state.uploads.get(Number(uploadId));
    if (!archive) throw notFound();
    return state.jobs.queue({ job_type: 'App', total: 1 }, () => {
      const known = state.apps.get(appId);
      const appBuild = newBuild(readPackage(archive), account.clock.now(), known?.build);
      const appName = name ?? known?.name ?? appBuild.manifest.name ?? 'App';
      state.apps.set(appId, { id: appId, name: appName, build: appBuild });
      runNewBuild(account, appId, appBuild);
      return { app_id: appId };
    });
  };
  for (const path of ['/apps', '/v2/apps']) {
    router.post(path, admins, (req, res) => {
      res.json({ job_id: build(account.ids.next(), req.body).id });
    });
  }

  router.put('/v2/apps/:id', admins, (req, res) => {
    const app = state.apps.get(Number(req.params['id']));
    if (!app) throw notFound();
    res.json({ job_id: build(app.id, req.body).id });
  });

  router.get('/v2/apps/job_statuses/:id', admins, (req, res) => {
    const job = state.jobs.find(String(req.params['id']));
    if (!job) throw notFound();
    const { status, message } = job;
    const appId = (job.results as { app_id?: number } | null)?.app_id ?? null;
    res.json({ id: job.id, status, message: message ?? '', app_id: appId });
  });

  router.get('/v2/apps/owned', admins, (_req, res) => {
    res.json({ apps: [...state.apps.values()].map(({ id, name }) => ({ id, name })) });
  });
}

/** Whoever has the app installed runs the new version from their next page on. */
function runNewBuild(account: Account, appId: number, build: AppBuild): void {
  for (const installation of account.installations) {
    if (installation.app_id === appId) {
      Object.assign(installation, { build, manifest: build.manifest });
    }
  }
  account.events.emit({ type: 'app' });
}

function receive(field: string): RequestHandler {
  const upload = multer({ limits: { fileSize: MAX_READABLE_ZIP_BYTES } }).single(field);
  return (req, res, next) => {
    void upload(req, res, (error: unknown) => {
      const isHuge = error instanceof multer.MulterError && error.code === 'LIMIT_FILE_SIZE';
      next(isHuge ? invalidZip() : error);
    });
  };
}

function uploaded(req: Request): Buffer {
  if (req.file) return req.file.buffer;
  throw new ApiError(422, { error: 'RecordInvalid', description: 'No app package was uploaded' });
}
