import { stateSigner } from '@smart-assistant/server/tenant/state-signer.ts';
import { tenantSchema } from '@smart-assistant/server/tenant/tenant.ts';
import { NO_BUG } from './bugs.ts';
import type { Bug } from './bugs.ts';
import { Deliveries } from './deliveries.ts';
import { People } from './people.ts';
import { inPlace } from './places.ts';
import type { Place } from './places.ts';
import { brokenPromises } from './promises-kept.ts';
import type { Interruption, Schedule } from './schedule.ts';
import { Scheduler } from './scheduler.ts';
import { Servers } from './servers.ts';
import { Simulation } from './simulation.ts';
import type { World } from './simulation.ts';
import { SLUG, ZENDESK_URL } from './simulated-zendesk.ts';

/** How a schedule ended. */
export interface Run {
  schedule: Schedule;
  /** Sentences; none when every promise was kept. */
  broken: string[];
  /** What happened, step by step. */
  trace: readonly string[];
}

const signer = await stateSigner(Buffer.alloc(32, 7), SLUG);

/** Runs the schedule in a world of its own, lets that come to rest without faults and looks at what is left. */
export function runSchedule(schedule: Schedule, bug: Bug = NO_BUG): Promise<Run> {
  return inPlace(schedule.bodies, async (place) => {
    const world = worldIn(place, schedule, bug);
    const simulation = new Simulation(world);
    const broken = await brokenIn(world, simulation);
    world.servers.stop();
    const failures = [...world.failures, ...broken];
    return { schedule, broken: [...new Set(failures)], trace: simulation.trace };
  });
}

function worldIn({ zendesk, db }: Place, schedule: Schedule, bug: Bug): World {
  const fates = schedule.interruptions.filter(isAboutDelivery);
  const deliveries = new Deliveries(
    (number) => fates.find(({ delivery }) => delivery === number)?.fate,
  );
  zendesk.onPost = (posted) => deliveries.post(posted);
  zendesk.account.switches.ids = schedule.ids;
  const { clientId, clientSecret } = zendesk.account.credentials;
  const tenant = tenantSchema.parse({
    slug: SLUG,
    zendeskUrl: ZENDESK_URL,
    credentials: { kind: 'oauth', clientId, clientSecret },
    signingSecrets: [zendesk.signingSecret],
    ...(schedule.hasField && { stateFieldId: zendesk.stateFieldId }),
    answerMode: schedule.answerMode,
    reopened: schedule.reopened,
  });
  const failures: string[] = [];
  const scheduler = new Scheduler();
  const common = { db, zendesk, tenant, signer, bug, scheduler, deliveries };
  const servers = new Servers({ ...common, onFailure: (what) => failures.push(what) });
  return { ...common, schedule, servers, failures, people: new People(zendesk, schedule) };
}

async function brokenIn(world: World, simulation: Simulation): Promise<string[]> {
  const { deliveries, people, bug } = world;
  try {
    await simulation.tell();
    await simulation.calmDown();
    // Without a sweep first, so that it does not hide what the webhooks should have achieved.
    const isTold = !deliveries.isLost && !people.didSilently && !simulation.hasLostRecords;
    const early = isTold ? await brokenPromises(world, simulation) : [];
    if (bug.sweeps) await simulation.sweep();
    return [...early, ...(await brokenPromises(world, simulation))];
  } catch (error) {
    return [String(error)];
  }
}

function isAboutDelivery(each: Interruption) {
  return each.kind === 'delivery';
}
