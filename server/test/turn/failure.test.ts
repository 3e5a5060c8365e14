import { expect, test } from 'vitest';
import { settlementFor } from '../../src/turn/failure.ts';

test('keeps the words of an unexpected error out of the dead letter', () => {
  const error = new SyntaxError('Unexpected token in "my card is 4111 1111"');

  const settlement = settlementFor(error, 1, 0);

  expect(settlement).toEqual({
    kind: 'dead',
    errorCode: 'unexpected',
    message: 'Unexpected SyntaxError; the log has its stack',
  });
});
