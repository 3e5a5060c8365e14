import type { ZendeskCall } from '@smart-assistant/shared/setup/zendesk-call.ts';
import type { Logger } from '../logger.ts';
import type { TenantStore } from '../tenant/tenant-store.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { checkTenant } from './check-tenant.ts';
import { learn } from './learn.ts';
import type { Learned, LearnPorts } from './learn.ts';

/** Strangers can send wrong signatures too: one call to Zendesk a minute is all they can cause. */
const AT_MOST_EVERY_MS = 60_000;

/** Zendesk waits 12 s for our answer and does not send again what was answered 401. */
const GIVE_UP_MS = 8_000;

export interface SecretRefreshPorts {
  tenants: Pick<TenantStore, 'reload' | 'change'>;
  /** Nothing for a shop that is gone. */
  callFor: (slug: string) => Promise<ZendeskCall | undefined>;
  /** Told of a signature that stayed wrong. */
  failed: (slug: string) => Promise<void>;
  /** Where Zendesk reaches this server. */
  publicUrl: () => string;
  logger: Logger;
  now: () => number;
}

/**
 * Answers whether the shop has a signing secret that was not tried yet: a rotated secret must not cost an event.
 * Another process may have stored it already; otherwise it is read from Zendesk again, at most once a minute per
 * shop, once for all that wait. Never throws.
 */
export function createSecretRefresh(ports: SecretRefreshPorts) {
  const { tenants, callFor, failed, logger, now } = ports;
  const lastTried = new Map<string, number>();
  const underWay = new Map<string, Promise<boolean>>();

  async function refresh(slug: string, tried: readonly string[]): Promise<boolean> {
    const holdsAnother = ({ signingSecrets }: Tenant) =>
      signingSecrets.some((secret) => !tried.includes(secret));
    const stored = await tenants.reload(slug);
    if (!stored) return false;
    if (holdsAnother(stored)) return true;
    if (now() - (lastTried.get(slug) ?? -Infinity) < AT_MOST_EVERY_MS) return false;
    lastTried.set(slug, now());
    const call = await callFor(slug);
    const learned = call && (await learnAnew({ ...ports, call }, stored));
    if (!learned || !holdsAnother(learned.tenant)) return false;
    logger.info(
      { tenant: slug },
      "the webhook's signing secret is another one; it is read and stored",
    );
    return true;
  }

  const tryOnce = async (slug: string, tried: readonly string[]) => {
    const isAnother = await withinTime(refresh(slug, tried));
    if (!isAnother) await failed(slug);
    return isAnother;
  };

  return async (slug: string, tried: readonly string[]): Promise<boolean> => {
    const trying =
      underWay.get(slug) ??
      tryOnce(slug, tried)
        .catch((error: unknown) => {
          logger.warn({ tenant: slug, err: error }, 'the signing secret could not be read again');
          return false;
        })
        .finally(() => underWay.delete(slug));
    underWay.set(slug, trying);
    return trying;
  };
}

/** The app may have set the account up, or made another webhook, a moment ago: then it is looked for. */
async function learnAnew(
  ports: LearnPorts & Pick<SecretRefreshPorts, 'publicUrl'>,
  tenant: Tenant,
): Promise<Learned | undefined> {
  const { call, publicUrl, now } = ports;
  const learned = await learn(ports, tenant, {});
  if (learned?.secret !== 'no_webhook') return learned;
  const { plan } = await checkTenant(call, tenant, { backendUrl: publicUrl(), now: now() });
  return learn(ports, tenant, plan.found);
}

async function withinTime(work: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), GIVE_UP_MS);
  });
  return Promise.race([work, tooLate]).finally(() => clearTimeout(timer));
}
