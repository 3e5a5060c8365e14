import { readFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { APP_FOLDER } from '../demo/stack.ts';

/** Stands where the app's own first file does, so that the same configuration finds the same packages. */
const APP_SOURCE = fileURLToPath(new URL('../zendesk-app/src', import.meta.url));
const APP_CONFIG = join(dirname(APP_SOURCE), 'vite.config.ts');

/** The least that shows one Garden button in Zendesk's theme. */
const BARE_PAGE = `
  import { createElement } from 'react';
  import { createRoot } from 'react-dom/client';
  import { Button } from '@zendeskgarden/react-buttons';
  import { ThemeProvider } from '@zendeskgarden/react-theming';
  createRoot(document.body).render(
    createElement(ThemeProvider, null, createElement(Button, null, 'Hello')),
  );
`;

/** What the sidebar must load before its first screen, beside a bare page of React and Garden, and the rest. */
export async function* benchWeight(): AsyncGenerator<string> {
  const assets = join(APP_FOLDER, 'assets');
  const page = await readFile(join(assets, 'index.html'), 'utf8');
  const state = await withImports(assets, /^verify-/);
  const sizes = { first: 0, state: 0, later: 0 };
  for (const name of (await readdir(assets)).filter((each) => each.endsWith('.js'))) {
    const bytes = gzipped(await readFile(join(assets, name)));
    if (page.includes(name)) sizes.first += bytes;
    else if (state.has(name)) sizes.state += bytes;
    else sizes.later += bytes;
  }
  const bare = await bareBytes();
  yield `first JavaScript, gzipped               ${kB(sizes.first)} (a bare page of React and Garden: ${kB(bare)}; limit 90 kB)`;
  yield `beside it, to read and verify the state  ${kB(sizes.state)}`;
  yield `on demand, all parts and languages       ${kB(sizes.later)}`;
}

/** The chunk of that name with everything it imports before it runs. */
async function withImports(folder: string, wanted: RegExp): Promise<Set<string>> {
  const found = new Set((await readdir(folder)).filter((name) => wanted.test(name)));
  for (const name of found) {
    const code = await readFile(join(folder, name), 'utf8');
    for (const [, imported] of code.matchAll(/\bfrom ?["']\.\/([^"']+)["']/g)) found.add(imported!);
  }
  return found;
}

async function bareBytes(): Promise<number> {
  const entry = join(APP_SOURCE, 'bare-page.js');
  const result = await build({
    configFile: APP_CONFIG,
    logLevel: 'error',
    plugins: [
      {
        name: 'bare-page',
        enforce: 'pre',
        resolveId: (id) => (id === entry ? entry : undefined),
        load: (id) => (id === entry ? BARE_PAGE : undefined),
      },
    ],
    build: { write: false, rolldownOptions: { input: entry } },
  });
  const chunks = [result].flat().flatMap((each) => ('output' in each ? each.output : []));
  return chunks.reduce(
    (sum, chunk) => sum + (chunk.type === 'chunk' ? gzipped(Buffer.from(chunk.code)) : 0),
    0,
  );
}

const gzipped = (content: Buffer) => gzipSync(content, { level: 9 }).length;
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
