import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** What zcli needs to reach an account without asking; without them it would look for a keychain. */
export const ZCLI_VARIABLES = ['ZENDESK_SUBDOMAIN', 'ZENDESK_OAUTH_TOKEN'];

export function missingVariables(environment: NodeJS.ProcessEnv): string[] {
  return ZCLI_VARIABLES.filter((name) => !environment[name]);
}

/** Zendesk's own tool, in the version that this project pins, on this terminal. Answers its exit code. */
export async function runZcli(args: string[]): Promise<number> {
  const root = dirname(createRequire(import.meta.url).resolve('@zendesk/zcli/package.json'));
  const child = spawn(process.execPath, [join(root, 'bin/run'), ...args], { stdio: 'inherit' });
  const [code] = (await once(child, 'close')) as [number | null];
  return code ?? 1;
}
