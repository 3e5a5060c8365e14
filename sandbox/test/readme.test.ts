import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultSwitches } from '../src/switches.ts';

const text = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

test('names exactly the tests that exist', () => {
  const named = [...text('../README.md').matchAll(/`((?:web\/)?[\w-]+\.test\.ts)`/g)].map(
    ([, name]) => name,
  );
  const present = ['', 'web/'].flatMap((folder) =>
    readdirSync(new URL(`./${folder}`, import.meta.url))
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => folder + name),
  );

  expect([...new Set(named)].sort()).toEqual(present.sort());
});

test('throws every switch of undocumented behaviour in some test', () => {
  const tests = readdirSync(new URL('.', import.meta.url))
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => text(name))
    .join('\n');

  const untested = Object.keys(defaultSwitches()).filter(
    (name) => !tests.includes(`switches.${name}`),
  );

  expect(untested).toEqual([]);
});
