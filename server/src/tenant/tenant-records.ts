import type { Database } from '../db/database.ts';
import { deleteInSteps } from '../db/delete-in-steps.ts';

/** What is kept of a shop beside its settings, by table and key. Its work comes first, so that no turn begins meanwhile. */
const RECORDS = {
  due_tickets: 'tenant, ticket_id',
  invocations: 'tenant, digest',
  conversations: 'tenant, ticket_id',
  ratings: 'tenant, turn_id',
  turns: 'id',
  sweeps: 'tenant',
  missed: 'tenant, ticket_id, about',
  figures: 'tenant, hour, figure',
  setup_checks: 'tenant',
  knowledge_syncs: 'tenant',
  articles: 'tenant, id, locale',
};

/** Deletes all that was kept of a shop's account, step by step; answers how many rows. */
export async function forgetRecords(db: Database, slug: string): Promise<number> {
  let forgotten = 0;
  for (const [table, key] of Object.entries(RECORDS)) {
    forgotten += await deleteInSteps(db, { table, key, where: 'tenant = ?', params: [slug] });
  }
  return forgotten;
}
