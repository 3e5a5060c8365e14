import type { Tenant } from './tenant.ts';

/** The part of a tenant that a rotation changes. */
type Secrets = Pick<Tenant, 'signingSecrets' | 'secretRotatedAt'>;

/**
 * For how long a former signing secret is still accepted: Zendesk tries a delivery again within minutes, and a
 * person who rotates by mistake notices within a day.
 */
const KEEP_FORMER_SECRET_MS = 24 * 3_600_000;

/** Puts a secret in front of the one before, which stays good for a day: what was signed a moment ago is accepted. */
export function withSecret<T extends Secrets>(tenant: T, secret: string, now: number): T {
  const [newest] = tenant.signingSecrets;
  if (newest === secret) return tenant;
  const signingSecrets = newest === undefined ? [secret] : [secret, newest];
  return { ...tenant, signingSecrets, secretRotatedAt: now };
}

/** Gives the former secret up after its day; where nobody noted when that began, it begins now. */
export function withoutFormerSecret<T extends Secrets>(tenant: T, now: number): T {
  const { signingSecrets, secretRotatedAt } = tenant;
  if (signingSecrets.length < 2) return tenant;
  if (secretRotatedAt === undefined) return { ...tenant, secretRotatedAt: now };
  if (now - secretRotatedAt < KEEP_FORMER_SECRET_MS) return tenant;
  return { ...tenant, signingSecrets: signingSecrets.slice(0, 1) };
}
