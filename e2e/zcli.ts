import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Sandbox } from '@smart-assistant/sandbox/sandbox.ts';
import { mintToken } from '@smart-assistant/sandbox/mint-token.ts';
import type { SandboxAccount } from '@smart-assistant/sandbox/sandbox-account.ts';

const packageFile = createRequire(import.meta.url).resolve('@zendesk/zcli/package.json');
const { version } = createRequire(import.meta.url)(packageFile) as { version: string };

/** `npm run build` makes it. */
export const BUILT_APP = join(import.meta.dirname, '../zendesk-app/dist');

export interface ZcliResult {
  code: number | null;
  /** What it said, on both streams. */
  said: string;
}

export interface Zcli {
  /** The environment of a terminal in which zcli talks to the account. */
  environment: Record<string, string>;
  run(...args: string[]): Promise<ZcliResult>;
  /** Starts a command that stays; the caller ends it. */
  start(...args: string[]): ChildProcess;
  close(): Promise<void>;
}

/** Zendesk's own command line tool, on this machine alone, signed in to an account of a sandbox with https. */
export async function zcliFor(sandbox: Sandbox, account: SandboxAccount): Promise<Zcli> {
  const home = await mkdtemp(join(tmpdir(), 'zcli-'));
  const certificate = join(home, 'certificate.pem');
  await writeFile(certificate, sandbox.certificate!);
  await skipVersionCheck(home);
  const environment: Record<string, string> = {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    XDG_CACHE_HOME: join(home, 'cache'),
    ZCLI_DISABLE_AUTOUPDATE: '1',
    NO_COLOR: '1',
    NODE_EXTRA_CA_CERTS: certificate,
    ZENDESK_SUBDOMAIN: '127',
    ZENDESK_DOMAIN: `0.0.1:${new URL(account.httpsUrl!).port}`,
    ZENDESK_OAUTH_TOKEN: await mintToken(account),
  };
  const start = (...args: string[]) =>
    spawn(process.execPath, [join(dirname(packageFile), 'bin/run'), ...args], {
      cwd: home,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  return {
    environment,
    start,
    run: async (...args) => {
      const child = start(...args);
      let said = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => (said += text));
      }
      const [code] = (await once(child, 'close')) as [number | null];
      return { code, said };
    },
    close: () => rm(home, { recursive: true, force: true }),
  };
}

/** zcli asks the registry for its newest version unless it has done so lately. */
async function skipVersionCheck(home: string): Promise<void> {
  const cache = join(home, 'cache/@zendesk/zcli');
  await mkdir(cache, { recursive: true });
  await writeFile(join(cache, 'version'), JSON.stringify({ latest: version }));
}
