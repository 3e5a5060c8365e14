import { detectLanguage } from '../knowledge/detect-language.ts';
import type { ArticleMatch } from '../knowledge/article-index.ts';
import type { KnowledgeSearch } from '../knowledge/knowledge.ts';
import type { Answer, AnswerEngine, Question } from './answer.ts';
import { composeAnswer } from './compose-answer.ts';
import { confidenceOf } from './confidence.ts';
import { shapeOf } from './message-shape.ts';
import { MAX_TEXT_LENGTH, sentencesOf } from './sentences.ts';

/** Below this the best article is a coincidence of words; there is no answer at all. */
const NOTHING_FITS = 0.3;

/**
 * A customer asks at the end of what they wrote, after greeting and story, or at its beginning, when a signature and
 * small print follow. So many sentences are read at either end, each of them a search.
 */
const SENTENCES_AT_EACH_END = 15;

interface Candidate {
  match: ArticleMatch;
  confidence: number;
}

/**
 * Answers from the shop's own help articles, in the customer's language, by quoting one of them. Reads the
 * message sentence by sentence, since one sentence asks what the others surround. Needs nothing outside the
 * database, and gives the same answer to the same question.
 */
export function knowledgeAnswer({ search }: { search: KnowledgeSearch }): AnswerEngine {
  return async (question: Question): Promise<Answer> => {
    const language = detectLanguage(question.text || question.subject, question.locale);
    const best = await bestCandidate(search, question, language);
    if (!best || best.confidence < NOTHING_FITS) {
      return { confidence: best?.confidence ?? 0, sources: [], language };
    }
    const { id, title, url } = best.match.article;
    // The answer is nothing but a quote.
    const text = composeAnswer(best.match);
    return {
      text,
      confidence: best.confidence,
      sources: [{ id, title, url, quote: text }],
      language,
    };
  };
}

async function bestCandidate(
  search: KnowledgeSearch,
  { tenant, text, locale }: Question,
  language: string,
): Promise<Candidate | undefined> {
  const candidates: Candidate[] = [];
  for (const sentence of sentencesToSearch(text)) {
    const matches = await search({ tenant, text: sentence, language, locale });
    const [match] = matches;
    if (match)
      candidates.push({ match, confidence: confidenceOf(matches, shapeOf(sentence, language)) });
  }
  return candidates.sort((a, b) => b.confidence - a.confidence)[0];
}

function sentencesToSearch(text: string): string[] {
  const first = sentencesOf(text.slice(0, MAX_TEXT_LENGTH));
  const last = text.length > MAX_TEXT_LENGTH ? sentencesOf(text.slice(-MAX_TEXT_LENGTH)) : first;
  const found = [...first.slice(0, SENTENCES_AT_EACH_END), ...last.slice(-SENTENCES_AT_EACH_END)];
  return [...new Set(found)];
}
