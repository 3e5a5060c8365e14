import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  MAX_PASSAGES,
  MAX_TEXT_LENGTH,
  articleText,
  passagesOf,
} from '../../src/knowledge/passages.ts';

const passages = (html: string) => passagesOf(articleText(html));

test('takes paragraphs apart and keeps the heading they stand under', () => {
  expect(passages('<p>First.</p><h2>Late parcels</h2><p>Second<br>line.</p>')).toEqual([
    { text: 'First.' },
    { text: 'Second\nline.', heading: 'Late parcels' },
  ]);
});

test('keeps a list with the line that leads into it', () => {
  expect(
    passages('<p>To return:</p><ol><li>Open it.</li><li><p>Print it.</p></li></ol><p>Done.</p>'),
  ).toEqual([{ text: 'To return:\n1. Open it.\n2. Print it.' }, { text: 'Done.' }]);
});

test('reads the text of links and nothing of scripts, styles and images', () => {
  const html =
    '<p>See <a href="https://x.example">our page</a>.<img alt="logo" src="x"></p><script>alert(1)</script><style>p{}</style>';

  expect(passages(html)).toEqual([{ text: 'See our page.' }]);
});

test('decodes entities and keeps a table readable', () => {
  const html =
    '<p>Fish &amp; chips&nbsp;&euro; 5</p><table><tr><th>Country</th><th>Days</th></tr><tr><td>Spain</td><td>2</td></tr></table>';

  expect(passages(html).map(({ text }) => text)).toEqual([
    'Fish & chips\u00a0€ 5',
    'Country   Days\nSpain   2',
  ]);
});

test('finds no passage in an empty article', () => {
  expect(passages('')).toEqual([]);
  expect(passages('<h1>Title only</h1>')).toEqual([]);
});

test('reads the cells of a table whatever they span', () => {
  const html =
    '<table><tr><td colspan="1000000">Shipping</td></tr><tr><td rowspan="1e9">Spain</td><td>2</td></tr></table>';

  expect(articleText(html)).toBe('Shipping\nSpain   2');
});

test('puts the cells of a row below each other when one has several lines', () => {
  const html =
    '<table><tr><td>Spain:</td><td><ul><li>2 days</li><li>3 days</li></ul></td></tr></table>';

  expect(passages(html)).toEqual([{ text: 'Spain:\n- 2 days\n- 3 days' }]);
});

test('reads a page that was laid out as a table of one cell like any other', () => {
  const html =
    '<table><tbody><tr><td><h2>Late</h2><p>First.</p><p>Second.</p></td></tr></tbody></table>';

  expect(passages(html)).toEqual([
    { text: 'First.', heading: 'Late' },
    { text: 'Second.', heading: 'Late' },
  ]);
});

test('reads a quotation without marks, which would make it one of the customer', () => {
  expect(articleText('<blockquote><p>Note: two days.</p></blockquote>')).toBe('Note: two days.');
});

test('goes on counting where a list was interrupted, and takes no number for endless', () => {
  expect(articleText('<ol start="3"><li>Print</li></ol>')).toBe('3. Print');
  expect(articleText('<ol start="1e300"><li>Print</li></ol>')).toBe('1. Print');
});

const filling = fc.constantFrom(
  'x',
  'delivery. ',
  '&amp;',
  '\u00a0',
  ' ',
  '\t',
  '\n',
  ': ',
  '- ',
  '👍',
);
const tag = fc.constantFrom(
  ...['p', 'div', 'span', 'b', 'a', 'ul', 'ol', 'li', 'table', 'tbody', 'center', 'tr', 'td', 'th'],
  ...['blockquote', 'pre', 'h2', 'br', 'hr', 'img', 'script', 'style', 'article', 'x-y', '!--'],
);
const attributes = fc.constantFrom(
  ...[
    '',
    ' colspan="1000000"',
    ' rowspan=1e9',
    ' colspan=-1',
    ' start=1e300',
    ' type="I" start=3998',
  ],
);
const piece = fc.oneof(
  filling,
  fc.tuple(tag, attributes).map(([name, extra]) => `<${name}${extra}>`),
  tag.map((name) => `</${name}>`),
);
/** Some pieces, repeated until the article is as long as any that is read. */
const oddArticle = fc
  .tuple(fc.array(piece, { minLength: 1, maxLength: 6 }), fc.array(piece, { maxLength: 6 }))
  .chain(([unit, end]) =>
    fc
      .constantFrom(1, 40, 6_000, 250_000)
      .map(
        (length) => unit.join('').repeat(Math.ceil(length / unit.join('').length)) + end.join(''),
      ),
  );

test('reads any HTML as text of a bounded length in a bounded number of passages', () => {
  fc.assert(
    fc.property(oddArticle, (html) => {
      const text = articleText(html);

      expect(text.length).toBeLessThanOrEqual(MAX_TEXT_LENGTH);
      expect(passagesOf(text).length).toBeLessThanOrEqual(MAX_PASSAGES);
    }),
    { numRuns: 40 },
  );
});

test.each([
  '<div>',
  '<center>',
  '<table><tr><td>',
  '<table><center>',
  '<ul><li>',
  '<blockquote>',
  '<a href=x>',
])('reads what stands beside %s nested without end', (open) => {
  const deep = open.repeat(20_000);

  expect(articleText(`<p>Before.</p>${deep}deep`)).toContain('Before.');
});

test('reads blanks without end in preformatted text', () => {
  expect(articleText(`<pre>a${' '.repeat(150_000)}b</pre>`)).toMatch(/^a +b$/);
});
