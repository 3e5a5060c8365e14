import { expect, test } from 'vitest';
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
  const error = Object.assign(new Error('cannot reach it', { cause }), { response: 'hunter2' });

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
