import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import { openDatabase } from './db/open-database.ts';
import { endInTime } from './end-in-time.ts';
import { createHttpApp, listen } from './http.ts';
import type { Logger } from './logger.ts';
import { createRooms } from './rooms.ts';
import { routesOf } from './routes.ts';
import { apiSecret } from './tenant/api-secret.ts';
import { checkTenants } from './tenant/start-check.ts';
import type { TenantStore } from './tenant/tenant-store.ts';
import { createWorker } from './turn/worker.ts';
import { workOnTicket } from './turn/work-on-ticket.ts';
import { createUpkeep } from './upkeep.ts';

/** Turns take a second or two; Kubernetes and other supervisors kill after 30 s. */
const STOP_WITHIN_MS = 20_000;

export interface ServiceOptions {
  logger: Logger;
  /** Epoch milliseconds. */
  now?: () => number;
  /** A stop takes no longer, whatever hangs. */
  stopWithinMs?: number;
}

/** The running server. */
export interface Service {
  url: string;
  tenants: TenantStore;
  /** What the app needs to verify a tenant's states. */
  statePublicKey(slug: string): Promise<string>;
  /** With what the app's calls to the overview are signed. */
  apiSecret(slug: string): string;
  /** Works until nothing is due; answers how many turns that took. */
  runDue(): Promise<number>;
  /** Sweeps every tenant whose time has come; answers how many. By itself only where there are workers. */
  sweep(): Promise<number>;
  /** Checks the set-up of every tenant whose time has come; answers how many. By itself only where there are workers. */
  checkSetup(): Promise<number>;
  /** Ends what is under way, gives up its claims, closes everything, in bounded time; once, however often called. */
  stop(): Promise<void>;
}

/** Starts the whole server; when something fails to start, what had started is stopped again. */
export async function startService(config: Config, options: ServiceOptions): Promise<Service> {
  const db = await openDatabase({ url: config.databaseUrl, logger: options.logger });
  try {
    return await startOn(db, config, options);
  } catch (error) {
    await db.close();
    throw error;
  }
}

async function startOn(
  db: Database,
  config: Config,
  { logger, now = Date.now, stopWithinMs = STOP_WITHIN_MS }: ServiceOptions,
): Promise<Service> {
  const rooms = createRooms({ db, config, logger, now });
  const { tenants, inbox, metrics, conversations, portsFor } = rooms;
  await checkTenants(tenants, logger);
  const worker = createWorker({
    inbox,
    concurrency: config.workers,
    logger,
    work: (due) =>
      workOnTicket({ inbox, conversations, tenantPorts: portsFor, logger, metrics, now }, due),
  });
  // With PORT=0 nobody knows the address before it is listened on.
  const publicUrl = () => (config.publicUrl.endsWith(':0') ? server.url : config.publicUrl);
  const upkeep = createUpkeep(rooms, publicUrl);
  const app = createHttpApp({
    routers: routesOf(rooms, publicUrl),
    logger,
    registry: metrics.registry,
    metricsToken: config.metricsToken,
    requestTimeoutMs: config.requestTimeoutMs,
    ready: () => db.query('SELECT 1 AS ok'),
  });

  await inbox.start();
  const server = await listen(app, config).catch(async (error: unknown) => {
    await inbox.stop();
    throw error;
  });
  worker.start();
  upkeep.start({ withWork: config.workers > 0 });

  function close(): Promise<void> {
    const stages = [
      { requests: server.close, sweeps: upkeep.stop, turns: worker.stop },
      { 'refusals and states': settle },
      // A database that is away keeps the claims until they run out; it must not keep us.
      { claims: inbox.stop },
      { database: db.close },
    ];
    return endInTime(stages, { logger, withinMs: stopWithinMs });
  }
  async function settle(): Promise<void> {
    rooms.refusals.flush();
    await rooms.settled();
    await rooms.governors.told();
  }
  let closing: Promise<void> | undefined;

  return {
    url: server.url,
    tenants,
    statePublicKey: rooms.statePublicKey,
    apiSecret: (slug) => apiSecret(config.masterKey, slug),
    runDue: () => worker.runDue(),
    sweep: upkeep.sweep,
    checkSetup: upkeep.checkSetup,
    stop: () => (closing ??= close()),
  };
}
