import type { Database } from '@smart-assistant/server/db/database.ts';
import { openDatabase } from '@smart-assistant/server/db/open-database.ts';
import { emptyDatabase } from './backups.ts';
import { simulateZendesk } from './simulated-zendesk.ts';
import type { Bodies, SimulatedZendesk } from './simulated-zendesk.ts';

/** Where a schedule runs: an account and an empty database. */
export interface Place {
  zendesk: SimulatedZendesk;
  db: Database;
}

/** Setting an account up takes longer than a schedule; one with too many old tickets fills the memory. */
const SCHEDULES_PER_PLACE = 200;
const HOUR_MS = 3_600_000;

const free: Record<Bodies, (Place & { uses: number })[]> = { lean: [], manual: [] };

/**
 * Runs in a place of its own for as long as it takes. Places are used again: a schedule opens its own ticket, and
 * begins on a full hour, so that it runs as in a new place.
 */
export async function inPlace<Result>(
  bodies: Bodies,
  run: (place: Place) => Promise<Result>,
): Promise<Result> {
  const place = free[bodies].pop() ?? (await newPlace(bodies));
  const { zendesk, db } = place;
  zendesk.pass(HOUR_MS - (zendesk.now() % HOUR_MS));
  const result = await run(place);
  place.uses += 1;
  if (place.uses < SCHEDULES_PER_PLACE) {
    await emptyDatabase(db);
    free[bodies].push(place);
  } else {
    await db.close();
  }
  return result;
}

/** Closes the databases of all places that nobody is in. */
export async function leavePlaces(): Promise<void> {
  for (const places of Object.values(free)) {
    for (const { db } of places.splice(0)) await db.close();
  }
}

async function newPlace(bodies: Bodies) {
  return {
    zendesk: await simulateZendesk(bodies),
    db: await openDatabase({ url: ':memory:' }),
    uses: 0,
  };
}
