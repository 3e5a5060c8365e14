import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownWords, quotableLines } from '../../src/assistant/own-words.ts';

const ours = quotableLines([
  'Hello,\n\nDelivery takes 2 to 4 working days.\n\nIf not, ask for a person.',
]);

test.each([
  [
    'the reply above a marked quotation',
    'And returns?\n\nOn Mon, Acme wrote:\n> Delivery takes long.',
  ],
  ['the reply above our unmarked words', 'And returns?\n\nDelivery takes 2 to 4 working days.'],
  ['the words between', '> Hello,\nAnd returns?\n>> If not, ask for a person.'],
])('keeps %s', (_what, text) => {
  expect(ownWords(text, ours)).toBe('And returns?');
});

test('keeps a greeting, and a colon that introduces the customer’s own list', () => {
  const text = 'Hello,\nI want back:\n- the lamp\n- the table';

  expect(ownWords(text, ours)).toBe(text);
});

test('takes a text of nothing but quotations as it is', () => {
  const text = '> 5 kg: what does a parcel cost?';

  expect(ownWords(text, ours)).toBe(text);
});

test('reads a long text once', () => {
  const lines = Array.from({ length: 64_000 }, () => '');

  expect(ownWords(['Hello', ...lines, 'bye'].join('\n'), ours)).toMatch(/^Hello\n+bye$/);
});

test('changes nothing without quotations', () => {
  const line = fc.string().filter((text) => !/^\s*>|[\n\r]|^\s|\s$/.test(text) && text !== '');

  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), (lines) => {
      const text = lines.join('\n');
      expect(ownWords(text, quotableLines([]))).toBe(text);
    }),
  );
});
