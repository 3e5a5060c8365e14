import { createWaitingReasons } from './inbox/waiting-reason.ts';
import { overviewRouter } from './overview/router.ts';
import type { Rooms } from './rooms.ts';
import { createFailureBurst } from './setup/failure-burst.ts';
import { createSecretRefresh } from './setup/secret-refresh.ts';
import { sidebarRouter } from './sidebar/router.ts';
import { apiSecret } from './tenant/api-secret.ts';
import { draftAnswer } from './turn/draft-answer.ts';
import { webhookRouter } from './webhook/webhook-router.ts';
import { accountOf } from './zendesk/account-governors.ts';

/** Everything the server answers, beside health and metrics. `publicUrl`: where Zendesk reaches it. */
export function routesOf(rooms: Rooms, publicUrl: () => string) {
  return [webhookRoute(rooms, publicUrl), sidebarRoute(rooms), overviewRoute(rooms)];
}

function webhookRoute(rooms: Rooms, publicUrl: () => string) {
  const isBurst = createFailureBurst(rooms.now);
  const { tenants, inbox, metrics, refusals, logger, now, config, statePublicKey } = rooms;
  return webhookRouter({
    ...{ tenants, inbox, metrics, refusals, logger, now, statePublicKey },
    toleranceS: config.signatureToleranceS,
    acceptTestDeliveries: config.acceptTestDeliveries,
    refreshSecret: createSecretRefresh({
      ...{ tenants, logger, now, publicUrl },
      callFor: rooms.setupCall,
      failed: async (slug) => {
        if (isBurst(slug)) await rooms.setupChecks.hasten(slug);
      },
    }),
  });
}

function sidebarRoute(rooms: Rooms) {
  const { db, tenants, inbox, conversations, ledgers, metrics, now, portsFor } = rooms;
  return sidebarRouter({
    ...{ tenants, conversations, metrics, now },
    publicKey: rooms.statePublicKey,
    draft: (slug, ticketId) => draftAnswer({ portsFor }, slug, ticketId),
    nudge: (slug, ticketId) => inbox.nudge(slug, ticketId, 'agent'),
    waiting: createWaitingReasons({
      ...{ db, now },
      limitedUntil: async (slug) => {
        const tenant = await tenants.get(slug);
        return tenant && ledgers.limitedUntil(accountOf(tenant.zendeskUrl));
      },
    }),
  });
}

function overviewRoute({ db, tenants, inbox, figures, setupChecks, config, now }: Rooms) {
  return overviewRouter({
    ...{ db, tenants, now },
    apiSecret: (slug) => apiSecret(config.masterKey, slug),
    missedWebhooks: async (slug, from, to) =>
      (await figures.between(slug, from, to)).missed_webhooks,
    deadLetters: (slug) => inbox.deadLetters(slug),
    setupHealth: (slug) => setupChecks.health(slug),
  });
}
