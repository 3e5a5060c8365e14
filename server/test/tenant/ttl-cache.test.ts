import { expect, test } from 'vitest';
import { TtlCache } from '../../src/tenant/ttl-cache.ts';

test('never holds more than its bound, however many keys are asked for', async () => {
  const cache = new TtlCache<string>({ ttlMs: 1_000, max: 10, now: () => 0 });

  for (let i = 0; i < 100; i += 1) await cache.get(`slug-${i}`, async (key) => key);

  expect(cache.size).toBe(10);
});
