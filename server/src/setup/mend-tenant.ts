import { randomUUID } from 'node:crypto';
import type { Applied } from '@smart-assistant/shared/setup/applied.ts';
import { applyFixes } from '@smart-assistant/shared/setup/apply.ts';
import type { Finding } from '@smart-assistant/shared/setup/finding.ts';
import { proveRoundTrip } from '@smart-assistant/shared/setup/round-trip.ts';
import type { RoundTrip } from '@smart-assistant/shared/setup/round-trip.ts';
import type { SetupSpec } from '@smart-assistant/shared/setup-spec.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { learn } from './learn.ts';
import type { LearnPorts, SecretReading } from './learn.ts';

export interface Mended {
  applied: Applied;
  secret: SecretReading;
  /** Absent while there is no webhook to test. */
  roundTrip?: RoundTrip;
}

/**
 * Makes the fixes, stores what is there now, and has Zendesk prove that it reaches the server. Undefined when the
 * tenant was removed meanwhile. Never throws Zendesk's errors.
 */
export async function mendTenant(
  ports: LearnPorts & { tenant: Tenant },
  { spec, findings }: { spec: SetupSpec; findings: readonly Finding[] },
): Promise<Mended | undefined> {
  const { call, tenant } = ports;
  const applied = await applyFixes(call, spec, findings);
  const learned = await learn(ports, tenant, applied.found);
  if (!learned) return undefined;

  const { webhookId } = learned.tenant;
  if (webhookId === undefined) return { applied, secret: learned.secret };
  const roundTrip = await proveRoundTrip(call, { webhookId, nonce: randomUUID() });
  return { applied, secret: learned.secret, roundTrip };
}
