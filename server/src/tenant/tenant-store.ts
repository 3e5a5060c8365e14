import type { z } from 'zod';
import { AppError } from '../errors.ts';
import { isSlug, tenantSchema } from './tenant.ts';
import type { Tenant } from './tenant.ts';
import { forgetRecords } from './tenant-records.ts';
import { createTenantRows, hostOf, settingsOf } from './tenant-rows.ts';
import type { TenantRow, TenantRowsOptions, TenantSettings } from './tenant-rows.ts';
import { TtlCache } from './ttl-cache.ts';
import { isKeyMismatch, WAYS_OUT_OF_UNREADABLE } from './unreadable.ts';
import type { UnreadableTenant } from './unreadable.ts';

/** How long another process's change may go unseen: short enough for an admin not to notice. */
const CACHE_TTL_MS = 5_000;
/** Unknown slugs come from strangers, so their number is bounded; a tenth of a megabyte. */
const MAX_CACHED = 2_000;

export interface TenantStore {
  /** The tenant, or undefined when there is none. Cached for some seconds. */
  get(slug: string): Promise<Tenant | undefined>;
  /** The tenant as the database has it now, whatever another process has changed a moment ago. */
  reload(slug: string): Promise<Tenant | undefined>;
  /** What of a tenant is no secret, also when the master key is not the one that sealed those. */
  settings(slug: string): Promise<TenantSettings | undefined>;
  /** Every tenant, by slug; those apart that cannot be opened. */
  list(): Promise<{ readable: Tenant[]; unreadable: UnreadableTenant[] }>;
  /**
   * Adds or replaces a tenant; throws `tenant_invalid` with every problem in its message, and for a slug that is or was
   * another Zendesk's, unless `isRenamed` says that it is the same account under a new address. Throws
   * `master_key_mismatch` for a new tenant beside others of which the key opens none.
   */
  save(
    tenant: z.input<typeof tenantSchema>,
    options?: { isRenamed?: boolean | undefined },
  ): Promise<Tenant>;
  /**
   * Changes a tenant on top of whatever others have changed meanwhile: `make` is called again when somebody was
   * quicker, and writes nothing when it answers what it was given. Undefined when the tenant is gone.
   */
  change(slug: string, make: (tenant: Tenant) => Tenant): Promise<Tenant | undefined>;
  /**
   * Removes the tenant, its secrets and all that was kept of its tickets, in steps; answers false when there was
   * nothing. Once more after an interruption, it goes on. Whose the slug was is remembered.
   */
  remove(slug: string): Promise<boolean>;
}

/** Tenants in the database, their secrets sealed under the master key. */
export function createTenantStore(options: TenantRowsOptions): TenantStore {
  const { db, now } = options;
  const rows = createTenantRows(options);
  const cache = new TtlCache<Tenant | undefined>({ ttlMs: CACHE_TTL_MS, max: MAX_CACHED, now });

  const load = async (slug: string) => {
    const row = await rows.read(slug);
    return row && rows.open(row);
  };
  const get = async (slug: string) => (isSlug(slug) ? cache.get(slug, load) : undefined);

  return {
    get,

    reload(slug) {
      cache.delete(slug);
      return get(slug);
    },

    async settings(slug) {
      const row = await rows.read(slug);
      return row && settingsOf(row);
    },

    async list() {
      const readable: Tenant[] = [];
      const unreadable: UnreadableTenant[] = [];
      for (const row of await rows.readAll()) {
        try {
          readable.push(rows.open(row));
        } catch (error) {
          unreadable.push({ slug: row.slug, error });
        }
      }
      return { readable, unreadable };
    },

    async save(input, { isRenamed = false } = {}) {
      const tenant = parseTenant(input);
      const known = await rows.read(tenant.slug);
      const before = known
        ? hostOf(settingsOf(known).zendeskUrl)
        : await rows.formerHost(tenant.slug);
      if (before !== undefined && !isRenamed) assertSameAccount(before, tenant);
      if (!known) await assertKeyOfOthers(rows, tenant.slug);
      // What a removal left that was interrupted is another account's, as far as anybody knows.
      if (!known) await forgetRecords(db, tenant.slug);
      await rows.put(tenant);
      cache.delete(tenant.slug);
      return tenant;
    },

    async change(slug, make) {
      for (let row = await rows.read(slug); row; row = await rows.read(slug)) {
        const before = rows.open(row);
        const after = make(before);
        const isStored = after === before || (await rows.replace(row, parseTenant(after)));
        cache.delete(slug);
        if (isStored) return after;
      }
      return undefined;
    },

    async remove(slug) {
      const isRemoved = await rows.remove(slug);
      cache.delete(slug);
      const forgotten = await forgetRecords(db, slug);
      return isRemoved || forgotten > 0;
    },
  };
}

/**
 * Tickets of two accounts have the same numbers: those of one must not meet the conversations of the other. And the keys
 * of a shop are derived from its slug: with those of the one, the other's turn logs and overview could be read.
 */
function assertSameAccount(before: string, { slug, zendeskUrl }: Tenant): void {
  if (hostOf(zendeskUrl) === before) return;
  throw new AppError(
    'tenant_invalid',
    `${slug} is the slug of ${before}, also after its removal, and is never given to another account. ` +
      `Another account: choose another slug, "npm run tenant -- add <another slug> --zendesk-url ${zendeskUrl} …". ` +
      'The same account under a new address: repeat with --renamed, which keeps what is kept of its tickets',
  );
}

/** Sealed with another key than the shops beside it, a new one could not be read by their server. */
async function assertKeyOfOthers(
  { open, readAll }: ReturnType<typeof createTenantRows>,
  slug: string,
): Promise<void> {
  const others = await readAll();
  const opens = (row: TenantRow) => {
    try {
      return open(row) !== undefined;
    } catch (error) {
      return !isKeyMismatch(error);
    }
  };
  if (others.length === 0 || others.some(opens)) return;
  throw new AppError(
    'master_key_mismatch',
    `Tenant ${slug} was not added: MASTER_KEY opens none of the shops that are here ` +
      `(${others.map((other) => other.slug).join(', ')}). Repeat with the MASTER_KEY of their server. ` +
      `If the key was changed on purpose, see to them first; of each: ${WAYS_OUT_OF_UNREADABLE}`,
  );
}

function parseTenant(input: unknown): Tenant {
  const result = tenantSchema.safeParse(input);
  if (result.success) return result.data;
  // Paths and messages only: the input holds secrets.
  const problems = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new AppError('tenant_invalid', `The tenant cannot be saved: ${problems.join('; ')}`);
}
