import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { AppError } from '../../src/errors.ts';
import { createLogger } from '../../src/logger.ts';

function logged(write: (logger: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  write(createLogger({ level: 'info', destination: { write: (line) => lines.push(line) } }));
  return lines.join('');
}

test.each(['body', 'token', 'clientSecret', 'comment', 'authorization', 'signingSecrets'])(
  'blanks out %s, three levels deep',
  (key) => {
    const line = logged((logger) =>
      logger.info({ [key]: 'hunter2', a: { [key]: 'hunter2', b: { [key]: 'hunter2' } } }, 'said'),
    );

    expect(line).toContain('said');
    expect(line).not.toContain('hunter2');
  },
);

test('logs the code and the causes of an error, and nothing that hangs on it', () => {
  const cause = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
  const known = new AppError('storage_unavailable', 'cannot reach it', { cause });
  const error = Object.assign(known, { response: 'hunter2' });

  const line = logged((logger) => logger.error({ err: error }, 'failed'));

  expect(JSON.parse(line)).toMatchObject({
    err: { message: 'cannot reach it', cause: { code: 'ECONNREFUSED' } },
  });
  expect(line).not.toContain('hunter2');
});

test('does not log what is thrown instead of an error', () => {
  const line = logged((logger) => logger.error({ err: 'hunter2' }, 'failed'));

  expect(line).not.toContain('hunter2');
});

test('does not log the words of an error that is none of ours, wherever its stack repeats them', () => {
  const words = 'Unexpected token in "my card is\n    at 4111 (file:///hunter2:1:1)"';

  const line = logged((logger) => {
    logger.error({ err: new AppError('internal_error', 'no answer', { cause: new Error(words) }) });
  });

  expect(line).toContain('logger.test.ts');
  expect(line).not.toMatch(/4111|hunter2|my card/);
});

test('logs what the operating system says', async () => {
  const error = await readFile('/nowhere').catch((thrown: unknown) => thrown);

  expect(logged((logger) => logger.error({ err: error }))).toContain('no such file');
});
