import { openDatabase } from '../../src/db/open-database.ts';
import { createInbox } from '../../src/inbox/create-inbox.ts';

/**
 * A process of its own for the kill test: receives deliveries, many at a time, and says the digest of each on
 * its own line of stdout the moment it is acknowledged. Runs until it is killed.
 */
const [url, run] = process.argv.slice(2) as [string, string];
const db = await openDatabase({ url });
const inbox = createInbox({ db, processId: run, now: Date.now });

async function receiveForever(receiver: number): Promise<never> {
  for (let n = 0; ; n++) {
    const digest = `${run}-${receiver}-${n}`;
    await inbox.receive({
      tenant: 'acme',
      digest,
      body: '{}',
      receivedAt: Date.now(),
      event: { kind: 'comment', ticketId: String(n % 7) },
    });
    process.stdout.write(`${digest}\n`);
  }
}

await Promise.all(Array.from({ length: 16 }, (_, receiver) => receiveForever(receiver)));
