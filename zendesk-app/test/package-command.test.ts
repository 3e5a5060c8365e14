import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseBackend } from '../package/backend-host.ts';
import { checkPackage } from '../package/check-package.ts';
import { writePackage } from '../package/write-package.ts';

const PROGRAM = join(import.meta.dirname, '../package.ts');
const BUILT = join(import.meta.dirname, '../dist');
const BACKEND = parseBackend('https://assistant.shop.example');

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'package-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** Exit code and output of the command as a person types it. */
async function run(...args: string[]): Promise<{ code: number; said: string }> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [PROGRAM, ...args]);
    return { code: 0, said: stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, said: stdout + stderr };
  }
}

test('tells how to use it', async () => {
  expect(await run('--help')).toEqual({ code: 0, said: expect.stringContaining('--backend') });
});

test.each([
  [[], '--backend https://<your server>'],
  [['--backend', 'http://assistant.shop.example'], 'try https://assistant.shop.example'],
  [['--check', '/nowhere'], 'make one with npm run package'],
  [['--bakend', 'x'], '--bakend'],
])('answers %j with the way out', async (args, wayOut) => {
  const { code, said } = await run(...args);

  expect(code).toBe(1);
  expect(said).toContain(wayOut);
  expect(said).not.toContain('    at ');
});

test('checks a folder and says of each violation what to do', async () => {
  await writePackage(BUILT, folder, BACKEND);

  const fit = await run('--check', folder);
  await rm(join(folder, 'assets/logo.png'));
  await rm(join(folder, 'translations/en.json'));
  const unfit = await run('--check', folder);

  expect(fit).toEqual({ code: 0, said: expect.stringContaining('fit for upload') });
  expect(unfit.code).toBe(1);
  expect(unfit.said).toContain('assets/logo.png is missing. Add a PNG of 320×320 pixels.');
  expect(unfit.said).toContain('needs translations/en.json. Add the file');
  expect(unfit.said).toContain('2 to mend');
});

test('makes a package that names the server and holds nothing but the app', async () => {
  await writePackage(BUILT, folder, BACKEND);

  const { findings, bytes } = await checkPackage(folder);
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as {
    domainWhitelist: string[];
    parameters: { name: string; default?: string }[];
  };
  expect(findings).toEqual([]);
  expect(bytes).toBeLessThan(500_000);
  expect(manifest.domainWhitelist).toEqual(['assistant.shop.example']);
  expect(manifest.parameters.filter((each) => each.default !== undefined)).toEqual([
    expect.objectContaining({ name: 'backend_url', default: 'https://assistant.shop.example' }),
  ]);
  expect((await readdir(folder)).sort()).toEqual([
    '.zcliignore',
    'assets',
    'manifest.json',
    'translations',
  ]);
});

test('leaves of an earlier package only what zcli needs for the update', async () => {
  await writePackage(BUILT, folder, BACKEND);
  await writeFile(join(folder, 'zcli.apps.config.json'), '{"app_id":7}');
  await writeFile(join(folder, 'assets/old.js'), 'old');

  await writePackage(BUILT, folder, BACKEND);

  expect(await readFile(join(folder, 'zcli.apps.config.json'), 'utf8')).toBe('{"app_id":7}');
  expect(await readdir(join(folder, 'assets'))).not.toContain('old.js');
});

test('does not empty a folder that holds other things', async () => {
  await writeFile(join(folder, 'thesis.txt'), 'years of work');

  await expect(writePackage(BUILT, folder, BACKEND)).rejects.toThrow('choose a new folder');

  expect(await readdir(folder)).toEqual(['thesis.txt']);
});
