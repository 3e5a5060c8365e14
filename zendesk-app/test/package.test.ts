import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { appSettings } from '@smart-assistant/shared/app-settings.ts';
import { checkPackage } from '../package/check-package.ts';

/** The built package, as zcli sends it, against the rules Zendesk's own validator has for it. */
const dist = join(import.meta.dirname, '../dist');

interface Manifest {
  author: { name: string; email: string; url: string };
  version: unknown;
  frameworkVersion: unknown;
  defaultLocale: string;
  location: { support: Record<string, { url: string }> };
  parameters: { name: string; type: string; secure?: boolean }[];
}

async function json<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(join(dist, path), 'utf8')) as T;
}

const manifest = await json<Manifest>('manifest.json');

async function files(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('the manifest', () => {
  test('has the versions as the strings Zendesk insists on', () => {
    expect(manifest.frameworkVersion).toBe('2.0');
    expect(manifest.version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test('names an author whose address is a web address', () => {
    expect(manifest.author).toEqual({
      name: expect.any(String),
      email: expect.stringContaining('@'),
      url: expect.stringMatching(/^https?:\/\//),
    });
  });

  test('points each location at a file of the package', () => {
    const urls = Object.values(manifest.location.support).map(({ url }) => url.split('?')[0]!);

    expect(urls.filter((url) => !/^assets\//.test(url) || !existsSync(join(dist, url)))).toEqual(
      [],
    );
    expect(urls).not.toEqual([]);
  });

  test('asks for the settings the app reads, and for one secret that stays with Zendesk', () => {
    const secrets = manifest.parameters.filter(({ secure }) => secure);
    const others = manifest.parameters.filter(({ secure }) => !secure);

    expect(others.map(({ name }) => name).sort()).toEqual(Object.keys(appSettings.shape).sort());
    expect(secrets).toEqual([expect.objectContaining({ scopes: ['jwt_secret_key'] })]);
    expect(manifest.parameters.filter(({ type }) => type !== 'text')).toEqual([]);
  });
});

test('is fit for upload but for the hosts, which are those of this machine', async () => {
  const { findings } = await checkPackage(dist);

  expect(findings.filter(({ where }) => !where.endsWith('domainWhitelist'))).toEqual([]);
  expect(findings.map(({ problem }) => problem)).toEqual([
    'has localhost, which no customer can reach',
    'has 127.0.0.1, which no customer can reach',
  ]);
});

test('speaks the five languages of the app, each about the same things', async () => {
  const locales = (await readdir(join(dist, 'translations'))).sort();
  const [english, ...others] = await Promise.all(
    ['en', 'de', 'es', 'fr', 'pt'].map((locale) => json<object>(`translations/${locale}.json`)),
  );

  expect(locales).toEqual(['de.json', 'en.json', 'es.json', 'fr.json', 'pt.json']);
  for (const other of others) expect(keysOf(other)).toEqual(keysOf(english!));
});

/** `["app", "app.name", …]` */
function keysOf(value: object, prefix = ''): string[] {
  return Object.entries(value).flatMap(([key, child]) => [
    `${prefix}${key}`,
    ...(typeof child === 'object' ? keysOf(child as object, `${prefix}${key}.`) : []),
  ]);
}

test.each([
  ['logo.png', 320],
  ['logo-small.png', 128],
])('%s is a square PNG of %i pixels', async (name, size) => {
  const image = await readFile(join(dist, 'assets', name));

  expect(image.subarray(1, 4).toString()).toBe('PNG');
  expect([image.readUInt32BE(16), image.readUInt32BE(20)]).toEqual([size, size]);
});

test('stays far below the 2 MB Zendesk takes of a private app', async () => {
  const packed = await Promise.all(
    (await files(dist)).map(async (file) => gzipSync(await readFile(file)).length),
  );

  expect(packed.reduce((sum, size) => sum + size, 0)).toBeLessThan(500_000);
});

test('holds only kinds of files Zendesk takes, and no source map', async () => {
  const served = (await files(join(dist, 'assets'))).filter(
    (file) => !/\.(js|html|css|png|svg)$/.test(file),
  );

  expect(served).toEqual([]);
});

test('refers to its own files by relative address: Zendesk serves each build under a prefix of its own', async () => {
  const page = await readFile(join(dist, 'assets/index.html'), 'utf8');
  const addresses = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address!);

  const own = addresses.filter((address) => !address.startsWith('https://static.zdassets.com/'));
  expect(own.filter((address) => !address.startsWith('./'))).toEqual([]);
  expect(own).not.toEqual([]);
});
