import type { ZendeskCall } from '@smart-assistant/shared/setup/zendesk-call.ts';
import { openDatabase } from '../db/open-database.ts';
import { createSetupCheckStore } from '../setup/check-store.ts';
import type { SetupCheckStore } from '../setup/check-store.ts';
import { zendeskCall } from '../setup/zendesk-call.ts';
import { createTenantStore } from '../tenant/tenant-store.ts';
import type { TenantStore } from '../tenant/tenant-store.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { createZendeskClient } from '../zendesk/client.ts';
import type { CommandIo } from './run-command.ts';
import { noSuchTenant } from './with-tenants.ts';

/** What set-up works with: the shop, its Zendesk over the server's credentials, and our own records of both. */
export interface SetupWorld {
  tenant: Tenant;
  tenants: TenantStore;
  checks: SetupCheckStore;
  call: ZendeskCall;
  backendUrl: string;
  now: () => number;
}

/** Runs `work` on a shop of the configured database, which is closed afterwards. */
export async function withSetup(
  io: Pick<CommandIo, 'config'>,
  slug: string,
  work: (world: SetupWorld) => Promise<void>,
): Promise<void> {
  const config = io.config();
  const now = Date.now;
  const db = await openDatabase({ url: config.databaseUrl });
  try {
    const tenants = createTenantStore({ db, masterKey: config.masterKey, now });
    const tenant = await tenants.get(slug);
    if (!tenant) throw noSuchTenant(slug);
    const { zendeskUrl: baseUrl, credentials } = tenant;
    const zendesk = createZendeskClient({
      baseUrl,
      credentials,
      timeoutMs: config.requestTimeoutMs,
    });
    await work({
      tenant,
      tenants,
      checks: createSetupCheckStore(db, now),
      call: zendeskCall(zendesk),
      backendUrl: config.publicUrl,
      now,
    });
  } finally {
    await db.close();
  }
}
