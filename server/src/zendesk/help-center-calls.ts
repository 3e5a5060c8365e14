import { articlesAnswer, localesAnswer } from './articles.ts';
import type { HelpArticle } from './articles.ts';
import { MAX_PAGE, nextCursor } from './page.ts';
import type { Request } from './request.ts';
import { isTooLarge } from './zendesk-error.ts';

/** A hundred articles of 300 KB are more than we read at once; ten of them are not. */
const FEWER_ARTICLES = 10;

export function helpCenterCalls(request: Request) {
  const articlePage = (path: string, cursor: string | undefined, size: number) => {
    const query = { 'page[size]': size, 'page[after]': cursor };
    return request({ method: 'GET', path, query }, articlesAnswer);
  };

  return {
    /** One page of articles in a locale, drafts and restricted ones included; without locale in their source language. */
    async articles({ locale, cursor }: { locale?: string; cursor?: string } = {}): Promise<{
      articles: HelpArticle[];
      /** Ids of articles that are not what an article should be. */
      unreadable?: string[];
      cursor?: string | undefined;
    }> {
      const place = locale === undefined ? '' : `/${encodeURIComponent(locale)}`;
      const path = `/api/v2/help_center${place}/articles`;
      const { meta, ...page } = await articlePage(path, cursor, MAX_PAGE).catch(
        (error: unknown) => {
          if (isTooLarge(error)) return articlePage(path, cursor, FEWER_ARTICLES);
          throw error;
        },
      );
      return { ...page, cursor: nextCursor(meta) };
    },

    /** The languages the help center is written in, such as `en-us`. */
    async locales(): Promise<{ locales: string[]; defaultLocale?: string | undefined }> {
      const path = '/api/v2/help_center/locales';
      const answer = await request({ method: 'GET', path }, localesAnswer);
      return { locales: answer.locales, defaultLocale: answer.default_locale?.toLowerCase() };
    },
  };
}
