import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { browserWorld, openPage } from './open-workspace.ts';

const world = browserWorld();
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const PAGES = [
  '/agent',
  '/agent/tickets/1',
  '/requests',
  '/requests/new',
  '/requests/1',
  '/hc',
  '/sandbox',
];
const SCHEMES = ['light', 'dark'];

test.each(PAGES.flatMap((path) => SCHEMES.map((scheme) => ({ path, scheme }))))(
  'has no accessibility violation on $path in $scheme',
  async ({ path, scheme }) => {
    world.acme.comment(1, { by: 'bob', text: 'An internal note.', public: false });
    world.acme.comment(1, { by: 'bob', text: 'A reply.' });
    const page = await openPage(world, `${path}?colorScheme=${scheme}`);

    await page.evaluate(axe);
    const violations = await page.evaluate<Violation[]>(
      `axe.run().then(({ violations }) => violations)`,
    );

    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  },
);

interface Violation {
  id: string;
  nodes: Array<{ html: string }>;
}
