import { openDatabase } from '../../src/db/open-database.ts';
import { createRateLedgers } from '../../src/rate-ledger.ts';
import { createAccountGovernors } from '../../src/zendesk/account-governors.ts';
import { createZendeskClient } from '../../src/zendesk/client.ts';
import { apiToken } from '../zendesk/test-client.ts';

/** A process of its own for the test of the shared governor: updates ticket 1 so many times, tells the others, and ends. */
const [url, baseUrl, times] = process.argv.slice(2) as [string, string, string];
const db = await openDatabase({ url });
const { ledgerFor } = createRateLedgers({ db, processId: 'child', now: Date.now });
const { governorFor, told } = createAccountGovernors({ now: Date.now, ledgerFor });
const client = createZendeskClient({
  baseUrl,
  credentials: apiToken,
  timeoutMs: 2_000,
  governor: governorFor(baseUrl),
});

for (let n = 0; n < Number(times); n += 1) {
  await client.updateTicket('1', { turnId: `child-${n}` });
}
await told();
await db.close();
