import { randomUUID } from 'node:crypto';
import type { Applied } from '@smart-assistant/shared/setup/applied.ts';
import { applyFixes } from '@smart-assistant/shared/setup/apply.ts';
import type { Finding } from '@smart-assistant/shared/setup/finding.ts';
import { proveRoundTrip } from '@smart-assistant/shared/setup/round-trip.ts';
import type { RoundTrip } from '@smart-assistant/shared/setup/round-trip.ts';
import type { ZendeskCall } from '@smart-assistant/shared/setup/zendesk-call.ts';
import type { SetupSpec } from '@smart-assistant/shared/setup-spec.ts';
import type { TenantStore } from '../tenant/tenant-store.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { learn } from './learn.ts';
import type { SecretReading } from './learn.ts';

export interface MendPorts {
  tenant: Tenant;
  tenants: Pick<TenantStore, 'save'>;
  call: ZendeskCall;
  now: () => number;
}

export interface Mended {
  applied: Applied;
  secret: SecretReading;
  /** Absent while there is no webhook to test. */
  roundTrip?: RoundTrip;
}

/** Makes the fixes, stores what is there now, and has Zendesk prove that it reaches the server. Never throws Zendesk's errors. */
export async function mendTenant(
  { tenant, tenants, call, now }: MendPorts,
  { spec, findings }: { spec: SetupSpec; findings: readonly Finding[] },
): Promise<Mended> {
  const applied = await applyFixes(call, spec, findings);
  const learned = await learn(call, tenant, { found: applied.found, now: now() });
  if (learned.tenant !== tenant) await tenants.save(learned.tenant);

  const { webhookId } = learned.tenant;
  if (webhookId === undefined) return { applied, secret: learned.secret };
  const roundTrip = await proveRoundTrip(call, { webhookId, nonce: randomUUID() });
  return { applied, secret: learned.secret, roundTrip };
}
