import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { TRIGGERS } from '@smart-assistant/shared/setup-spec.ts';
import { REASONS } from '@smart-assistant/shared/reasons.ts';
import { DATABASE_ERROR_CODES } from '@smart-assistant/server/db/database-error.ts';
import { ERROR_CODES } from '@smart-assistant/server/errors.ts';
import { ZENDESK_ERROR_CODES } from '@smart-assistant/server/zendesk/zendesk-error.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readFile(join(root, file), 'utf8');

const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'docs/admin-guide.md',
  'docs/architecture.md',
  'docs/configuration.md',
  'docs/failure-modes.md',
  'docs/operations.md',
  'sandbox/README.md',
];

describe.each(DOCUMENTS)('%s', (file) => {
  test('names only npm scripts that exist', async () => {
    const { scripts } = JSON.parse(await read('package.json')) as { scripts: object };

    const named = (await read(file)).matchAll(/\bnpm run ([a-z][\w:-]*)/g);

    const missing = [...named].map(([, name]) => name!).filter((name) => !(name in scripts));
    expect(missing).toEqual([]);
  });

  test('links only to files that exist', async () => {
    const links = (await read(file)).matchAll(/\]\((?!https?:|#)([^)#]+)/g);

    const broken = [...links]
      .map(([, path]) => path!)
      .filter((path) => !existsSync(join(root, dirname(file), path)));
    expect(broken).toEqual([]);
  });
});

test('the manual shows the trigger bodies that set-up writes', async () => {
  const byHand = await read('docs/set-up-by-hand.md');

  for (const { leanBody } of TRIGGERS) expect(byHand).toContain(leanBody);
});

test('the glossary explains every reason', async () => {
  const glossary = await read('docs/glossary.md');

  expect(REASONS.filter((reason) => !glossary.includes(`\`${reason}\``))).toEqual([]);
});

test('operators find every error code', async () => {
  const operations = await read('docs/operations.md');
  const codes = [...ERROR_CODES, ...ZENDESK_ERROR_CODES, ...DATABASE_ERROR_CODES];

  expect(codes.filter((code) => !operations.includes(`\`${code}\``))).toEqual([]);
});
