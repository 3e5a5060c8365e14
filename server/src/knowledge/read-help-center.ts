import { setImmediate } from 'node:timers/promises';
import type { HelpArticle } from '../zendesk/articles.ts';
import type { ZendeskClient } from '../zendesk/client.ts';
import { isNotFound, ZendeskError } from '../zendesk/zendesk-error.ts';
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

/** Of one language, or of a help center without any. */
interface LocaleReading extends HelpCenterReading {
  /** How many of the listed are what an article should be, for everybody or not. */
  readable: number;
}

/**
 * Every article of the help center that everybody may read, in every language; undefined when the account
 * has no help center. An article that cannot be read is skipped. Throws a ZendeskError: `forbidden` too, which
 * is for the caller to weigh, and `unexpected_answer` when not one of several articles can be read.
 */
export async function readHelpCenter(client: HelpCenter): Promise<HelpCenterReading | undefined> {
  const readings = await readLocales(client);
  if (!readings) return undefined;

  const skipped = readings.flatMap((reading) => reading.skipped);
  // A page or a small language may hold nothing but such articles; where all of them are, the answer is at fault.
  if (skipped.length > 1 && readings.every(({ readable }) => readable === 0)) {
    throw nothingReadable(skipped.length);
  }
  return { articles: readings.flatMap(({ articles }) => articles), skipped };
}

async function readLocales(client: HelpCenter): Promise<LocaleReading[] | undefined> {
  const known = await unlessAbsent(client.locales());
  if (!known) {
    const reading = await unlessAbsent(readLocale(client));
    return reading && [reading];
  }
  const readings: LocaleReading[] = [];
  for (const locale of known.locales) readings.push(await readLocale(client, locale));
  return readings;
}

async function readLocale(client: HelpCenter, locale?: string): Promise<LocaleReading> {
  const articles: StoredArticle[] = [];
  const skipped: string[] = [];
  let readable = 0;
  let cursor: string | undefined;
  for (let pages = 0; pages < MAX_PAGES; pages += 1) {
    const page = await client.articles({ ...(locale && { locale }), ...(cursor && { cursor }) });
    readable += page.articles.length;
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
  return { articles, skipped, readable };
}

function nothingReadable(count: number): ZendeskError {
  const call = { method: 'GET', path: '/api/v2/help_center/articles' };
  return new ZendeskError(
    { code: 'unexpected_answer', ...call, status: 200, fate: 'unknown' },
    `Zendesk answered with ${count} help articles, none of which can be read: ${call.method} ${call.path}`,
  );
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
