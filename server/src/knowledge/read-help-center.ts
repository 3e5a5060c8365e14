import { setImmediate } from 'node:timers/promises';
import type { HelpArticle } from '../zendesk/articles.ts';
import type { ZendeskClient } from '../zendesk/client.ts';
import { isNotFound } from '../zendesk/zendesk-error.ts';
import type { StoredArticle } from './article-store.ts';
import { articleText } from './passages.ts';

export type HelpCenter = Pick<ZendeskClient, 'articles' | 'locales'>;

/** 20,000 articles in one language: more is a catalogue, not a help center. */
const MAX_PAGES = 200;

export interface HelpCenterReading {
  articles: StoredArticle[];
  /** Ids of the articles that could not be read, as far as they have one. */
  skipped: string[];
}

/**
 * Every article of the help center that everybody may read, in every language; undefined when the account
 * has no help center. An article that cannot be read is skipped. Throws a ZendeskError, `forbidden` too: that
 * is for the caller to weigh.
 */
export async function readHelpCenter(client: HelpCenter): Promise<HelpCenterReading | undefined> {
  const locales = await unlessAbsent(client.locales());
  if (!locales) return unlessAbsent(readLocale(client));

  const readings: HelpCenterReading[] = [];
  for (const locale of locales.locales) readings.push(await readLocale(client, locale));
  return {
    articles: readings.flatMap(({ articles }) => articles),
    skipped: readings.flatMap(({ skipped }) => skipped),
  };
}

async function readLocale(client: HelpCenter, locale?: string): Promise<HelpCenterReading> {
  const articles: StoredArticle[] = [];
  const skipped: string[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < MAX_PAGES; pages += 1) {
    const page = await client.articles({ ...(locale && { locale }), ...(cursor && { cursor }) });
    skipped.push(...(page.unreadable ?? []));
    for (const article of page.articles) {
      const stored = article.isForEveryone && storedArticle(article);
      if (stored === undefined) skipped.push(article.id);
      else if (stored && stored.body !== '') articles.push(stored);
      // A long article takes some hundred milliseconds, and this process answers webhooks meanwhile.
      await setImmediate();
    }
    cursor = page.cursor;
    if (cursor === undefined) break;
  }
  return { articles, skipped };
}

/** The article as text; undefined when its HTML is more than html-to-text can take. */
function storedArticle({
  id,
  locale,
  title,
  url,
  body,
  updatedAt,
}: HelpArticle): StoredArticle | undefined {
  try {
    const text = withoutNul(articleText(body));
    return {
      id,
      locale,
      title: withoutNul(title),
      url,
      body: text,
      updatedAt: Date.parse(updatedAt),
    };
  } catch {
    return undefined;
  }
}

/** PostgreSQL stores no text with the character 0 in it. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '');
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
