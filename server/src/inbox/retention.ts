import type { Database } from '../db/database.ts';
import { deleteInSteps } from '../db/delete-in-steps.ts';

/**
 * Deletes invocations handled before `before` (epoch milliseconds), step by step; answers how many.
 * Their bodies hold customers' words, and their digests are of no use once redeliveries are too old to verify.
 */
export function forgetHandledInvocations(db: Database, before: number): Promise<number> {
  return deleteInSteps(db, {
    table: 'invocations',
    key: 'tenant, digest',
    where: 'handled_at IS NOT NULL AND handled_at < ?',
    params: [before],
  });
}

/** Deletes dead letters from before a time, step by step; answers how many. Nobody will replay them. */
export function forgetDeadLetters(db: Database, before: number): Promise<number> {
  return deleteInSteps(db, {
    table: 'due_tickets',
    key: 'tenant, ticket_id',
    where: 'dead_at IS NOT NULL AND dead_at < ?',
    params: [before],
  });
}
