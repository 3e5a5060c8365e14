import { PassThrough, Readable } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { secretReader } from '../../src/cli/secret-reader.ts';

/** A terminal as readline sees one; what it is told to show is kept, and whether it shows what is typed. */
function terminal() {
  const shown: string[] = [];
  const raw: boolean[] = [];
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (isRaw: boolean) => raw.push(isRaw),
  });
  const secrets = secretReader({ stdin, printError: (text) => shown.push(text) });
  onTestFinished(() => secrets.close());
  return { stdin, secrets, shown, raw };
}

test('asks on a terminal by the name of the option, and shows nothing of what is typed', async () => {
  const { stdin, secrets, shown, raw } = terminal();

  const reading = secrets.read('--oauth-client-secret', '-');
  const asked = [...shown];
  stdin.write('hush-hux');
  stdin.write('\u007fsh\r');
  const secret = await reading;
  secrets.close();

  expect(asked).toEqual(['--oauth-client-secret (what you type is not shown):']);
  expect(secret).toBe('hush-hush');
  expect(shown).toEqual([...asked, '']);
  expect(raw).toEqual([true, false]);
});

test('asks for one secret after the other, also when both are pasted at once', async () => {
  const { stdin, secrets, shown } = terminal();
  stdin.write('first\rsecond\r');

  const first = await secrets.read('--oauth-client-secret', '-');
  const between = await secrets.read('--api-token', 'given');
  const second = await secrets.read('--signing-secret', '-');

  expect([first, between, second]).toEqual(['first', 'given', 'second']);
  expect(shown.join(' ')).toMatch(/--oauth-client-secret .*--signing-secret /);
  expect(shown.join(' ')).not.toContain('--api-token');
});

test('ends at Ctrl-C as a shell expects, and gives the terminal back', async () => {
  const { stdin, secrets, raw } = terminal();

  const reading = secrets.read('--signing-secret', '-');
  stdin.write('half\u0003');

  await expect(reading).rejects.toMatchObject({ name: 'CommanderError', exitCode: 130 });
  expect(raw).toEqual([true, false]);
});

test('says which secret is missing when an empty line or the end of the input is typed', async () => {
  for (const keys of ['\r', '\u0004']) {
    const { stdin, secrets } = terminal();
    const reading = secrets.read('--signing-secret', '-');
    stdin.write(keys);

    await expect(reading).rejects.toMatchObject({
      code: 'tenant_invalid',
      message: expect.stringContaining('--signing-secret'),
    });
  }
});

test('asks nothing of what is piped', async () => {
  const shown: string[] = [];
  const stdin = Readable.from(['first\nsecond\n']);
  const { read } = secretReader({ stdin, printError: (text) => shown.push(text) });

  expect([await read('--api-token', '-'), await read('--signing-secret', '-')]).toEqual([
    'first',
    'second',
  ]);
  expect(shown).toEqual([]);
});
