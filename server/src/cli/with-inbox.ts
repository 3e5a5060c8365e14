import { randomUUID } from 'node:crypto';
import { openDatabase } from '../db/open-database.ts';
import { createInbox } from '../inbox/create-inbox.ts';
import type { ProcessInbox } from '../inbox/create-inbox.ts';
import type { CommandIo } from './run-command.ts';
import { noSuchTenant } from './with-tenants.ts';

/**
 * Runs `work` with the inbox of the configured database, beside the servers that use it: nothing is claimed.
 * A tenant that is named must exist.
 */
export async function withInbox(
  { config }: Pick<CommandIo, 'config'>,
  tenant: string | undefined,
  work: (inbox: ProcessInbox) => Promise<void>,
): Promise<void> {
  const db = await openDatabase({ url: config().databaseUrl });
  try {
    if (tenant !== undefined) {
      const known = await db.query('SELECT slug FROM tenants WHERE slug = ?', [tenant]);
      if (known.length === 0) throw noSuchTenant(tenant);
    }
    await work(createInbox({ db, processId: randomUUID(), now: Date.now }));
  } finally {
    await db.close();
  }
}
