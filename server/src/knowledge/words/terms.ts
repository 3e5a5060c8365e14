import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { LANGUAGES } from '../languages.ts';
import type { Language } from '../languages.ts';
import { isStopWord } from './stop-words.ts';
import { PHRASES, SYNONYMS } from './synonyms.ts';

const STEMMERS: Record<Language, (word: string) => string> = {
  en: english,
  es: spanish,
  fr: french,
  de: german,
  pt: portuguese,
};

/** Longer runs of letters are data, not words. */
const MAX_WORD_LENGTH = 40;

const stems = new Map<string, string>();

/** Words of a few languages' help centers; then it starts over, so that strange input cannot fill the memory. */
const MAX_STEMS_KEPT = 50_000;

const canonical: ReadonlyMap<Language, ReadonlyMap<string, string>> = new Map(
  LANGUAGES.map((language) => [language, canonicalStems(language)]),
);

/**
 * What a text is about, as comparable terms in reading order: words without accents, stop words left out,
 * stemmed, synonyms read as one. Numbers are no terms: an order number says nothing about a topic.
 */
export function terms(text: string, language: Language): string[] {
  const plain = withPhrases(withoutAccents(text.toLowerCase().replaceAll('’', "'")), language);
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .filter((word) => isWord(word) && !isStopWord(word, language))
    .map((word) => {
      const stem = stemOf(word, language);
      return canonical.get(language)?.get(stem) ?? stem;
    });
}

function isWord(word: string): boolean {
  return word.length > 1 && word.length <= MAX_WORD_LENGTH && !/\d{2}/.test(word);
}

function withPhrases(text: string, language: Language): string {
  return PHRASES[language].reduce(
    (read, [phrase, meaning]) => read.replace(phrase, ` ${meaning} `),
    text,
  );
}

export function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('ß', 'ss');
}

/** Stems without accents differ from those with them; they only have to be the same on both sides. */
function stemOf(word: string, language: Language): string {
  const key = `${language}:${word}`;
  const known = stems.get(key);
  if (known !== undefined) return known;
  if (stems.size >= MAX_STEMS_KEPT) stems.clear();
  const stem = STEMMERS[language](word);
  stems.set(key, stem);
  return stem;
}

function canonicalStems(language: Language): Map<string, string> {
  const canonicalOf = new Map<string, string>();
  for (const group of SYNONYMS[language]) {
    const [first = '', ...others] = group.split(' ').map((word) => stemOf(word, language));
    for (const stem of [first, ...others]) canonicalOf.set(stem, first);
  }
  return canonicalOf;
}
