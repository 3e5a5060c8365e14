import { numericId } from '@smart-assistant/shared/ids.ts';
import { z } from 'zod';
import { listOf, pageMeta } from './page.ts';

/** A title is a line in a reply, and weighs more than the text when articles are searched. */
const MAX_TITLE_LENGTH = 500;

/** An address holds the title, nine characters for each letter that is not Latin; servers take no longer ones. */
const MAX_URL_LENGTH = 8_000;

/** A help article in one language, as the Help Center API lists it. */
export const articleSchema = z
  .object({
    id: numericId,
    locale: z.string().regex(/^[\w-]+$/),
    title: z.string().nullish(),
    /** Becomes a link in replies: nothing but a web page may. */
    html_url: z.string().max(MAX_URL_LENGTH).refine(isWebPage),
    body: z.string().nullish(),
    draft: z.boolean().nullish(),
    user_segment_id: numericId.nullish(),
    user_segment_ids: listOf(z.unknown()).nullish(),
    updated_at: z.string().refine((at) => !Number.isNaN(Date.parse(at))),
  })
  .transform((article) => ({
    id: article.id,
    locale: article.locale.toLowerCase(),
    title: (article.title ?? '').slice(0, MAX_TITLE_LENGTH),
    url: article.html_url,
    /** HTML; empty for a translation without text. */
    body: article.body ?? '',
    /** An agent's credentials also see drafts and articles for some users only; customers must not. */
    isForEveryone:
      article.draft !== true &&
      (article.user_segment_id ?? null) === null &&
      (article.user_segment_ids ?? []).length === 0,
    updatedAt: article.updated_at,
  }));
export type HelpArticle = z.infer<typeof articleSchema>;

/**
 * A page of articles, each read by itself: one that cannot be read is named in `unreadable` and keeps none of the
 * others away, on this page or another.
 */
export const articlesAnswer = z
  .object({ articles: listOf(z.unknown()), meta: pageMeta })
  .transform(({ articles: listed, meta }) => {
    const articles: HelpArticle[] = [];
    const unreadable: string[] = [];
    for (const each of listed) {
      const read = articleSchema.safeParse(each);
      if (read.success) articles.push(read.data);
      else unreadable.push(idOf(each));
    }
    return { articles, unreadable, meta };
  });

function isWebPage(url: string): boolean {
  const protocol = URL.canParse(url) ? new URL(url).protocol : '';
  return (protocol === 'https:' || protocol === 'http:') && !/\p{Cc}/u.test(url);
}

function idOf(listed: unknown): string {
  const named = z.object({ id: numericId }).safeParse(listed);
  return named.success ? named.data.id : 'unknown';
}

export const localesAnswer = z.object({
  locales: listOf(z.string().transform((locale) => locale.toLowerCase())),
  default_locale: z.string().optional(),
});
