import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { textOf, type AppFiles } from './app-rules/app-files.ts';
import { packageProblems } from './app-rules/package-problems.ts';
import { ApiError } from './http/errors.ts';
import type { AppManifest } from './installation.ts';

/** Type of requirement to identifier to the body of a POST to that type's API. */
export type Requirements = Record<string, Record<string, Record<string, unknown>>>;

export interface AppPackage {
  files: AppFiles;
  manifest: AppManifest;
  requirements: Requirements;
  digest: string;
}

/** https://developer.zendesk.com/documentation/apps/getting-started/uploading-and-installing-a-private-app/ */
const MAX_ZIP_BYTES = 2 * 1024 * 1024;
/** Beyond it Zendesk does not even look inside: github.com/zendesk/zcli/issues/285 */
export const MAX_READABLE_ZIP_BYTES = 16 * 1024 * 1024;

/** Reads a package. Throws the 422 that `zcli apps:validate` prints. */
export function readPackage(archive: Buffer): AppPackage {
  if (archive.length > MAX_READABLE_ZIP_BYTES) throw invalidZip();
  if (archive.length > MAX_ZIP_BYTES) throw invalidApp('App package is larger than 2 MB');
  const files = unzip(archive);
  const problems = packageProblems(files);
  if (problems.length > 0) throw invalidApp(problems.join('\n'));
  return {
    files,
    manifest: JSON.parse(textOf(files, 'manifest.json') ?? '{}') as AppManifest,
    requirements: JSON.parse(textOf(files, 'requirements.json') ?? '{}') as Requirements,
    digest: createHash('sha256').update(archive).digest('hex'),
  };
}

/** Throws 422 when a required setting is missing. */
export function checkSettings(manifest: AppManifest, settings: Record<string, unknown>): void {
  const missing = (manifest.parameters ?? []).filter(
    ({ name, required }) => required && (settings[name] ?? '') === '',
  );
  if (missing.length === 0) return;
  throw invalidApp(`Settings are missing: ${missing.map(({ name }) => name).join(', ')}`);
}

/** Files only; hidden ones and `tmp/` are nobody's business. */
function unzip(archive: Buffer): AppFiles {
  try {
    const entries = Object.entries(unzipSync(archive));
    return Object.fromEntries(
      entries.filter(([path]) => !path.endsWith('/') && !/(^|\/)\.|^tmp\//.test(path)),
    );
  } catch {
    throw invalidZip();
  }
}

export function invalidZip(): ApiError {
  return invalidApp('Invalid zip file');
}

export function invalidApp(description: string): ApiError {
  return new ApiError(422, { error: 'RecordInvalid', description });
}
