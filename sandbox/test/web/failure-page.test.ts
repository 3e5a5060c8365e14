import { expect, test } from 'vitest';
import { browserWorld } from './open-workspace.ts';

const world = browserWorld();

test.each([
  ['/agent/tickets/99999', 'The workspace could not be opened', 'Try again'],
  ['/requests/99999', 'This page could not be opened', 'My requests'],
  ['/sandbox', 'The account could not be read', 'Try again'],
])(
  'says in place of %s why it could not be opened, and offers a way on',
  async (path, title, way) => {
    const page = await world.context.newPage();
    await page.route('**/sandbox.json', (route) => route.abort());

    await page.goto(`${world.acme.url}${path}`);

    const main = page.getByRole('main');
    await main.getByRole('heading', { name: title }).waitFor();
    expect((await main.getByRole('paragraph').first().innerText()).length).toBeGreaterThan(5);
    expect((await main.boundingBox())!.width).toBeGreaterThan(400);
    expect(await main.getByRole('link', { name: way }).count()).toBe(1);
  },
);
