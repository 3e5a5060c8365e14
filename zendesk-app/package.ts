import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseBackend } from './package/backend-host.ts';
import { checkPackage } from './package/check-package.ts';
import { missingVariables, runZcli } from './package/run-zcli.ts';
import { writePackage } from './package/write-package.ts';

const root = dirname(import.meta.dirname);
const built = join(import.meta.dirname, 'dist');
const DEFAULT_OUT = join(root, 'dist/app');

const HELP = `Makes the app's package for your server, checked against Zendesk's upload rules.

  npm run package -- --backend https://assistant.example.com [--out dir]
      Builds the app and writes the package to dist/app (or dir). With ZENDESK_SUBDOMAIN and
      ZENDESK_OAUTH_TOKEN in the environment, Zendesk's own zcli validates and zips it too.

  npm run package -- --check [dir]
      Only checks a package. Exit code 1 when Zendesk would refuse it.
`;

const say = (text: string) => process.stdout.write(`${text}\n`);
const shown = (path: string) => relative(process.cwd(), path) || '.';

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      backend: { type: 'string' },
      out: { type: 'string' },
      check: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    say(HELP);
    return 0;
  }
  if (values.check) return check(resolve(positionals[0] ?? values.out ?? DEFAULT_OUT));
  if (!values.backend) {
    throw new Error('Say where your server is: npm run package -- --backend https://<your server>');
  }
  return pack(values.backend, resolve(values.out ?? DEFAULT_OUT));
}

async function pack(backendUrl: string, out: string): Promise<number> {
  const backend = parseBackend(backendUrl);
  await import('./build.ts');
  await writePackage(built, out, backend);
  const code = await check(out);
  if (code !== 0) return code;

  const missing = missingVariables(process.env);
  if (missing.length === 0) return runZcli(['apps:package', out]);
  say(`Next, with ${missing.join(' and ')} set (see docs/admin-guide.md):`);
  say(`  npx @zendesk/zcli apps:create ${shown(out)}   the first time`);
  say(`  npx @zendesk/zcli apps:update ${shown(out)}   afterwards`);
  return 0;
}

async function check(folder: string): Promise<number> {
  if (!existsSync(folder)) {
    throw new Error(
      `There is no package at ${shown(folder)}: make one with npm run package -- --backend https://<your server>`,
    );
  }
  const { findings, bytes } = await checkPackage(folder);
  for (const { where, problem, wayOut } of findings) say(`${where} ${problem}. ${wayOut}.`);
  const size = `about ${Math.ceil(bytes / 1000)} kB zipped`;
  say(
    findings.length === 0
      ? `${shown(folder)}: fit for upload, ${size}`
      : `${shown(folder)}: ${findings.length} to mend`,
  );
  return findings.length === 0 ? 0 : 1;
}
