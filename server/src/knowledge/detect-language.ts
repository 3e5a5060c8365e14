import { eld } from 'eld/extrasmall';
import { LANGUAGES, languageOf } from './languages.ts';
import type { Language } from './languages.ts';

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

const ours = eld.newInstance();
ours.setLanguageSubset([...LANGUAGES]);

/**
 * The language of a customer's text as a BCP 47 tag, from the text itself; the requester's locale helps where
 * the text is too short to tell. Another language than ours is named when the detector is sure of it.
 */
export function detectLanguage(text: string, locale?: string): string {
  const hint = languageOf(locale);
  const marked = MARKS.find(([mark]) => mark.test(text))?.[1];
  const foreign = eld.detect(text);
  if (!marked && foreign.isReliable() && languageOf(foreign.language) === undefined) {
    return foreign.language;
  }
  return marked ?? closest(text, hint) ?? hint ?? locale?.split(/[-_]/)[0]?.toLowerCase() ?? 'en';
}

function closest(text: string, hint: Language | undefined): Language | undefined {
  const scores = ours.detect(text).getScores();
  const [best] = Object.entries(scores).sort(([, a], [, b]) => b - a);
  if (!best) return undefined;
  const isHintAsGood = hint !== undefined && best[1] - (scores[hint] ?? 0) < TOO_CLOSE;
  return isHintAsGood ? hint : languageOf(best[0]);
}
