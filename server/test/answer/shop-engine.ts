import { knowledgeAnswer } from '../../src/answer/knowledge-answer.ts';
import type { AnswerEngine } from '../../src/answer/answer.ts';
import { createKnowledge } from '../../src/knowledge/knowledge.ts';
import type { HelpArticle } from '../../src/zendesk/articles.ts';
import { openTestDatabase } from '../support/test-database.ts';
import { shopArticles } from './seed/shop-articles.ts';

/** The answer engine of the tenant acme, over these articles. */
export async function shopEngine(
  articles: readonly HelpArticle[] = shopArticles(),
): Promise<AnswerEngine> {
  const logger = { info: () => undefined, warn: () => undefined };
  const knowledge = createKnowledge({ db: await openTestDatabase(), now: Date.now, logger });
  await knowledge.sync('acme', {
    locales: () => Promise.resolve({ locales: [...new Set(articles.map(({ locale }) => locale))] }),
    articles: ({ locale } = {}) =>
      Promise.resolve({ articles: articles.filter((article) => article.locale === locale) }),
  });
  return knowledgeAnswer({ search: knowledge.search });
}
