import type { AppBuild } from './app-build.ts';
import type { Requirement } from './requirements/requirement.ts';

/** An app installed in the account, as the agent workspace shows it. */
export interface Installation {
  id: number;
  app_id: number;
  settings: Record<string, unknown>;
  enabled: boolean;
  created_at: string;
  updated_at: string;
  /** Build folder with manifest.json and assets/, when the app runs from one. */
  appDir?: string;
  /** Base URL of `zcli apps:server`, when the app runs from there. */
  appServerUrl?: string;
  /** The uploaded version that runs, when the app came through the apps API. */
  build?: AppBuild;
  manifest: AppManifest;
  /** What the app's requirements made in the account. */
  requirements: Requirement[];
}

/** What one may see of it: no files, no secure settings. `isAdmin` is about the other settings. */
export function presentInstallation(
  { appDir: _dir, build: _build, ...installation }: Installation,
  { isAdmin }: { isAdmin: boolean },
) {
  const parameters = installation.manifest.parameters ?? [];
  const secure = new Set(parameters.filter(({ secure }) => secure).map(({ name }) => name));
  const visible = Object.entries(installation.settings).filter(
    ([name]) => isAdmin && !secure.has(name),
  );
  return { ...installation, settings: Object.fromEntries(visible) };
}

export interface AppManifest {
  name?: string;
  parameters?: Array<{ name: string; type?: string; required?: boolean; secure?: boolean }>;
  location?: Record<string, Record<string, unknown>>;
  [key: string]: unknown;
}
