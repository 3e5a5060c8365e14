import { unzipSync } from 'fflate';
import { ApiError } from './http/errors.ts';
import type { AppManifest } from './installation.ts';

export interface AppPackage {
  files: Record<string, Uint8Array>;
  manifest: AppManifest;
}

const REQUIRED = ['author', 'defaultLocale', 'location', 'frameworkVersion'];

/** Reads a package. Throws the 422 that `zcli apps:validate` prints. */
export function readPackage(archive: Buffer): AppPackage {
  const files = unzip(archive);
  const source = files['manifest.json'];
  if (!source) throw invalidApp('Could not find manifest.json');
  const manifest = parseManifest(new TextDecoder().decode(source));
  const missing = REQUIRED.filter(
    (key) => !(key in manifest) && !(key === 'location' && manifest['requirementsOnly']),
  );
  if (missing.length > 0) {
    throw invalidApp(`Missing required fields in manifest: ${missing.join(', ')}`);
  }
  const locale = String(manifest['defaultLocale']);
  if (!files[`translations/${locale}.json`]) {
    throw invalidApp(`Missing translation file for locale '${locale}'`);
  }
  return { files, manifest };
}

/** Throws 422 when a required setting is missing. */
export function checkSettings(manifest: AppManifest, settings: Record<string, unknown>): void {
  const missing = (manifest.parameters ?? []).filter(
    ({ name, required }) => required && (settings[name] ?? '') === '',
  );
  if (missing.length === 0) return;
  throw invalidApp(`Settings are missing: ${missing.map(({ name }) => name).join(', ')}`);
}

function unzip(archive: Buffer): Record<string, Uint8Array> {
  try {
    return unzipSync(archive);
  } catch {
    throw invalidApp('App package is not a valid zip file');
  }
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
