import { expect, test } from 'vitest';
import type { ArticleChanges } from '../../src/knowledge/article-store.ts';
import { createLogger } from '../../src/logger.ts';
import { createFreshKnowledge } from '../../src/turn/fresh-knowledge.ts';
import type { ZendeskClient } from '../../src/zendesk/client.ts';

const HOUR_MS = 3_600_000;
const zendesk = {} as ZendeskClient;

test('lets a question wait for the read that an old copy needs', async () => {
  const reading = Promise.withResolvers<ArticleChanges>();
  const fresh = createFreshKnowledge({
    knowledge: { syncedAt: () => Promise.resolve(0), sync: () => reading.promise },
    now: () => HOUR_MS,
    logger: createLogger({ level: 'silent' }),
  });

  let isReady = false;
  const waiting = fresh.ensure('acme', zendesk).then(() => (isReady = true));
  await new Promise(setImmediate);
  expect(isReady).toBe(false);
  reading.resolve({ stored: 9, written: 1, deleted: 0 });

  await waiting;
});
