import type { Request } from 'express';
import type { PagesAccount } from './pages-account.ts';
import type { Installation } from '../installation.ts';
import { sessionUser } from './session-user.ts';

/** One app as the agent's browser needs it. */
export interface InstalledApp {
  appId: number;
  installationId: number;
  name: string;
  version: string;
  /** Where `assets/…` URLs of the manifest are served; ends in a slash. */
  assetUrlPrefix: string;
  /** Location name to its page: `{ ticket_sidebar: { url, flexible } }`. */
  locations: Record<string, { url: string; flexible: boolean; autoLoad: boolean }>;
  settings: Record<string, unknown>;
  /** From `zcli apps:server`, and so not installed in the account. */
  isLocal: boolean;
}

/** `apps:server` answers from memory on this machine. */
const APP_SERVER_TIMEOUT_MS = 3000;

/** Where Zendesk looks for `zcli apps:server` when a page is opened with `?zcli_apps=true`. */
const ZCLI_APPS_SERVER = 'http://localhost:4567';

/**
 * The account's apps for the signed-in user. Secure settings are left out for everybody but admins
 * (https://developer.zendesk.com/documentation/apps/app-developer-guide/making-api-requests-from-a-zendesk-app/).
 * `?zcli_apps=true` adds those of `zcli apps:server`, which replace installed ones with the same id;
 * `zcli_port` is ours, for a server on another port.
 */
export async function installedApps(
  account: PagesAccount,
  req: Request,
): Promise<{ apps: InstalledApp[] }> {
  const isAdmin = (await sessionUser(account, req)).role === 'admin';
  const origin = assetOrigin(req);
  const enabled = account.installations.filter((installation) => installation.enabled);
  const described = await Promise.all(
    enabled.map((installation) => describe(installation, { origin, isAdmin })),
  );
  const local = await localApps(req);
  const installed = described
    .flat()
    .filter(({ appId }) => !local.some((app) => app.appId === appId));
  return { apps: [...installed, ...local] };
}

async function localApps({ query }: Request): Promise<InstalledApp[]> {
  if (query['zcli_apps'] !== 'true') return [];
  const server = new URL(ZCLI_APPS_SERVER);
  if (query['zcli_port']) server.port = String(query['zcli_port']);
  return appsOfServer(server.href);
}

/**
 * Zendesk serves apps from a domain of their own, so that an app cannot reach the agent's cookies. Here the
 * other name of this machine does that.
 */
function assetOrigin(req: Request): string {
  const host = req.get('host') ?? '';
  if (req.hostname === 'localhost') {
    return `${req.protocol}://${host.replace('localhost', '127.0.0.1')}`;
  }
  if (req.hostname === '127.0.0.1') {
    return `${req.protocol}://${host.replace('127.0.0.1', 'localhost')}`;
  }
  return `${req.protocol}://${host}`;
}

async function describe(
  installation: Installation,
  { origin, isAdmin }: { origin: string; isAdmin: boolean },
): Promise<InstalledApp[]> {
  const { manifest, build, appServerUrl } = installation;
  if (appServerUrl) return fromAppServer(installation, appServerUrl);
  const secure = new Set(
    (manifest.parameters ?? []).filter(({ secure }) => secure).map(({ name }) => name),
  );
  const settings = Object.entries(installation.settings).filter(
    ([name]) => isAdmin || !secure.has(name),
  );
  const app: InstalledApp = {
    appId: installation.app_id,
    installationId: installation.id,
    name: manifest.name ?? 'App',
    version: String(manifest['version'] ?? ''),
    assetUrlPrefix: `${origin}/${installation.app_id}/assets/${build ? `${build.id}/` : ''}`,
    locations: supportLocations(manifest.location),
    settings: Object.fromEntries(settings),
    isLocal: false,
  };
  return [app];
}

interface AppServerAnswer {
  apps: Array<{
    id?: string;
    name: string;
    version?: string;
    asset_url_prefix: string;
    locations: Record<string, Record<string, unknown>>;
  }>;
  installations: Array<{ id: number | string; settings: Array<Record<string, unknown>> }>;
}

/** The installation's own settings win over those of the app server. */
async function fromAppServer(
  { id, settings }: Installation,
  appServerUrl: string,
): Promise<InstalledApp[]> {
  const apps = await appsOfServer(appServerUrl);
  return apps.map((app) => ({
    ...app,
    installationId: id,
    settings: { ...app.settings, ...settings },
    isLocal: false,
  }));
}

/** `zcli apps:server` publishes all settings in the clear, secure ones too; so does Zendesk show them there. */
async function appsOfServer(baseUrl: string): Promise<InstalledApp[]> {
  const answer = await readAppServer(baseUrl);
  return (answer?.apps ?? []).map((app, index) => {
    const { id = 0, settings = [] } = answer?.installations[index] ?? {};
    return {
      appId: Number(app.id ?? 0),
      installationId: Number(id) || 0,
      name: app.name,
      version: app.version ?? '',
      assetUrlPrefix: app.asset_url_prefix,
      locations: supportLocations(app.locations),
      settings: Object.assign({}, ...settings) as Record<string, unknown>,
      isLocal: true,
    };
  });
}

/** Undefined while the app server is not up: the workspace then simply has no such app. */
async function readAppServer(baseUrl: string): Promise<AppServerAnswer | undefined> {
  try {
    const response = await fetch(new URL('/app.json', baseUrl), {
      signal: AbortSignal.timeout(APP_SERVER_TIMEOUT_MS),
    });
    return response.ok ? ((await response.json()) as AppServerAnswer) : undefined;
  } catch {
    return undefined;
  }
}

function supportLocations(
  products: Record<string, Record<string, unknown>> | undefined,
): InstalledApp['locations'] {
  const locations: InstalledApp['locations'] = {};
  for (const [name, value] of Object.entries(products?.['support'] ?? {})) {
    const options = typeof value === 'string' ? { url: value } : (value as Record<string, unknown>);
    if (typeof options['url'] !== 'string') continue;
    locations[name] = {
      url: options['url'],
      flexible: options['flexible'] !== false,
      autoLoad: options['autoLoad'] !== false,
    };
  }
  return locations;
}
