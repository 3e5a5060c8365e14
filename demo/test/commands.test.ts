import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';

async function run(file: string, ...args: string[]) {
  const main = new URL(`../../${file}`, import.meta.url).pathname;
  const node = ['--disable-warning=ExperimentalWarning', main, ...args];
  const child = spawn(process.execPath, node, { stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, errors, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number]>,
  ]);
  return { out, errors, code };
}

describe('npm run bench', () => {
  test('explains itself with the titles of its sections', async () => {
    const { out, errors, code } = await run('bench/main.ts', '--help');

    expect(out).toContain('npm run bench -- turn');
    expect(out).toContain('Calls to Zendesk');
    expect({ errors, code }).toEqual({ errors: '', code: 0 });
  });

  test.each(['nosuch', '--nosuch'])('ends with 1 and its titles when given %s', async (word) => {
    const { out, errors, code } = await run('bench/main.ts', word);

    expect(errors).toContain(`No section has "${word}" in its title`);
    expect(errors).toContain('Calls to Zendesk');
    expect({ out, code }).toEqual({ out: '', code: 1 });
  });
});
