import { cp, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

/**
 * Builds the package Zendesk takes: dist/manifest.json, dist/translations, dist/assets. Does nothing when
 * dist is newer than everything it is made of. Other files in dist (zcli's own) are left alone.
 */
const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const dist = join(here, 'dist');
const manifest = join(dist, 'manifest.json');

const SOURCES = [
  ...['src', 'assets', 'translations', 'build.ts', 'vite.config.ts', 'package.json'].map((path) =>
    join(here, path),
  ),
  ...['manifest.json', 'shared/src', 'package-lock.json'].map((path) => join(root, path)),
];

const IMAGES = ['logo.png', 'logo-small.png', 'icon_nav_bar.svg'];

/**
 * The hosts that secure requests may go to. The build is for this machine, which is where demo and tests have
 * their server; `npm run package` names a real one.
 */
const LOCAL_HOSTS = ['localhost', '127.0.0.1'];

/** What the browser must load before the first screen; beyond it an agent on a slow line would wait. */
const MAX_INITIAL_GZIP_BYTES = 90_000;

if ((await newestChange(SOURCES)) > (await changedAt(manifest))) await buildPackage();

async function buildPackage(): Promise<void> {
  // Beside its place, then moved: whoever reads dist meanwhile never sees half a build.
  const staging = join(dist, `.building-${process.pid}`);
  await mkdir(dist, { recursive: true });
  try {
    await build({
      configFile: join(here, 'vite.config.ts'),
      logLevel: 'warn',
      build: { outDir: staging },
    });
    for (const image of IMAGES) {
      await cp(join(here, 'assets', image), join(staging, image));
    }
    await checkSize(staging);
    await rm(join(dist, 'assets'), { recursive: true, force: true });
    await rename(staging, join(dist, 'assets'));
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  await rm(join(dist, 'translations'), { recursive: true, force: true });
  await cp(join(here, 'translations'), join(dist, 'translations'), { recursive: true });
  await writeFile(join(dist, '.zcliignore'), 'zcli.apps.config.json\n**/*.map\n');
  await writeFile(manifest, JSON.stringify(await localManifest(), null, 2));
}

async function localManifest(): Promise<object> {
  const source = await readFile(join(root, 'manifest.json'), 'utf8');
  return { ...(JSON.parse(source) as object), domainWhitelist: LOCAL_HOSTS };
}

async function checkSize(folder: string): Promise<void> {
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  let initial = 0;
  let deferred = 0;
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.js')) continue;
    const bytes = gzipSync(await readFile(join(folder, name)), { level: 9 }).length;
    if (page.includes(name)) initial += bytes;
    else deferred += bytes;
  }
  const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
  const limit = kilobytes(MAX_INITIAL_GZIP_BYTES);
  process.stdout.write(
    `zendesk-app: ${kilobytes(initial)} kB of JavaScript first (gzip, limit ${limit}), ${kilobytes(deferred)} kB beside it or on demand\n`,
  );
  if (initial > MAX_INITIAL_GZIP_BYTES) {
    throw new Error(
      `The first JavaScript exceeds ${limit} kB: load what is not the first screen later`,
    );
  }
}

async function newestChange(paths: string[]): Promise<number> {
  const times = await Promise.all(
    paths.map(async (path) => {
      const info = await stat(path);
      if (!info.isDirectory()) return info.mtimeMs;
      const children = (await readdir(path)).map((child) => join(path, child));
      // The folder's own time tells of removed files.
      return Math.max(info.mtimeMs, await newestChange(children));
    }),
  );
  return Math.max(0, ...times);
}

async function changedAt(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch {
    return 0;
  }
}
