import { eld } from 'eld/extrasmall';
import { LANGUAGES, languageOf } from './languages.ts';
import type { Language } from './languages.ts';
import { isStopWord } from './words/stop-words.ts';
import { withoutAccents } from './words/terms.ts';

/**
 * Customer sentences are short, and Spanish and Portuguese are close: when the two best scores are nearer
 * than this, the requester's locale decides.
 */
const TOO_CLOSE = 0.1;

/** Signs of one language that a detector of letter groups overlooks in a short sentence. */
const MARKS: readonly (readonly [RegExp, Language])[] = [
  [/[¿¡ñ]/i, 'es'],
  [/[ãõ]|\bnão\b/i, 'pt'],
  [/[äöß]|\bü/i, 'de'],
];

/** Function words are the surest sign in a short sentence: a sentence of nothing else gains this much. */
const FUNCTION_WORDS_WEIGHT = 0.3;

/**
 * The language of a customer's text as a BCP 47 tag, from the text itself; the requester's locale helps where
 * the text is too short to tell. Another language than ours is named when the detector is sure of it.
 */
export function detectLanguage(text: string, locale?: string): string {
  const marked = MARKS.find(([mark]) => mark.test(text))?.[1];
  if (marked) return marked;

  const detected = eld.detect(text);
  const scores = detected.getScores();
  const ours = LANGUAGES.map((language) => ({
    language,
    score: (scores[language] ?? 0) + FUNCTION_WORDS_WEIGHT * functionWordShare(text, language),
  })).sort((a, b) => b.score - a.score);
  const [best] = ours;

  const isForeign = detected.isReliable() && languageOf(detected.language) === undefined;
  if (isForeign && (scores[detected.language] ?? 0) > (best?.score ?? 0)) return detected.language;

  const hint = ours.find(({ language }) => language === languageOf(locale));
  if (!best || best.score === 0) return hint?.language ?? baseOf(locale) ?? 'en';
  return hint && best.score - hint.score < TOO_CLOSE ? hint.language : best.language;
}

function baseOf(locale: string | undefined): string | undefined {
  return locale?.split(/[-_]/)[0]?.toLowerCase();
}

function functionWordShare(text: string, language: Language): number {
  const words = withoutAccents(text.toLowerCase()).match(/\p{L}+/gu) ?? [];
  const known = words.filter((word) => isStopWord(word, language));
  return known.length / Math.max(1, words.length);
}
