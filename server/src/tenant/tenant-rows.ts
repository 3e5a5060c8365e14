import { z } from 'zod';
import type { Database } from '../db/database.ts';
import { createSeal } from './seal.ts';
import { tenantSchema } from './tenant.ts';
import type { Tenant } from './tenant.ts';

export interface TenantRowsOptions {
  db: Database;
  masterKey: Uint8Array;
  /** Epoch milliseconds. */
  now: () => number;
}

/** A tenant as it is stored: settings as JSON, secrets sealed. */
export interface TenantRow {
  slug: string;
  settings: string;
  secrets: string;
}

const settingsSchema = tenantSchema.omit({ slug: true, credentials: true, signingSecrets: true });

/** What of a tenant is no secret. */
export type TenantSettings = z.infer<typeof settingsSchema>;

/** What is stored in clear of a tenant: readable whatever the master key. */
export function settingsOf({ settings }: TenantRow): TenantSettings {
  return settingsSchema.parse(JSON.parse(settings));
}

/** The account of an address: its host. What has none is compared as it is written. */
export function hostOf(zendeskUrl: string): string {
  return new URL(zendeskUrl).host || zendeskUrl;
}

/** All that a removal has to understand: a row that nobody can read any more can be removed. */
const addressSchema = z.object({ zendeskUrl: z.string() });

/** The table of tenants. Opening a row throws `master_key_mismatch` when it was sealed with another key. */
export function createTenantRows({ db, masterKey, now }: TenantRowsOptions) {
  const seal = createSeal(masterKey);

  const toRow = ({ slug, credentials, signingSecrets, ...settings }: Tenant): TenantRow => {
    const secrets = seal.close(slug, JSON.stringify({ credentials, signingSecrets }));
    return { slug, settings: JSON.stringify(settings), secrets };
  };

  return {
    open: ({ slug, settings, secrets }: TenantRow): Tenant =>
      tenantSchema.parse({
        ...JSON.parse(settings),
        ...JSON.parse(seal.open(slug, secrets)),
        slug,
      }),

    async read(slug: string): Promise<TenantRow | undefined> {
      const [row] = await db.query<TenantRow>(
        'SELECT slug, settings, secrets FROM tenants WHERE slug = ?',
        [slug],
      );
      return row;
    },

    readAll: () => db.query<TenantRow>('SELECT slug, settings, secrets FROM tenants ORDER BY slug'),

    async put(tenant: Tenant): Promise<void> {
      const { slug, settings, secrets } = toRow(tenant);
      await db.transaction((tx) =>
        tx.query(
          `INSERT INTO tenants (slug, settings, secrets, created_at, updated_at) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (slug) DO UPDATE SET settings = excluded.settings, secrets = excluded.secrets,
             updated_at = excluded.updated_at`,
          [slug, settings, secrets, now(), now()],
        ),
      );
    },

    /** False when the row is not the one that was read any more: sealed secrets are never the same twice. */
    async replace(read: TenantRow, tenant: Tenant): Promise<boolean> {
      const { settings, secrets } = toRow(tenant);
      const written = await db.transaction((tx) =>
        tx.query(
          `UPDATE tenants SET settings = ?, secrets = ?, updated_at = ?
           WHERE slug = ? AND secrets = ? RETURNING slug`,
          [settings, secrets, now(), read.slug, read.secrets],
        ),
      );
      return written.length > 0;
    },

    /** Leaves a note of whose the slug was. */
    async remove(slug: string): Promise<boolean> {
      return db.transaction(async (tx) => {
        const [row] = await tx.query<Pick<TenantRow, 'settings'>>(
          'DELETE FROM tenants WHERE slug = ? RETURNING settings',
          [slug],
        );
        if (!row) return false;
        const { zendeskUrl } = addressSchema.parse(JSON.parse(row.settings));
        await tx.query(
          `INSERT INTO removed_tenants (tenant, host, removed_at) VALUES (?, ?, ?)
           ON CONFLICT (tenant) DO UPDATE SET host = excluded.host, removed_at = excluded.removed_at`,
          [slug, hostOf(zendeskUrl), now()],
        );
        return true;
      });
    },

    /** The host that a removed shop of this slug had last; it may have come back since. */
    async formerHost(slug: string): Promise<string | undefined> {
      const [row] = await db.query<{ host: string }>(
        'SELECT host FROM removed_tenants WHERE tenant = ?',
        [slug],
      );
      return row?.host;
    },
  };
}
