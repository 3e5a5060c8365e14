import type { z } from 'zod';
import type { Database } from '../db/database.ts';
import { AppError } from '../errors.ts';
import { createSeal } from './seal.ts';
import { TtlCache } from './ttl-cache.ts';
import { isSlug, tenantSchema } from './tenant.ts';
import type { Tenant } from './tenant.ts';

/** How long another process's change may go unseen: short enough for an admin not to notice. */
const CACHE_TTL_MS = 5_000;
/** Unknown slugs come from strangers, so their number is bounded; a tenth of a megabyte. */
const MAX_CACHED = 2_000;

export interface TenantStore {
  /** The tenant, or undefined when there is none. Cached for some seconds. */
  get(slug: string): Promise<Tenant | undefined>;
  /** Every tenant, by slug. */
  list(): Promise<Tenant[]>;
  /** Adds or replaces a tenant; throws `tenant_invalid` with every problem in its message. */
  save(tenant: z.input<typeof tenantSchema>): Promise<Tenant>;
  /** Removes the tenant and its secrets; answers false when there was none. Its tickets' records stay. */
  remove(slug: string): Promise<boolean>;
}

export interface TenantStoreOptions {
  db: Database;
  masterKey: Uint8Array;
  /** Epoch milliseconds. */
  now: () => number;
}

interface TenantRow {
  slug: string;
  settings: string;
  secrets: string;
}

/** Tenants in the database, their secrets sealed under the master key. */
export function createTenantStore({ db, masterKey, now }: TenantStoreOptions): TenantStore {
  const seal = createSeal(masterKey);
  const cache = new TtlCache<Tenant | undefined>({ ttlMs: CACHE_TTL_MS, max: MAX_CACHED, now });

  const fromRow = ({ slug, settings, secrets }: TenantRow): Tenant =>
    tenantSchema.parse({ ...JSON.parse(settings), ...JSON.parse(seal.open(slug, secrets)), slug });

  async function load(slug: string): Promise<Tenant | undefined> {
    const [row] = await db.query<TenantRow>(
      'SELECT slug, settings, secrets FROM tenants WHERE slug = ?',
      [slug],
    );
    return row && fromRow(row);
  }

  return {
    async get(slug) {
      return isSlug(slug) ? cache.get(slug, load) : undefined;
    },

    async list() {
      const rows = await db.query<TenantRow>(
        'SELECT slug, settings, secrets FROM tenants ORDER BY slug',
      );
      return rows.map(fromRow);
    },

    async save(input) {
      const tenant = parseTenant(input);
      const { slug, credentials, signingSecrets, ...settings } = tenant;
      const secrets = seal.close(slug, JSON.stringify({ credentials, signingSecrets }));
      await db.transaction((tx) =>
        tx.query(
          `INSERT INTO tenants (slug, settings, secrets, created_at, updated_at) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (slug) DO UPDATE SET settings = excluded.settings, secrets = excluded.secrets,
             updated_at = excluded.updated_at`,
          [slug, JSON.stringify(settings), secrets, now(), now()],
        ),
      );
      cache.delete(slug);
      return tenant;
    },

    async remove(slug) {
      const removed = await db.transaction((tx) =>
        tx.query('DELETE FROM tenants WHERE slug = ? RETURNING slug', [slug]),
      );
      cache.delete(slug);
      return removed.length > 0;
    },
  };
}

function parseTenant(input: unknown): Tenant {
  const result = tenantSchema.safeParse(input);
  if (result.success) return result.data;
  // Paths and messages only: the input holds secrets.
  const problems = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new AppError('tenant_invalid', `The tenant cannot be saved: ${problems.join('; ')}`);
}
