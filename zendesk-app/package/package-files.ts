import { lstat, readFile, readdir } from 'node:fs/promises';
import { join, matchesGlob, relative, sep } from 'node:path';

/** The folder as zcli packs it. */
export interface PackageFiles {
  /** Paths with `/`, sorted; what zcli leaves out is left out. */
  contents: Map<string, Buffer>;
  symlinks: string[];
  /** Lines of .zcliignore that mean something. */
  ignore: string[];
}

/**
 * Reads what zcli would put into the zip: no hidden files, no `tmp/`, nothing that .zcliignore names. Its lines
 * are globs, not those of a .gitignore. Rejects when there is no such folder.
 */
export async function readPackageFiles(folder: string): Promise<PackageFiles> {
  const ignore = await ignoredBy(folder);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const contents = new Map<string, Buffer>();
  const symlinks: string[] = [];
  for (const entry of entries) {
    const file = join(entry.parentPath, entry.name);
    const path = relative(folder, file).replaceAll(sep, '/');
    if (!isPacked(path, ignore)) continue;
    if ((await lstat(file)).isSymbolicLink()) symlinks.push(path);
    else if (entry.isFile()) contents.set(path, await readFile(file));
  }
  return { contents: new Map([...contents].sort()), symlinks: symlinks.sort(), ignore };
}

async function ignoredBy(folder: string): Promise<string[]> {
  try {
    const text = await readFile(join(folder, '.zcliignore'), 'utf8');
    return text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line && !line.startsWith('#'));
  } catch {
    return [];
  }
}

function isPacked(path: string, ignore: string[]): boolean {
  const isHidden = path.split('/').some((part) => part.startsWith('.'));
  return !isHidden && ![...ignore, 'tmp/**'].some((glob) => matchesGlob(path, glob));
}

export function textIn({ contents }: PackageFiles, path: string): string | undefined {
  return contents.get(path)?.toString('utf8');
}
