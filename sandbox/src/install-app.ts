import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from './account.ts';
import type { AppManifest, Installation } from './installation.ts';

export interface Registration {
  /** Build folder with manifest.json and assets/. */
  appDir?: string;
  /** Base URL of `zcli apps:server`. */
  appServerUrl?: string;
  settings: Record<string, unknown>;
}

/** Makes an app appear in the agent workspace, as a finished installation does. */
export function registerInstallation(account: Account, registration: Registration): Installation {
  const { appDir, appServerUrl, settings } = registration;
  const manifest = appDir ? readManifest(appDir) : {};
  const installation = newInstallation(account, { appId: account.ids.next(), manifest, settings });
  if (appDir) installation.appDir = appDir;
  if (appServerUrl) installation.appServerUrl = appServerUrl;
  account.events.emit({ type: 'app' });
  return installation;
}

export function newInstallation(
  account: Account,
  given: { appId: number; manifest: AppManifest; settings: Record<string, unknown> },
): Installation {
  const at = account.clock.iso();
  const installation: Installation = {
    id: account.ids.next(),
    app_id: given.appId,
    settings: { ...given.settings },
    enabled: true,
    created_at: at,
    updated_at: at,
    manifest: given.manifest,
    requirements: [],
  };
  account.installations.push(installation);
  return installation;
}

function readManifest(appDir: string): AppManifest {
  const file = join(appDir, 'manifest.json');
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as AppManifest;
  } catch (cause) {
    throw new Error(`No app to install: ${file} cannot be read. Build the app first.`, { cause });
  }
}
