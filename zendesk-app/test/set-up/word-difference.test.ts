import { expect, test } from 'vitest';
import { wordDifference } from '../../src/set-up/word-difference.ts';

const shown = (before: string, after: string) =>
  wordDifference(before, after)
    .map(({ kind, text }) => ({ same: text, removed: `-${text}-`, added: `+${text}+` })[kind])
    .join('');

test.each([
  ['true', 'false', '-true-+false+'],
  ['', 'active', '+active+'],
  ['a b c', 'a c', 'a -b -c'],
  ['"{{ticket.id}}"', '"{{ticket.requester.id}}"', '"{{-ticket.id-+ticket.requester.id+}}"'],
  ['one two three four', 'one 2 three 4', 'one -two-+2+ three -four-+4+'],
  ['same', 'same', 'same'],
  ['Größe ändern', 'Größe lassen', 'Größe -ändern-+lassen+'],
])('%j to %j', (before, after, expected) => {
  expect(shown(before, after)).toBe(expected);
});

test('nothing of either text is lost', () => {
  const before = '{"v":1,\n "a": "{{x.y}}"}  # ü 漢字 🙂';
  const after = '{"v":2, "b": "{{x.z}}"}\n# ü 🙂🙂';

  const pieces = wordDifference(before, after);

  const without = (kind: string) =>
    pieces
      .filter((piece) => piece.kind !== kind)
      .map(({ text }) => text)
      .join('');
  expect(without('added')).toBe(before);
  expect(without('removed')).toBe(after);
});

test('a text beyond reading is shown as a whole', () => {
  const before = 'word '.repeat(2_000);

  expect(wordDifference(before, `${before}more`).map(({ kind }) => kind)).toEqual([
    'removed',
    'added',
  ]);
});
