import { unzipSync } from 'fflate';
import { Router, type Request } from 'express';
import multer from 'multer';
import type { Account } from '../account.ts';
import type { AppManifest, Installation } from '../installation.ts';
import { newInstallation } from '../install-app.ts';
import { Jobs } from '../jobs.ts';
import { admins, agents, callerOf } from './caller.ts';
import { ApiError, notFound } from './errors.ts';

const MAX_APP_BYTES = 20 * 1024 * 1024;

interface App {
  id: number;
  name: string;
  files: Record<string, Uint8Array>;
  manifest: AppManifest;
}

/** The apps API as zcli calls it, with `/api/v2/apps`, `/api/apps` and `/api/{product}/apps`. */
export function appsRouter(account: Account): Router {
  const router = Router();
  const state = {
    apps: new Map<number, App>(),
    uploads: new Map<number, Buffer>(),
    jobs: new Jobs(account),
  };
  const upload = multer({ limits: { fileSize: MAX_APP_BYTES } });

  router.post('/v2/apps/validate', admins, upload.single('file'), (req, res) => {
    readApp(uploaded(req));
    res.json({});
  });

  router.post('/v2/apps/uploads', admins, upload.single('uploaded_data'), (req, res) => {
    const id = account.ids.next();
    state.uploads.set(id, uploaded(req));
    res.status(201).json({ id });
  });

  // Validation happens in the build job, not here.
  const build = (appId: number, body: unknown) => {
    const { upload_id: uploadId, name } = (body ?? {}) as { upload_id?: number; name?: string };
    const archive = state.uploads.get(Number(uploadId));
    if (!archive) throw notFound();
    return state.jobs.queue({ job_type: 'App', total: 1 }, () => {
      const { files, manifest } = readApp(archive);
      state.apps.set(appId, { id: appId, name: name ?? manifest.name ?? 'App', files, manifest });
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

  installationRoutes(router, account, state);
  return router;
}

function installationRoutes(
  router: Router,
  account: Account,
  state: { apps: Map<number, App>; jobs: Jobs },
): void {
  const find = (id: unknown): Installation => {
    const found = account.installations.find((each) => String(each.id) === String(id));
    if (!found) throw notFound();
    return found;
  };

  router.get('/:product/apps/installations', agents, (_req, res) => {
    const isAdmin = callerOf(res).user?.role === 'admin';
    res.json({ installations: account.installations.map((each) => show(each, isAdmin)) });
  });

  router.post('/:product/apps/installations', admins, (req, res) => {
    const { app_id: appId, settings = {} } = (req.body ?? {}) as {
      app_id?: number | string;
      settings?: Record<string, unknown>;
    };
    const app = state.apps.get(Number(appId));
    if (!app) throw notFound();
    checkSettings(app.manifest, settings);
    const installation = newInstallation(account, {
      appId: app.id,
      manifest: app.manifest,
      settings,
    });
    const job = state.jobs.queue({ job_type: 'Installation', total: 1 }, () => {
      installation.enabled = true;
      account.events.emit({ type: 'app' });
      return { installation_id: installation.id };
    });
    installation.enabled = false;
    res.json({
      ...show(installation, true),
      enabled: false,
      pending_installation: true,
      pending_job_id: job.id,
    });
  });

  router.get('/:product/apps/installations/job_statuses/:id', admins, (req, res) => {
    const job = state.jobs.find(String(req.params['id']));
    if (!job) throw notFound();
    res.json({
      id: job.id,
      status: job.status,
      message: job.message ?? '',
      ...(job.results as object | null),
    });
  });

  router.get('/:product/apps/installations/:id', agents, (req, res) => {
    res.json(show(find(req.params['id']), callerOf(res).user?.role === 'admin'));
  });

  router.put('/:product/apps/installations/:id', admins, (req, res) => {
    const installation = find(req.params['id']);
    const { settings = {}, enabled } = (req.body ?? {}) as Partial<Installation>;
    Object.assign(installation.settings, settings);
    if (enabled !== undefined) installation.enabled = enabled;
    installation.updated_at = account.clock.iso();
    account.events.emit({ type: 'app' });
    res.json(show(installation, true));
  });

  router.delete('/:product/apps/installations/:id', admins, (req, res) => {
    const installation = find(req.params['id']);
    account.installations.splice(account.installations.indexOf(installation), 1);
    account.events.emit({ type: 'app' });
    res.status(204).end();
  });

  router.get('/:product/apps/installations/:id/requirements', agents, (req, res) => {
    find(req.params['id']);
    res.json({ requirements: [] });
  });

  // https://developer.zendesk.com/api-reference/ticketing/apps/apps/#send-notification-to-app
  router.post('/v2/apps/notify', agents, (req, res) => {
    const { app_id: appId, event, body } = (req.body ?? {}) as Record<string, unknown>;
    account.events.emit({ type: 'app.notify', appId: Number(appId), event: String(event), body });
    res.json({});
  });
}

function uploaded(req: Request): Buffer {
  if (req.file) return req.file.buffer;
  throw new ApiError(422, { error: 'RecordInvalid', description: 'No app package was uploaded' });
}

/** Reads a package. Throws the 422 that `zcli apps:validate` prints. */
function readApp(archive: Buffer): Pick<App, 'files' | 'manifest'> {
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(archive);
  } catch {
    throw invalidApp('App package is not a valid zip file');
  }
  const source = files['manifest.json'];
  if (!source) throw invalidApp('Could not find manifest.json');
  const manifest = parseManifest(new TextDecoder().decode(source));
  const missing = ['author', 'defaultLocale', 'location', 'frameworkVersion'].filter(
    (key) => !(key in manifest) && !(key === 'location' && manifest['requirementsOnly']),
  );
  if (missing.length > 0)
    throw invalidApp(`Missing required fields in manifest: ${missing.join(', ')}`);
  const locale = `translations/${String(manifest['defaultLocale'])}.json`;
  if (!files[locale])
    throw invalidApp(`Missing translation file for locale '${String(manifest['defaultLocale'])}'`);
  return { files, manifest };
}

function parseManifest(text: string): AppManifest {
  try {
    return JSON.parse(text) as AppManifest;
  } catch {
    throw invalidApp('manifest is not proper JSON');
  }
}

function invalidApp(description: string): ApiError {
  return new ApiError(422, { error: 'RecordInvalid', description });
}

function checkSettings(manifest: AppManifest, settings: Record<string, unknown>): void {
  const missing = (manifest.parameters ?? []).filter(
    ({ name, required }) => required && (settings[name] ?? '') === '',
  );
  if (missing.length === 0) return;
  throw invalidApp(`Settings are missing: ${missing.map(({ name }) => name).join(', ')}`);
}

/** Secure settings never come back; others only to admins. */
function show({ appDir: _, manifest, ...installation }: Installation, isAdmin: boolean) {
  const secure = new Set(
    (manifest.parameters ?? []).filter(({ secure }) => secure).map(({ name }) => name),
  );
  const visible = Object.entries(installation.settings).filter(
    ([name]) => isAdmin && !secure.has(name),
  );
  return {
    ...installation,
    product: 'support',
    requirements: [],
    settings: Object.fromEntries(visible),
  };
}
