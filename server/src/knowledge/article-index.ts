import { setImmediate } from 'node:timers/promises';
import MiniSearch from 'minisearch';
import type { StoredArticle } from './article-store.ts';
import type { Language } from './languages.ts';
import { passagesOf } from './passages.ts';
import type { Passage } from './passages.ts';
import { terms } from './words/terms.ts';

/** An article that shares words with a question, and how well it fits. Shares are 0 to 1, rare words weigh more. */
export interface ArticleMatch {
  article: StoredArticle;
  /** Rank within this search: BM25, shifted toward articles that cover the question and whose title it covers. */
  score: number;
  /** Share of the question that the article covers. */
  coverage: number;
  /** Share of the question that the title covers. */
  titleCoverage: number;
  /** Share of the title that the question covers. */
  titleFit: number;
  /** In the article's order; `coverage` is the share of the question that each covers. */
  passages: (Passage & { coverage: number })[];
}

export interface ArticleIndex {
  size: number;
  /** Best first, at most five. */
  search(text: string, locale?: string): ArticleMatch[];
}

interface IndexedArticle {
  article: StoredArticle;
  passages: (Passage & { terms: ReadonlySet<string> })[];
  title: ReadonlySet<string>;
}

/** The best and enough others to see how clear its lead is. */
const MATCHES = 5;

/** A title says in few words what the body says in many; a heading is in between. */
const BOOST = { title: 3, headings: 1.5, body: 1 };

/** An article whose whole title was asked for beats one that only mentions it, if their BM25 is near. */
const TITLE_FIT_BOOST = 0.5;

/** Among translations of one article into the same language, the requester's own wins. */
const OWN_LOCALE_BOOST = 1.05;

/** Shorter words have too many neighbours to guess a typing error. */
const TYPO_FROM_LENGTH = 5;

/** Characters indexed at a stretch, some ten milliseconds: webhooks are acknowledged by the same process. */
const INDEXED_AT_ONCE = 20_000;

/** Builds the search index over articles of one language, letting other work go on meanwhile. */
export async function createArticleIndex(
  articles: readonly StoredArticle[],
  language: Language,
): Promise<ArticleIndex> {
  const indexed: IndexedArticle[] = [];
  const search = new MiniSearch<{ id: number; title: string; headings: string; body: string }>({
    fields: ['title', 'headings', 'body'],
    tokenize: (text) => text.split(' ').filter(Boolean),
    processTerm: (term) => term,
  });
  let sinceRest = 0;
  for (const [id, article] of articles.entries()) {
    const entry = indexedArticle(article, language);
    indexed.push(entry);
    search.add(documentOf(entry, id, language));
    sinceRest += article.body.length;
    if (sinceRest < INDEXED_AT_ONCE) continue;
    sinceRest = 0;
    await setImmediate();
  }
  const weigh = weigher(indexed);

  return {
    size: indexed.length,
    search(text, locale) {
      const question = [...new Set(terms(text, language))];
      const found = search.search(question.join(' '), {
        boost: BOOST,
        boostDocument: (id) =>
          indexed[id as number]?.article.locale === locale?.toLowerCase() ? OWN_LOCALE_BOOST : 1,
        fuzzy: (term) => term.length >= TYPO_FROM_LENGTH && !weigh.isKnown(term) && 1,
      });
      const matches = new Map<string, ArticleMatch>();
      for (const { id, score, terms: matched, queryTerms } of found) {
        const entry = indexed[id as number];
        if (!entry || matches.has(entry.article.id)) continue;
        const match = matchOf({ entry, score, question, matched, queryTerms, weigh });
        matches.set(entry.article.id, match);
        if (matches.size === MATCHES) break;
      }
      return [...matches.values()].sort((a, b) => b.score - a.score);
    },
  };
}

function indexedArticle(article: StoredArticle, language: Language): IndexedArticle {
  return {
    article,
    title: new Set(terms(article.title, language)),
    passages: passagesOf(article.body).map((passage) => ({
      ...passage,
      terms: new Set(terms(`${passage.heading ?? ''} ${passage.text}`, language)),
    })),
  };
}

function documentOf({ article, passages }: IndexedArticle, id: number, language: Language) {
  const read = (text: string) => terms(text, language).join(' ');
  const headings = new Set(passages.map(({ heading }) => heading ?? ''));
  return {
    id,
    title: read(article.title),
    headings: read([...headings].join(' ')),
    body: read(passages.map(({ text }) => text).join(' ')),
  };
}

interface Weigher {
  isKnown(term: string): boolean;
  sum(terms: Iterable<string>): number;
}

/** A word that no article uses may be the heart of another question, or just the name of a product. */
const UNKNOWN_WEIGHT = 0.5;

/** Weighs terms by how few articles use them (idf). */
function weigher(indexed: readonly IndexedArticle[]): Weigher {
  const articlesWith = new Map<string, number>();
  for (const { title, passages } of indexed) {
    const all = new Set([...title, ...passages.flatMap((passage) => [...passage.terms])]);
    for (const term of all) articlesWith.set(term, (articlesWith.get(term) ?? 0) + 1);
  }
  const weight = (term: string) => {
    const count = articlesWith.get(term);
    const rarity = Math.log(1 + (indexed.length - (count ?? 1) + 0.5) / ((count ?? 1) + 0.5));
    return count === undefined ? rarity * UNKNOWN_WEIGHT : rarity;
  };
  return {
    isKnown: (term) => articlesWith.has(term),
    sum: (list) => [...list].reduce((total, term) => total + weight(term), 0),
  };
}

interface RawMatch {
  entry: IndexedArticle;
  score: number;
  question: readonly string[];
  /** Terms of the article, and terms of the question that found them; they differ by a typing error at most. */
  matched: readonly string[];
  queryTerms: readonly string[];
  weigh: Weigher;
}

function matchOf({ entry, score, question, matched, queryTerms, weigh }: RawMatch): ArticleMatch {
  const whole = weigh.sum(question) || 1;
  const title = matched.filter((term) => entry.title.has(term));
  const coverage = Math.min(1, weigh.sum(queryTerms) / whole);
  const titleFit = weigh.sum(title) / (weigh.sum(entry.title) || 1);
  return {
    article: entry.article,
    score: score * (1 + TITLE_FIT_BOOST * titleFit) * (1 + coverage),
    coverage,
    titleCoverage: Math.min(1, weigh.sum(title) / whole),
    titleFit,
    passages: entry.passages.map(({ terms: own, ...passage }) => ({
      ...passage,
      coverage: Math.min(1, weigh.sum(matched.filter((term) => own.has(term))) / whole),
    })),
  };
}
