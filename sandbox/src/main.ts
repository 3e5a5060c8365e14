import { endWith, portOf, portTrouble, readOptions } from './command-line.ts';
import { startSandbox } from './sandbox.ts';
import { zcliEnvironment } from './zcli-environment.ts';

const HELP = `The sandbox: a pocket Zendesk with two accounts, all in memory.

  node sandbox/src/main.ts [--acme-port 4400] [--fresh-port 4401] [--https]

  acme   a clothes shop with people, help articles and tickets
  fresh  a new account: people and help articles only, no API tokens

  --https  also on https, and what zcli must find in its environment

Open http://localhost:4400/sandbox for users, credentials, deliveries, faults and switches.
`;

const values = readOptions({
  help: { type: 'boolean', short: 'h', default: false },
  'acme-port': { type: 'string', default: '4400' },
  'fresh-port': { type: 'string', default: '4401' },
  https: { type: 'boolean', default: false },
});

if (values.help) {
  process.stdout.write(HELP);
} else {
  const sandbox = await startSandbox({
    https: values.https,
    accounts: [
      { subdomain: 'acme', port: portOf(values, 'acme-port'), seed: 'shop' },
      { subdomain: 'fresh', port: portOf(values, 'fresh-port'), seed: 'empty' },
    ],
  }).catch((error: unknown) => {
    const trouble = portTrouble(error, ['acme-port', 'fresh-port']);
    if (trouble === undefined) throw error;
    return endWith(trouble);
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
