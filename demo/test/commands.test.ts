import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
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

describe('npm run demo', () => {
  test('explains itself', async () => {
    const { out, errors, code } = await run('demo/main.ts', '--help');

    expect(out).toContain('--server-port');
    expect({ errors, code }).toEqual({ errors: '', code: 0 });
  });

  test.each(['--zendesk-port', '--fresh-port', '--server-port'])(
    'says that the port of %s is in use, and the way out',
    async (option) => {
      const other = createServer().listen(0, '127.0.0.1');
      await once(other, 'listening');
      const { port } = other.address() as AddressInfo;
      const free = ['--zendesk-port', '0', '--fresh-port', '0', '--server-port', '0'];

      const { errors, code } = await run('demo/main.ts', ...free, option, String(port));

      other.close();
      const others = '--zendesk-port, --fresh-port or --server-port';
      expect(errors).toBe(
        `Port ${port} is in use: stop what listens there, or choose another with ${others}.\n`,
      );
      expect(code).toBe(1);
    },
  );

  test('says which option there is not', async () => {
    const { errors, code } = await run('demo/main.ts', '--wrong');

    expect(errors).toBe("Unknown option '--wrong'; --help shows those there are.\n");
    expect(code).toBe(1);
  });
});
