import type { ZendeskCall } from '@smart-assistant/shared/setup/zendesk-call.ts';
import type { Logger } from '../logger.ts';
import type { TenantStore } from '../tenant/tenant-store.ts';
import type { SetupCheckStore } from './check-store.ts';
import { checkTenant, driftOf, judgedAgain } from './check-tenant.ts';
import type { TenantCheck } from './check-tenant.ts';
import { learn } from './learn.ts';

/** How often a process looks whether a check is due; a check itself is due once a day. */
const LOOK_EVERY_MS = 60_000;

export interface SetupWatchPorts {
  store: SetupCheckStore;
  tenants: Pick<TenantStore, 'reload' | 'change'>;
  /** Over the server's credentials, behind what customers wait for; nothing for a shop that is gone. */
  callFor: (slug: string) => Promise<ZendeskCall | undefined>;
  /** Where Zendesk reaches this server. */
  publicUrl: () => string;
  logger: Logger;
  now: () => number;
}

/** Compares every shop's account with what it needs, once a day and when failures call for it, and learns what it may. Writes nothing to Zendesk. */
export function createSetupWatch(ports: SetupWatchPorts) {
  const { store, logger } = ports;
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<number> | undefined;
  let isStopping = false;

  async function checkDue(): Promise<number> {
    let checked = 0;
    for (const slug of await store.due()) {
      if (isStopping) break;
      if (!(await store.claim(slug))) continue;
      await check(ports, slug).catch((error: unknown) => {
        logger.warn(
          { tenant: slug, err: error },
          'the set-up check failed; tried again in an hour',
        );
      });
      checked += 1;
    }
    return checked;
  }

  const runDue = () => (underWay ??= checkDue().finally(() => (underWay = undefined)));

  const look = () => {
    runDue().catch((error: unknown) => logger.error({ err: error }, 'set-up checks failed'));
  };

  return {
    start(): void {
      timer = setInterval(look, LOOK_EVERY_MS);
    },

    /** Checks every shop that is due; answers how many. */
    runDue,

    async stop(): Promise<void> {
      clearInterval(timer);
      isStopping = true;
      await underWay?.catch(() => undefined);
    },
  };
}

async function check(ports: SetupWatchPorts, slug: string): Promise<void> {
  const { store, tenants, publicUrl, logger, now } = ports;
  const tenant = await tenants.reload(slug);
  const call = tenant && (await ports.callFor(slug));
  if (!call) return;

  const seen = await checkTenant(call, tenant, { backendUrl: publicUrl(), now: now() });
  const learned = await learn({ call, tenants, now }, tenant, seen.plan.found);
  if (!learned) return;
  // An id that was taken over a moment ago is no drift.
  const found = judgedAgain(seen, learned.tenant);
  await store.record(slug, found);

  tellOf(logger, slug, found);
}

function tellOf(logger: Logger, tenant: string, { plan, isReadable, trouble }: TenantCheck): void {
  const findings = driftOf(plan).map(({ code }) => code);
  if (!isReadable) {
    logger.warn({ tenant, trouble }, 'the account could not be checked; tried again in an hour');
  } else if (findings.length > 0) {
    logger.warn(
      { tenant, findings },
      'the account differs from what the assistant needs; "npm run setup" shows and mends it',
    );
  }
}
