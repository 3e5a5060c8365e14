import { randomUUID } from 'node:crypto';
import { zendeskCall } from './setup/zendesk-call.ts';
import type { Config } from './config.ts';
import { createConversationStore } from './conversation/conversation-store.ts';
import type { Database } from './db/database.ts';
import { createFigures } from './figures.ts';
import { createInbox } from './inbox/create-inbox.ts';
import { createKnowledge } from './knowledge/knowledge.ts';
import type { Logger } from './logger.ts';
import { createMetrics } from './metrics.ts';
import { createRateLedgers } from './rate-ledger.ts';
import { createSetupCheckStore } from './setup/check-store.ts';
import { createSweepStore } from './sweep/sweep-store.ts';
import { createTenantStore } from './tenant/tenant-store.ts';
import { createTenantPorts } from './turn/tenant-ports.ts';
import { createRefusalLog } from './webhook/refusal-log.ts';
import { createAccountGovernors } from './zendesk/account-governors.ts';

export interface RoomOptions {
  db: Database;
  config: Config;
  logger: Logger;
  /** Epoch milliseconds. */
  now: () => number;
}

export type Rooms = ReturnType<typeof createRooms>;

/** What the rooms of the server share: their stores on one database, and the way to each shop's Zendesk. */
export function createRooms({ db, config, logger, now }: RoomOptions) {
  const processId = randomUUID();
  const { debounceMs, maxWaitMs } = config;
  const inbox = createInbox({ db, processId, now, debounceMs, maxWaitMs });
  const setupChecks = createSetupCheckStore(db, now);
  const metrics = createMetrics({
    withProcess: true,
    countDue: () => inbox.countDue(),
    countFindings: () => setupChecks.totals(),
  });
  const tenants = createTenantStore({ db, masterKey: config.masterKey, now });
  const conversations = createConversationStore(db, now);
  const ledgers = createRateLedgers({ db, processId, now });
  const governors = createAccountGovernors({ now, ledgerFor: ledgers.ledgerFor });
  const knowledge = createKnowledge({ db, now, logger });
  const { portsFor, signerFor, settled } = createTenantPorts({
    ...{ config, tenants, conversations, knowledge, governors, metrics, logger, now },
  });
  const figures = createFigures(db, now);

  /** A shop's Zendesk for what no customer waits for; nothing when the shop is gone. */
  async function background(slug: string) {
    const found = await portsFor(slug);
    return found && { tenant: found.tenant, zendesk: found.ports.zendesk.background };
  }

  return {
    ...{ db, config, logger, now, metrics, inbox, tenants, conversations, figures },
    ...{ ledgers, governors, setupChecks, portsFor, settled, background },
    refusals: createRefusalLog({ logger, now }),
    sweeps: createSweepStore({ db, inbox, figures, now }),

    statePublicKey: async (slug: string) => (await signerFor(slug)).publicKey,

    /** The same for set-up. */
    async setupCall(slug: string) {
      const found = await background(slug);
      return found && zendeskCall(found.zendesk);
    },
  };
}
