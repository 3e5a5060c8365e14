import { numericId } from '@smart-assistant/shared/ids.ts';
import { z } from 'zod';
import { pageMeta } from './page.ts';

/** A help article in one language, as the Help Center API lists it. */
export const articleSchema = z
  .object({
    id: numericId,
    locale: z.string(),
    title: z.string().nullish(),
    html_url: z.string(),
    body: z.string().nullish(),
    draft: z.boolean().nullish(),
    user_segment_id: numericId.nullish(),
    user_segment_ids: z.array(z.unknown()).nullish(),
    updated_at: z.string(),
  })
  .transform((article) => ({
    id: article.id,
    locale: article.locale.toLowerCase(),
    title: article.title ?? '',
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

export const articlesAnswer = z.object({
  articles: z.array(articleSchema),
  meta: pageMeta,
});

export const localesAnswer = z.object({
  locales: z.array(z.string().transform((locale) => locale.toLowerCase())),
  default_locale: z.string().optional(),
});
