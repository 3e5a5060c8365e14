import { expect, test } from 'vitest';
import { ZendeskError } from '../../src/zendesk/zendesk-error.ts';
import { settlementFor } from '../../src/turn/failure.ts';

test('tries again after an answer that was cut off', () => {
  const garbled = { code: 'unexpected_answer', method: 'GET', path: '/', fate: 'unknown' } as const;

  const settlement = settlementFor(new ZendeskError(garbled), 1, 0);

  expect(settlement).toMatchObject({ kind: 'retry', errorCode: 'unexpected_answer' });
});

test.each([
  ['no wait', 0, 5_000, 300_000],
  ['a second', 1_000, 5_000, 300_000],
  ['ten minutes', 600_000, 600_000, 600_000],
])('sits an outage out though Zendesk asks for %s each time', (_story, asked, first, last) => {
  const error = new ZendeskError({
    ...{ code: 'rate_limited', method: 'PUT', path: '/', fate: 'refused', retryAfterMs: asked },
  });

  expect(settlementFor(error, 1, 0)).toMatchObject({ kind: 'retry', at: first });
  expect(settlementFor(error, 7, 0)).toMatchObject({ kind: 'retry', at: last });
});

test('keeps the words of an unexpected error out of the dead letter', () => {
  const error = new SyntaxError('Unexpected token in "my card is 4111 1111"');

  const settlement = settlementFor(error, 1, 0);

  expect(settlement).toEqual({
    kind: 'dead',
    errorCode: 'unexpected',
    message: 'Unexpected SyntaxError; the log has its stack',
  });
});
