import type { ProcessInbox } from '@smart-assistant/server/inbox/create-inbox.ts';
import type { World } from './simulation.ts';

/** When something can go on by itself: a wait ends, a ticket is due, a dead process's claims run out. */
export async function nextTime(
  { db, scheduler }: Pick<World, 'db' | 'scheduler'>,
  inbox: Pick<ProcessInbox, 'nextDueAt'>,
): Promise<number | undefined> {
  const [lease] = await db.query<{ at: number | null }>(
    `SELECT MIN(alive_until) AS at FROM processes
     WHERE id IN (SELECT claimed_by FROM due_tickets WHERE dead_at IS NULL)`,
  );
  const waits = scheduler.tasks.flatMap(({ arrivals }) =>
    arrivals.map(({ point }) => point.notBefore),
  );
  const times = [...waits, lease?.at ? lease.at + 1 : undefined, await inbox.nextDueAt()];
  const known = times.filter((time) => time !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
}
