import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Logger } from '../logger.ts';
import type { ZendeskCalls } from '../zendesk/client.ts';

/** An article that was corrected a quarter of an hour ago must not be quoted in its old form. */
const FRESH_MS = 15 * 60_000;

export interface KnowledgePorts {
  knowledge: Pick<Knowledge, 'sync' | 'syncedAt'>;
  now: () => number;
  logger: Logger;
}

/**
 * Keeps tenants' help articles fresh, only for shops that are asked something. A question waits for the read
 * that it makes necessary; when that fails, the last copy serves, and without one the failure is thrown. One
 * read at a time per shop.
 */
export function createFreshKnowledge({ knowledge, now, logger }: KnowledgePorts) {
  const underWay = new Map<string, Promise<unknown>>();

  function sync(tenant: string, zendesk: ZendeskCalls): Promise<unknown> {
    const running = underWay.get(tenant);
    if (running) return running;
    const reading = knowledge.sync(tenant, zendesk).finally(() => underWay.delete(tenant));
    underWay.set(tenant, reading);
    return reading;
  }

  return {
    async ensure(tenant: string, zendesk: ZendeskCalls): Promise<void> {
      const syncedAt = await knowledge.syncedAt(tenant);
      if (syncedAt === undefined) {
        await sync(tenant, zendesk);
      } else if (now() - syncedAt > FRESH_MS) {
        await sync(tenant, zendesk).catch((error: unknown) => {
          logger.warn(
            { tenant, err: error },
            'help center could not be read; the last copy is used',
          );
        });
      }
    },

    /** Ends with the reads that are under way. */
    async settled(): Promise<void> {
      await Promise.allSettled(underWay.values());
    },
  };
}
