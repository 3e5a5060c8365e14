import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Backend } from './backend-host.ts';

/** zcli keeps the app's id and settings in it: without it an update would become a second app. */
const KEPT = 'zcli.apps.config.json';

/**
 * Copies the built app to `out` with a manifest for this backend. `out` is emptied first but for zcli's own file;
 * rejects when it holds anything but an earlier package.
 */
export async function writePackage(built: string, out: string, backend: Backend): Promise<void> {
  await emptyFolder(out);
  for (const part of ['assets', 'translations', '.zcliignore']) {
    await cp(join(built, part), join(out, part), { recursive: true });
  }
  const manifest = JSON.parse(await readFile(join(built, 'manifest.json'), 'utf8')) as object;
  const text = JSON.stringify(forBackend(manifest, backend), null, 2);
  await writeFile(join(out, 'manifest.json'), `${text}\n`);
}

function forBackend(manifest: { parameters?: Array<{ name: string }> }, { url, host }: Backend) {
  return {
    ...manifest,
    domainWhitelist: [host],
    parameters: manifest.parameters?.map((parameter) =>
      parameter.name === 'backend_url' ? { ...parameter, default: url } : parameter,
    ),
  };
}

async function emptyFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const names = await readdir(folder);
  if (
    names.length > 0 &&
    !names.includes('manifest.json') &&
    !names.every((name) => name === KEPT)
  ) {
    throw new Error(
      `${folder} holds other things and would be emptied: choose a new folder with --out`,
    );
  }
  for (const name of names) {
    if (name !== KEPT) await rm(join(folder, name), { recursive: true });
  }
}
