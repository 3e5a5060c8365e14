import { parseArgs } from 'node:util';
import { startSandbox } from './sandbox.ts';
import { zcliEnvironment } from './zcli-environment.ts';

const HELP = `The sandbox: a pocket Zendesk with two accounts, all in memory.

  node sandbox/src/main.ts [--acme-port 4400] [--fresh-port 4401] [--https]

  acme   a clothes shop with people, help articles and tickets
  fresh  a new account: people and help articles only, no API tokens

  --https  also on https, and what zcli must find in its environment

Open http://localhost:4400/sandbox for users, credentials, deliveries, faults and switches.
`;

const { values } = parseArgs({
  options: {
    help: { type: 'boolean', short: 'h', default: false },
    'acme-port': { type: 'string', default: '4400' },
    'fresh-port': { type: 'string', default: '4401' },
    https: { type: 'boolean', default: false },
  },
});

if (values.help) {
  process.stdout.write(HELP);
} else {
  const sandbox = await startSandbox({
    https: values.https,
    accounts: [
      { subdomain: 'acme', port: Number(values['acme-port']), seed: 'shop' },
      { subdomain: 'fresh', port: Number(values['fresh-port']), seed: 'empty' },
    ],
  });
  const zcli = sandbox.certificate
    ? await zcliEnvironment(sandbox.account('acme'), sandbox.certificate)
    : undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void Promise.all([sandbox.stop(), zcli?.remove()]));
  }
  const places = ['acme', 'fresh'].map((name) => `${name}: ${sandbox.account(name).url}/sandbox\n`);
  process.stdout.write([...places, zcli?.text].join(''));
}
