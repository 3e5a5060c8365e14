import type { ZendeskClient } from '../zendesk/client.ts';
import { isNotFound } from '../zendesk/zendesk-error.ts';
import type { StoredArticle } from './article-store.ts';
import { articleText } from './passages.ts';

export type HelpCenter = Pick<ZendeskClient, 'articles' | 'locales'>;

/** 20,000 articles in one language: more is a catalogue, not a help center. */
const MAX_PAGES = 200;

/**
 * Every article of the help center that everybody may read, in every language; undefined when the account
 * has no help center. Throws a ZendeskError, `forbidden` too: that is for the caller to weigh.
 */
export async function readHelpCenter(client: HelpCenter): Promise<StoredArticle[] | undefined> {
  const locales = await unlessAbsent(client.locales());
  if (!locales) return unlessAbsent(readLocale(client));

  const articles: StoredArticle[] = [];
  for (const locale of locales.locales) articles.push(...(await readLocale(client, locale)));
  return articles;
}

async function readLocale(client: HelpCenter, locale?: string): Promise<StoredArticle[]> {
  const found: StoredArticle[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < MAX_PAGES; pages += 1) {
    const page = await client.articles({ ...(locale && { locale }), ...(cursor && { cursor }) });
    for (const article of page.articles) {
      const body = article.isForEveryone ? articleText(article.body) : '';
      if (body === '') continue;
      const { id, title, url } = article;
      found.push({
        id,
        locale: article.locale,
        title,
        url,
        body,
        updatedAt: Date.parse(article.updatedAt),
      });
    }
    cursor = page.cursor;
    if (cursor === undefined) break;
  }
  return found;
}

/** Zendesk answers 404 on every help center path of an account without Guide. */
async function unlessAbsent<Result>(reading: Promise<Result>): Promise<Result | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}
