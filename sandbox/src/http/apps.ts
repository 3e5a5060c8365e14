import { Router, type Request } from 'express';
import multer from 'multer';
import type { Account } from '../account.ts';
import { readPackage } from '../app-package.ts';
import type { AppsState } from '../apps-state.ts';
import { Jobs } from '../jobs.ts';
import { admins, agents } from './caller.ts';
import { ApiError, notFound } from './errors.ts';
import { installationsRouter } from './installations.ts';

const MAX_APP_BYTES = 20 * 1024 * 1024;

/** The apps API as zcli calls it, with `/api/v2/apps`, `/api/apps` and `/api/{product}/apps`. */
export function appsRouter(account: Account): Router {
  const router = Router();
  const state: AppsState = { apps: new Map(), uploads: new Map(), jobs: new Jobs(account) };
  uploadRoutes(router, account, state);
  buildRoutes(router, account, state);
  // https://developer.zendesk.com/api-reference/ticketing/apps/apps/#send-notification-to-app
  router.post('/v2/apps/notify', agents, (req, res) => {
    const { app_id: appId, event, body } = (req.body ?? {}) as Record<string, unknown>;
    account.events.emit({ type: 'app.notify', appId: Number(appId), event: String(event), body });
    res.json({});
  });
  router.use(installationsRouter(account, state));
  return router;
}

function uploadRoutes(router: Router, account: Account, state: AppsState): void {
  const upload = multer({ limits: { fileSize: MAX_APP_BYTES } });

  router.post('/v2/apps/validate', admins, upload.single('file'), (req, res) => {
    readPackage(uploaded(req));
    res.json({});
  });

  router.post('/v2/apps/uploads', admins, upload.single('uploaded_data'), (req, res) => {
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
      const contents = readPackage(archive);
      const appName = name ?? contents.manifest.name ?? 'App';
      state.apps.set(appId, { id: appId, name: appName, ...contents });
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

function uploaded(req: Request): Buffer {
  if (req.file) return req.file.buffer;
  throw new ApiError(422, { error: 'RecordInvalid', description: 'No app package was uploaded' });
}
