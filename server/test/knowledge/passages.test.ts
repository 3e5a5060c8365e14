import { expect, test } from 'vitest';
import { articleText, passagesOf } from '../../src/knowledge/passages.ts';

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
    'Country   Days\nSpain     2',
  ]);
});

test('finds no passage in an empty article', () => {
  expect(passages('')).toEqual([]);
  expect(passages('<h1>Title only</h1>')).toEqual([]);
});
