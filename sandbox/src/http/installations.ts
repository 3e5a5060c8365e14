import { Router } from 'express';
import type { Account } from '../account.ts';
import { checkSettings, invalidApp } from '../app-package.ts';
import type { App, AppsState } from '../apps-state.ts';
import { newInstallation } from '../install-app.ts';
import { presentInstallation, type Installation } from '../installation.ts';
import { removeRequirements, syncRequirements } from '../requirements/sync-requirements.ts';
import { admins, agents, callerOf } from './caller.ts';
import { notFound } from './errors.ts';

const PATH = '/:product/apps/installations';

interface InstallationInput {
  app_id?: number | string;
  settings?: Record<string, unknown>;
  enabled?: boolean;
}

/** https://developer.zendesk.com/api-reference/ticketing/apps/apps/ */
export function installationsRouter(account: Account, state: AppsState): Router {
  const router = Router();
  installRoutes(router, account, state);
  singleRoutes(router, account);
  return router;
}

function installRoutes(router: Router, account: Account, { apps, jobs }: AppsState): void {
  router.get(PATH, agents, (_req, res) => {
    const isAdmin = callerOf(res).user?.role === 'admin';
    res.json({ installations: account.installations.map((each) => show(each, isAdmin)) });
  });

  router.post(PATH, admins, (req, res) => {
    const { app_id: appId, settings = {} } = (req.body ?? {}) as InstallationInput;
    const app = apps.get(Number(appId));
    if (!app) throw notFound();
    const { manifest } = app.build;
    refuseSecond(account, app);
    checkSettings(manifest, settings);
    const installation = newInstallation(account, { appId: app.id, manifest, settings });
    installation.build = app.build;
    installation.enabled = false;
    const job = jobs.queue({ job_type: 'Installation', total: 1 }, () => {
      finish(account, installation);
      return { installation_id: installation.id };
    });
    const pending = { pending_installation: true, pending_job_id: job.id };
    res.json({ ...show(installation, true), ...pending });
  });

  router.get(`${PATH}/job_statuses/:id`, admins, (req, res) => {
    const job = jobs.find(String(req.params['id']));
    if (!job) throw notFound();
    const { id, status, message } = job;
    res.json({ id, status, message: message ?? '', ...(job.results as object | null) });
  });
}

/** The manifest's singleInstall. */
function refuseSecond({ installations }: Account, { id, build }: App): void {
  if (build.manifest['singleInstall'] !== true) return;
  if (!installations.some(({ app_id: appId }) => appId === id)) return;
  throw invalidApp('The app is already installed and can be installed once only');
}

/** Nothing is left of an installation whose requirements cannot be made. */
function finish(account: Account, installation: Installation): void {
  try {
    syncRequirements(account, installation);
  } catch (error) {
    account.installations.splice(account.installations.indexOf(installation), 1);
    throw error;
  }
  installation.enabled = true;
  account.events.emit({ type: 'app' });
}

function singleRoutes(router: Router, account: Account): void {
  const find = (id: unknown): Installation => {
    const found = account.installations.find((each) => String(each.id) === String(id));
    if (!found) throw notFound();
    return found;
  };

  router.get(`${PATH}/:id`, agents, (req, res) => {
    res.json(show(find(req.params['id']), callerOf(res).user?.role === 'admin'));
  });

  router.put(`${PATH}/:id`, admins, (req, res) => {
    const installation = find(req.params['id']);
    const { settings = {}, enabled } = (req.body ?? {}) as InstallationInput;
    const kept = account.switches.updateKeepsSecureSettings ? {} : withoutSecrets(installation);
    Object.assign(installation.settings, kept, settings);
    if (enabled !== undefined) installation.enabled = enabled;
    installation.updated_at = account.clock.iso();
    syncRequirements(account, installation);
    account.events.emit({ type: 'app' });
    res.json(show(installation, true));
  });

  router.delete(`${PATH}/:id`, admins, (req, res) => {
    const installation = find(req.params['id']);
    account.installations.splice(account.installations.indexOf(installation), 1);
    removeRequirements(account, installation);
    account.events.emit({ type: 'app' });
    res.status(204).end();
  });

  router.get(`${PATH}/:id/requirements`, agents, (req, res) => {
    res.json({ requirements: find(req.params['id']).requirements });
  });
}

/** Every secure setting, emptied. */
function withoutSecrets({ manifest }: Installation): Record<string, unknown> {
  const secure = (manifest.parameters ?? []).filter(({ secure }) => secure);
  return Object.fromEntries(secure.map(({ name }) => [name, null]));
}

/** Secure settings never come back; others only to admins. */
function show(installation: Installation, isAdmin: boolean) {
  const { manifest: _, ...shown } = presentInstallation(installation, { isAdmin });
  return { ...shown, product: 'support' };
}
