import { benchAcknowledgements } from './ack.ts';
import { benchApiCalls } from './api-calls.ts';
import { benchKills } from './kills.ts';
import { benchSidebar } from './sidebar.ts';
import { benchSimulation } from './simulation.ts';
import { benchStart } from './start.ts';
import { benchTurns } from './turn.ts';

/**
 * `npm run bench`: every section measures what is ours beside a yardstick, in the same run on the same machine.
 * `npm run bench -- turn` runs those only whose title has the word.
 */
const sections = [
  { title: 'Durable acknowledgement of webhooks', run: benchAcknowledgements },
  { title: 'One turn', run: benchTurns },
  { title: 'Calls to Zendesk', run: benchApiCalls },
  { title: 'Start and memory', run: benchStart },
  { title: 'Sidebar', run: benchSidebar },
  { title: 'Servers killed under load', run: benchKills },
  { title: 'Simulation of faults, crashes and people', run: benchSimulation },
];
const wanted = (process.argv[2] ?? '').toLowerCase();

for (const { title, run } of sections) {
  if (!title.toLowerCase().includes(wanted)) continue;
  console.log(`\n## ${title}\n`);
  for await (const line of run()) console.log(line);
}
