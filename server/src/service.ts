import { randomUUID } from 'node:crypto';
import type { Config } from './config.ts';
import { createConversationStore } from './conversation/conversation-store.ts';
import { openDatabase } from './db/open-database.ts';
import type { Database } from './db/database.ts';
import { createFigures } from './figures.ts';
import { createHttpApp, listen } from './http.ts';
import { createInbox } from './inbox/create-inbox.ts';
import { createWaitingReasons } from './inbox/waiting-reason.ts';
import { createKnowledge } from './knowledge/knowledge.ts';
import type { Logger } from './logger.ts';
import { createMetrics } from './metrics.ts';
import { createRateLedgers } from './rate-ledger.ts';
import { overviewRouter } from './overview/router.ts';
import { createSetupCheckStore } from './setup/check-store.ts';
import { createSecretRefresh } from './setup/secret-refresh.ts';
import { createSetupWatch } from './setup/setup-watch.ts';
import { zendeskCall } from './setup/zendesk-call.ts';
import { sidebarRouter } from './sidebar/router.ts';
import { createSweepStore } from './sweep/sweep-store.ts';
import { createSweeper } from './sweep/sweeper.ts';
import { apiSecret } from './tenant/api-secret.ts';
import { createTenantStore } from './tenant/tenant-store.ts';
import type { TenantStore } from './tenant/tenant-store.ts';
import { draftAnswer } from './turn/draft-answer.ts';
import { createTenantPorts } from './turn/tenant-ports.ts';
import { createWorker } from './turn/worker.ts';
import { workOnTicket } from './turn/work-on-ticket.ts';
import { webhookRouter } from './webhook/webhook-router.ts';
import { accountOf, createAccountGovernors } from './zendesk/account-governors.ts';

/** Bodies hold customers' words; a week is as long as Zendesk keeps its own log of invocations. */
const KEEP_HANDLED_MS = 7 * 24 * 3_600_000;
const FORGET_EVERY_MS = 3_600_000;
/** A year and a month: the same month of last year is what figures are compared with. */
const KEEP_FIGURES_MS = 396 * 24 * 3_600_000;

/** Half a year: a complaint about an answer comes sooner. Turns hold our own words and ids, never a customer's. */
const KEEP_TURNS_MS = 183 * 24 * 3_600_000;

export interface ServiceOptions {
  logger: Logger;
  /** Epoch milliseconds. */
  now?: () => number;
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
  /** Ends what is under way, gives up its claims, closes everything; once, however often it is called. */
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
  { logger, now = Date.now }: ServiceOptions,
): Promise<Service> {
  const metrics = createMetrics({
    withProcess: true,
    countDue: () => inbox.countDue(),
    countFindings: () => setupChecks.totals(),
  });
  const tenants = createTenantStore({ db, masterKey: config.masterKey, now });
  // Opens every sealed secret once: a wrong MASTER_KEY stops us here and not at the first webhook.
  await tenants.list();
  const conversations = createConversationStore(db, now);
  const { debounceMs, maxWaitMs } = config;
  const processId = randomUUID();
  const inbox = createInbox({ db, processId, now, debounceMs, maxWaitMs });
  const ledgers = createRateLedgers({ db, processId, now });
  const governors = createAccountGovernors({ now, ledgerFor: ledgers.ledgerFor });
  const knowledge = createKnowledge({ db, now, logger });
  const { portsFor, signerFor, settled } = createTenantPorts({
    config,
    tenants,
    conversations,
    knowledge,
    governors,
    metrics,
    logger,
    now,
  });
  const figures = createFigures(db, now);
  const sweeps = createSweepStore({ db, inbox, figures, now });
  const sweeper = createSweeper({
    db,
    store: sweeps,
    figures,
    tenantCalls: async (slug) => {
      const found = await portsFor(slug);
      return found && { tenant: found.tenant, zendesk: found.ports.zendesk.background };
    },
    // With PORT=0 nobody knows the address before it is listened on.
    publicUrl: () => (config.publicUrl.endsWith(':0') ? server.url : config.publicUrl),
    metrics,
    logger,
    now,
  });
  const waiting = createWaitingReasons({
    db,
    now,
    limitedUntil: async (slug) => {
      const tenant = await tenants.get(slug);
      return tenant && ledgers.limitedUntil(accountOf(tenant.zendeskUrl));
    },
  });
  const secretOf = (slug: string) => apiSecret(config.masterKey, slug);
  const setupCallFor = async (slug: string) => {
    const found = await portsFor(slug);
    return found && zendeskCall(found.ports.zendesk.background);
  };
  const setupChecks = createSetupCheckStore(db, now);
  const setupWatch = createSetupWatch({
    store: setupChecks,
    tenants,
    callFor: setupCallFor,
    publicUrl: config.publicUrl,
    logger,
    now,
  });
  const publicKey = async (slug: string) => (await signerFor(slug)).publicKey;
  const worker = createWorker({
    inbox,
    concurrency: config.workers,
    logger,
    work: (due) =>
      workOnTicket({ inbox, conversations, tenantPorts: portsFor, logger, metrics, now }, due),
  });

  const app = createHttpApp({
    routers: [
      webhookRouter({
        tenants,
        inbox,
        now,
        toleranceS: config.signatureToleranceS,
        acceptTestDeliveries: config.acceptTestDeliveries,
        refreshSecret: createSecretRefresh({
          tenants,
          callFor: setupCallFor,
          publicUrl: config.publicUrl,
          logger,
          now,
        }),
        statePublicKey: publicKey,
        metrics,
        logger,
      }),
      sidebarRouter({
        tenants,
        publicKey,
        conversations,
        waiting,
        draft: (slug, ticketId) => draftAnswer({ portsFor }, slug, ticketId),
        metrics,
        now,
      }),
      overviewRouter({
        db,
        tenants,
        apiSecret: secretOf,
        missedWebhooks: async (slug, from, to) =>
          (await figures.between(slug, from, to)).missed_webhooks,
        deadLetters: (slug) => inbox.deadLetters(slug),
        setupHealth: (slug) => setupChecks.health(slug),
        now,
      }),
    ],
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
  // A process without workers only receives.
  if (config.workers > 0) {
    sweeper.start();
    setupWatch.start();
  }
  const forgetting = setInterval(() => {
    forgetOld().catch((error: unknown) => {
      logger.warn({ err: error }, 'what is old could not be deleted; tried again in an hour');
    });
  }, FORGET_EVERY_MS);

  async function forgetOld(): Promise<void> {
    await inbox.forgetHandled(now() - KEEP_HANDLED_MS);
    await sweeps.forget(now() - KEEP_FIGURES_MS);
    await figures.forget(now() - KEEP_FIGURES_MS);
    await conversations.forgetTurns(now() - KEEP_TURNS_MS);
  }

  async function close(): Promise<void> {
    clearInterval(forgetting);
    await server.close();
    await sweeper.stop();
    await setupWatch.stop();
    await worker.stop();
    await settled();
    await governors.told();
    // A database that is away keeps the claims until they run out; it must not keep us.
    await inbox.stop().finally(() => db.close());
  }
  let closing: Promise<void> | undefined;

  return {
    url: server.url,
    tenants,
    statePublicKey: publicKey,
    apiSecret: secretOf,
    runDue: () => worker.runDue(),
    sweep: () => sweeper.runDue(),
    checkSetup: () => setupWatch.runDue(),
    stop: () => (closing ??= close()),
  };
}
