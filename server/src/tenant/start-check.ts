import type { Logger } from '../logger.ts';
import type { TenantStore } from './tenant-store.ts';
import { WAYS_OUT_OF_UNREADABLE } from './unreadable.ts';

/**
 * Opens every sealed secret once. A wrong MASTER_KEY, which opens none, throws here and not at the first webhook; a shop
 * that cannot be read while others can is told of, and keeps nobody else from being served.
 */
export async function checkTenants(
  tenants: Pick<TenantStore, 'list'>,
  logger: Logger,
): Promise<void> {
  const { readable, unreadable } = await tenants.list();
  const [first] = unreadable;
  if (!first) return;
  if (readable.length === 0) throw first.error;
  logger.error(
    { tenants: unreadable.map(({ slug }) => slug), err: first.error },
    `shops that cannot be read are not served; of each: ${WAYS_OUT_OF_UNREADABLE}`,
  );
}
