import { expect, test } from 'vitest';
import { detectLanguage } from '../../src/knowledge/detect-language.ts';
import { SHORT_SENTENCES } from './seed/short-sentences.ts';

test('tells the language of at least 95 % of short customer sentences without a hint', () => {
  const right = SHORT_SENTENCES.filter(([language, text]) => detectLanguage(text) === language);

  expect(SHORT_SENTENCES.length).toBeGreaterThan(50);
  expect(right.length / SHORT_SENTENCES.length).toBeGreaterThanOrEqual(0.95);
});

test('is never misled by the locale of a requester who writes in their own language', () => {
  const wrong = SHORT_SENTENCES.filter(
    ([language, text]) => detectLanguage(text, language) !== language,
  );

  expect(wrong).toEqual([]);
});

test('believes the text over a locale that is plainly wrong', () => {
  expect(detectLanguage('Wo ist meine Bestellung?', 'en-US')).toBe('de');
  expect(detectLanguage('¿Dónde está mi pedido?', 'en-US')).toBe('es');
});

test.each([
  ['???', 'pt-BR', 'pt'],
  ['12345', 'de', 'de'],
  ['👍', 'ja', 'ja'],
  ['👍', undefined, 'en'],
])('falls back to the locale, then to English, for %j', (text, locale, expected) => {
  expect(detectLanguage(text, locale)).toBe(expected);
});

test('names a language it cannot answer in', () => {
  expect(detectLanguage('Zamówienie jeszcze do mnie nie dotarło, proszę o pomoc', 'en-US')).toBe(
    'pl',
  );
  expect(detectLanguage('こんにちは。日本への配送は可能ですか？')).toBe('ja');
  expect(detectLanguage('Buongiorno, il mio buono regalo non funziona')).toBe('it');
});
