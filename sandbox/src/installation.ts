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
  manifest: AppManifest;
}

export interface AppManifest {
  name?: string;
  parameters?: Array<{ name: string; type?: string; required?: boolean; secure?: boolean }>;
  location?: Record<string, Record<string, unknown>>;
  [key: string]: unknown;
}
