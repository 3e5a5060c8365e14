import type { ZendeskCall } from '@smart-assistant/shared/setup/zendesk-call.ts';
import type { Logger } from '../logger.ts';
import type { TenantStore } from '../tenant/tenant-store.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { checkTenant } from './check-tenant.ts';
import { learn, learnSecret } from './learn.ts';
import type { Learned } from './learn.ts';

/** Strangers can send wrong signatures too: one call to Zendesk a minute is all they can cause. */
const AT_MOST_EVERY_MS = 60_000;

/** Zendesk waits 12 s for our answer and does not send again what was answered 401. */
const GIVE_UP_MS = 8_000;

export interface SecretRefreshPorts {
  tenants: Pick<TenantStore, 'get' | 'save'>;
  /** Nothing for a shop that is gone. */
  callFor: (slug: string) => Promise<ZendeskCall | undefined>;
  /** Where Zendesk reaches this server. */
  publicUrl: () => string;
  logger: Logger;
  now: () => number;
}

/**
 * Answers whether the shop's signing secret turned out to be another one, after it was read again from Zendesk: a
 * rotated secret must not cost an event. At most once a minute per shop, once for all that wait; never throws.
 */
export function createSecretRefresh(ports: SecretRefreshPorts) {
  const { tenants, callFor, publicUrl, logger, now } = ports;
  const lastTried = new Map<string, number>();
  const underWay = new Map<string, Promise<boolean>>();

  async function refresh(slug: string): Promise<boolean> {
    const tenant = await tenants.get(slug);
    const call = tenant && (await callFor(slug));
    if (!call) return false;
    const learned =
      tenant.webhookId === undefined
        ? await learnAll(call, tenant)
        : await learnSecret(call, tenant, now());
    if (learned.secret !== 'learned') return false;
    await tenants.save(learned.tenant);
    logger.info(
      { tenant: slug },
      "the webhook's signing secret is another one; it is read and stored",
    );
    return true;
  }

  /** An account that was set up in the app a moment ago: its field and webhook are not known here yet. */
  async function learnAll(call: ZendeskCall, tenant: Tenant): Promise<Learned> {
    const { plan } = await checkTenant(call, tenant, { backendUrl: publicUrl(), now: now() });
    return learn(call, tenant, { found: plan.found, now: now() });
  }

  return async (slug: string): Promise<boolean> => {
    const running = underWay.get(slug);
    if (running) return running;
    if (now() - (lastTried.get(slug) ?? -Infinity) < AT_MOST_EVERY_MS) return false;
    lastTried.set(slug, now());
    const trying = withinTime(
      refresh(slug).catch((error: unknown) => {
        logger.warn({ tenant: slug, err: error }, 'the signing secret could not be read again');
        return false;
      }),
    ).finally(() => underWay.delete(slug));
    underWay.set(slug, trying);
    return trying;
  };
}

async function withinTime(work: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), GIVE_UP_MS);
  });
  return Promise.race([work, tooLate]).finally(() => clearTimeout(timer));
}
