import { benchAcknowledgements } from './ack.ts';

/** `npm run bench`: every section measures what is ours beside a yardstick, in the same run on the same machine. */
const sections = [{ title: 'Durable acknowledgement of webhooks', run: benchAcknowledgements }];

for (const { title, run } of sections) {
  console.log(`\n## ${title}\n`);
  for await (const line of run()) console.log(line);
}
