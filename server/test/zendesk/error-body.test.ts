import { expect, test } from 'vitest';
import { parseErrorBody } from '../../src/zendesk/error-body.ts';

const detailOf = (description: string) =>
  parseErrorBody(JSON.stringify({ description })).details[0];

test('masks e-mail addresses, also where its words are cut', () => {
  expect(detailOf('Email: alice@acme.example is used')).toBe('Email: <e-mail> is used');

  // Masks are shorter than addresses: what stands beyond the first thousand letters must not move into sight.
  const many = `${'somebody.with.a.very.long.name.indeed@shop.example '.repeat(19)}${'x'.repeat(25)} alice@acme.example`;
  expect(detailOf(many)).not.toMatch(/alice|somebody/);
});

test.each([
  ['one word', 'a'.repeat(1_000_000)],
  ['words that could each begin an address', 'a.'.repeat(500_000)],
])('keeps little of an error text of %s without end', (_, description) => {
  expect(detailOf(description)!.length).toBeLessThanOrEqual(200);
});
