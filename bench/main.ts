import { benchAcknowledgements } from './ack.ts';
import { benchApiCalls } from './api-calls.ts';
import { benchKills } from './kills.ts';
import { benchSidebar } from './sidebar.ts';
import { benchSimulation } from './simulation.ts';
import { benchStart } from './start.ts';
import { benchTurns } from './turn.ts';

/** Every section measures what is ours beside a yardstick, in the same run on the same machine. */
const sections = [
  { title: 'Durable acknowledgement of webhooks', run: benchAcknowledgements },
  { title: 'One turn', run: benchTurns },
  { title: 'Calls to Zendesk', run: benchApiCalls },
  { title: 'Start and memory', run: benchStart },
  { title: 'Sidebar', run: benchSidebar },
  { title: 'Servers killed under load', run: benchKills },
  { title: 'Simulation of faults, crashes and people', run: benchSimulation },
];
const USAGE = `
  npm run bench          measures everything, in some minutes
  npm run bench -- turn  only the sections with this word in their title

Sections:
${sections.map(({ title }) => `  ${title}\n`).join('')}`;

const wanted = process.argv.slice(2).join(' ');
const chosen = sections.filter(({ title }) => title.toLowerCase().includes(wanted.toLowerCase()));

if (['--help', '-h'].includes(wanted)) {
  console.log(USAGE);
} else if (chosen.length === 0) {
  console.error(`No section has "${wanted}" in its title.\n${USAGE}`);
  process.exitCode = 1;
} else {
  for (const { title, run } of chosen) {
    console.log(`\n## ${title}\n`);
    for await (const line of run()) console.log(line);
  }
}
