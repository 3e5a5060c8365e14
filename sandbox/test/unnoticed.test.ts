import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
/** The sandbox's name, its two ports, and what only its API has. */
const TRACES = /sandbox|:440[01]\b/i;
const TEXT = /\.(ts|tsx|js|json|html|css|svg|md)$|\.env\.example$/;

/** Every text file below a folder, without what is installed and what tests it. */
function textFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && TEXT.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .filter((path) => !/(^|\/)(node_modules|test)\//.test(path));
}

const traces = (files: string[]) =>
  files.filter((file) => TRACES.test(readFileSync(join(ROOT, file), 'utf8')));

test.each(['shared', 'server', 'zendesk-app/src'])(
  'is known to no file of %s outside its tests',
  (folder) => {
    const files = textFiles(folder);

    expect(files.length).toBeGreaterThan(10);
    expect(traces(files)).toEqual([]);
  },
);

test('is known neither to the built app nor to the manifests and the example environment', () => {
  const built = textFiles('zendesk-app/dist');

  expect(built.some((file) => file.endsWith('.js'))).toBe(true);
  expect(traces([...built, 'manifest.json', '.env.example'])).toEqual([]);
});
