import { expect, test } from 'vitest';
import { atOnce } from '../../src/sweep/at-once.ts';

test('lets so many begin, and the next one when one has ended or failed', async () => {
  const inPlace = atOnce(2);
  const begun: string[] = [];
  const begin = (name: string) => {
    const work = Promise.withResolvers<string>();
    const run = inPlace(() => (begun.push(name), work.promise));
    return { ...work, run };
  };
  const [a, b, c, d] = [begin('a'), begin('b'), begin('c'), begin('d')];
  expect(begun).toEqual(['a', 'b']);

  b.reject(new Error('no luck'));
  await expect(b.run).rejects.toThrow('no luck');
  expect(begun).toEqual(['a', 'b', 'c']);
  a.resolve('done');
  expect(await a.run).toBe('done');
  expect(begun).toEqual(['a', 'b', 'c', 'd']);

  c.resolve('c');
  d.resolve('d');
  expect(await Promise.all([c.run, d.run])).toEqual(['c', 'd']);
  expect(await inPlace(() => Promise.resolve('e'))).toBe('e');
});
