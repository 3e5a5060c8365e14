import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import { openDatabase } from '../db/open-database.ts';
import { AppError } from '../errors.ts';
import { createTenantStore } from '../tenant/tenant-store.ts';
import type { TenantStore } from '../tenant/tenant-store.ts';
import type { CommandIo } from './run-command.ts';

/** Runs `work` with the tenants of the configured database, and the database itself, which is closed afterwards. */
export async function withTenants(
  { config: readConfig }: Pick<CommandIo, 'config'>,
  work: (tenants: TenantStore, config: Config, db: Database) => Promise<void>,
): Promise<void> {
  const config = readConfig();
  const db = await openDatabase({ url: config.databaseUrl });
  try {
    await work(createTenantStore({ db, masterKey: config.masterKey, now: Date.now }), config, db);
  } finally {
    await db.close();
  }
}

export function noSuchTenant(slug: string): AppError {
  return new AppError(
    'tenant_not_found',
    `There is no tenant "${slug}"; "npm run tenant -- list" shows them`,
  );
}
