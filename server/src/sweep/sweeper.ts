import type { Tenant } from '../tenant/tenant.ts';
import type { ZendeskCalls } from '../zendesk/client.ts';
import { atOnce } from './at-once.ts';
import { runSweep, SWEEP_EVERY_MS } from './run-sweep.ts';
import type { RunPorts } from './run-sweep.ts';
import { lookAgainMs } from './sweep-trouble.ts';

/** How often it is asked which sweeps are due; one statement. */
const TICK_MS = 15_000;
/** Sweeps wait for Zendesk; the replies of these very shops have the other connections. */
const TENANTS_AT_ONCE = 4;

export interface SweeperPorts extends RunPorts {
  /** The tenant and its calls at low priority; nothing when the shop was removed. */
  tenantCalls: (slug: string) => Promise<{ tenant: Tenant; zendesk: ZendeskCalls } | undefined>;
}

export interface Sweeper {
  start(): void;
  /** Ends the sweeps under way at the next ticket, and gives them back. */
  stop(): Promise<void>;
  /** Sweeps every tenant whose time has come; answers how many. */
  runDue(): Promise<number>;
}

/**
 * Looks regularly, for every tenant, for what no webhook told of. One process at a time sweeps a tenant, and no
 * tenant's sweep waits for the end of another one's, unless many take long.
 */
export function createSweeper(ports: SweeperPorts): Sweeper {
  const { store, logger, now } = ports;
  /** By tenant: tickets that a sweep which was cut short has read already. */
  const seen = new Map<string, Map<string, string>>();
  let isStopped = false;
  /** Sweeps that are under way or wait for their place. */
  const flights = new Map<string, Promise<boolean>>();
  const running = new Set<Promise<number>>();
  const inPlace = atOnce(TENANTS_AT_ONCE);
  let timer: NodeJS.Timeout | undefined;

  /** A shop that cannot be read is due again later: those that are due come first by their time, fifty at once. */
  async function putOff(slug: string): Promise<void> {
    await store.begin(slug, now());
    const sweep = await store.claim(slug);
    const trouble = 'failed';
    if (sweep) await store.end(sweep, { dueAt: now() + lookAgainMs(trouble), trouble });
  }

  async function sweepOne(slug: string): Promise<boolean> {
    const found = await ports.tenantCalls(slug).catch(async (error: unknown) => {
      await putOff(slug);
      throw error;
    });
    if (!found) return false;
    await store.begin(slug, now() + SWEEP_EVERY_MS);
    const sweep = await store.claim(slug);
    if (!sweep) return false;

    const already = seen.get(slug) ?? new Map<string, string>();
    seen.set(slug, already);
    const run = { ...found, sweep, seen: already, isStopped: () => isStopped };
    const end = await runSweep(ports, run);
    if (end) await store.end(sweep, end);
    return true;
  }

  /** One shop's trouble, a secret that cannot be opened for example, is not another's. */
  async function fly(slug: string): Promise<boolean> {
    try {
      return await inPlace(async () => !isStopped && (await sweepOne(slug)));
    } catch (error) {
      logger.error({ tenant: slug, err: error }, 'sweep could not be run');
      return false;
    } finally {
      flights.delete(slug);
    }
  }

  async function sweepDue(): Promise<number> {
    const slugs = (await store.due()).filter((slug) => !flights.has(slug));
    const swept = slugs.map((slug) => {
      const flight = fly(slug);
      flights.set(slug, flight);
      return flight;
    });
    return (await Promise.all(swept)).filter(Boolean).length;
  }

  function runDue(): Promise<number> {
    const run = sweepDue().finally(() => running.delete(run));
    running.add(run);
    return run;
  }

  const tick = () =>
    void runDue().catch((error: unknown) => {
      logger.error({ err: error }, 'due sweeps could not be read');
    });

  return {
    runDue,
    start() {
      timer = setInterval(tick, TICK_MS).unref();
      tick();
    },
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await Promise.allSettled(running);
    },
  };
}
