import { benchAcknowledgements } from './ack.ts';
import { benchSidebar } from './sidebar.ts';
import { benchStart } from './start.ts';
import { benchTurns } from './turn.ts';

/** `npm run bench`: every section measures what is ours beside a yardstick, in the same run on the same machine. */
const sections = [
  { title: 'Durable acknowledgement of webhooks', run: benchAcknowledgements },
  { title: 'One turn', run: benchTurns },
  { title: 'Start and memory', run: benchStart },
  { title: 'Sidebar', run: benchSidebar },
];

for (const { title, run } of sections) {
  console.log(`\n## ${title}\n`);
  for await (const line of run()) console.log(line);
}
