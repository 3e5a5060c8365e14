/** An app as `GET /agent/apps.json` describes it. */
export interface App {
  appId: number;
  installationId: number;
  name: string;
  version: string;
  assetUrlPrefix: string;
  /** From `zcli apps:server`. */
  isLocal: boolean;
  locations: Record<string, { url: string; flexible: boolean; autoLoad: boolean }>;
  settings: Record<string, unknown>;
}
