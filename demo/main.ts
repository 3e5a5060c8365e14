import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  endWith,
  portOf,
  portTrouble,
  readOptions,
} from '@smart-assistant/sandbox/command-line.ts';
import { startStack } from './stack.ts';

const HELP = `Smart Assistant, with a pocket Zendesk: all of it on this machine, forgotten when it stops.

  npm run demo -- [--zendesk-port 4400] [--fresh-port 4401] [--server-port 4500]

  zendesk  a clothes shop that the assistant answers for
  fresh    an account in which nothing is set up yet
  server   the assistant's
`;

const values = readOptions({
  help: { type: 'boolean', short: 'h', default: false },
  'zendesk-port': { type: 'string', default: '4400' },
  'fresh-port': { type: 'string', default: '4401' },
  'server-port': { type: 'string', default: '4500' },
});
if (values.help) {
  process.stdout.write(HELP);
  process.exit();
}
const ports = {
  zendeskPort: portOf(values, 'zendesk-port'),
  freshPort: portOf(values, 'fresh-port'),
  serverPort: portOf(values, 'server-port'),
};

const folder = await mkdtemp(join(tmpdir(), 'smart-assistant-demo-'));
const stack = await startStack({
  ...ports,
  databaseUrl: join(folder, 'assistant.db'),
  logLevel: 'warn',
  workers: 4,
}).catch(async (error: unknown) => {
  await rm(folder, { recursive: true });
  const trouble = portTrouble(error, ['zendesk-port', 'fresh-port', 'server-port']);
  return endWith(trouble ?? (error instanceof Error ? error.message : String(error)));
});
const zendesk = stack.account.url;
const fresh = stack.sandbox.account('fresh').url;

console.log(`
Smart Assistant, with a pocket Zendesk. Stop with Ctrl-C.

  Agent workspace   ${zendesk}/agent/tickets/1
  Customer's view   ${zendesk}/requests/1
  Sandbox           ${zendesk}/sandbox
  Not set up yet    ${fresh}/agent
  Server            ${stack.service.url}/healthz

What to try
  1. Open the agent workspace and the customer's view side by side.
  2. Write as the customer: "How long does delivery take?" The assistant answers from a help article,
     and the sidebar says why.
  3. Write "Can I talk to a person?" The assistant hands the ticket over.
  4. On another ticket, reply as the agent. The assistant stays silent from then on.
  5. In the account that is not set up yet, be Ada, the admin (top right), open Smart Assistant in the
     bar on the left, then Set-up, and let it set itself up. Then write as a customer at
     ${fresh}/requests/new.
`);

await new Promise<void>((resolve) => {
  process.once('SIGINT', resolve);
  process.once('SIGTERM', resolve);
});
console.log('Stopping…');
await stack.stop();
await rm(folder, { recursive: true });
