import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import type { Browser, LaunchOptions } from 'playwright-core';

const run = promisify(execFile);

/** Unpacking takes 2 s on an idle machine; the rest is room for a busy one. */
const UNPACK_TIMEOUT_MS = 120_000;

/** Tests talk to this machine only: every other name and address fails at once, as if offline. */
const LOOPBACK_ONLY =
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1, EXCLUDE [::1]';

/**
 * Starts a browser that reaches loopback only. The caller closes it.
 * CHROMIUM_PATH decides when set; else Linux uses the Chromium inside `@sparticuz/chromium` (no download),
 * other systems an installed Chrome, Edge or Chromium. Rejects with the way out when there is none.
 */
export async function launchBrowser(): Promise<Browser> {
  const args = [LOOPBACK_ONLY, '--font-render-hinting=none', '--disable-gpu'];
  if (process.platform === 'linux') args.push('--no-sandbox', '--disable-dev-shm-usage');
  return chromium.launch({ args, ...(await chosenBrowser()) });
}

async function chosenBrowser(): Promise<LaunchOptions> {
  const override = process.env['CHROMIUM_PATH'];
  if (override) {
    if (!existsSync(override)) throw new Error(`CHROMIUM_PATH names no file: ${override}`);
    return { executablePath: override };
  }
  if (process.platform === 'linux' && process.arch === 'x64') return packagedChromium();
  return installedBrowser();
}

const INSTALLED_BROWSERS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/microsoft-edge',
];

function installedBrowser(): LaunchOptions {
  const executablePath = INSTALLED_BROWSERS.find((path) => existsSync(path));
  if (!executablePath) {
    throw new Error(
      'No Chrome, Edge or Chromium found. Install one, or set CHROMIUM_PATH to the program.',
    );
  }
  return { executablePath };
}

/**
 * Unpacks the package's Chromium once per version and user. It is unpacked beside its place and renamed, so
 * that test files starting at the same time never run a half-written program.
 */
async function packagedChromium(): Promise<LaunchOptions> {
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const root = dirname(dirname(main));
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const home = join(tmpdir(), `smart-assistant-chromium-${version}-${userInfo().uid}`);
  if (!existsSync(home)) await unpack(root, main, home);

  const executablePath = join(home, 'chromium');
  const env: Record<string, string> = {};
  if (await lacksLibraries(executablePath)) env['LD_LIBRARY_PATH'] = join(home, 'al2023/lib');
  if (!existsSync('/etc/fonts/fonts.conf')) env['FONTCONFIG_PATH'] = join(home, 'fonts');
  return { executablePath, env: { ...definedEnvironment(), ...env } };
}

async function unpack(root: string, main: string, home: string): Promise<void> {
  const staging = await mkdtemp(`${home}.`);
  // The package unpacks to TMPDIR and nowhere else: a process of its own gets one.
  const script = `
    const { inflate } = await import(${JSON.stringify(main)});
    for (const part of ['chromium.br', 'fonts.tar.br', 'al2023.tar.br'])
      await inflate(${JSON.stringify(join(root, 'bin'))} + '/' + part);`;
  try {
    await run(process.execPath, ['--input-type=module', '-e', script], {
      timeout: UNPACK_TIMEOUT_MS,
      env: { ...process.env, TMPDIR: staging },
    });
    // The package's own file names /tmp; only machines without fonts of their own come to read ours.
    await writeFile(join(staging, 'fonts/fonts.conf'), fontConfig(join(home, 'fonts')));
    await rename(staging, home);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    // Another process finished first: its result is as good as ours.
    if (!existsSync(home)) throw error;
  }
}

function fontConfig(folder: string): string {
  return `<?xml version="1.0"?><fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>\n`;
}

async function lacksLibraries(executablePath: string): Promise<boolean> {
  try {
    return (await run('ldd', [executablePath], { timeout: 10_000 })).stdout.includes('not found');
  } catch {
    return true;
  }
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}
