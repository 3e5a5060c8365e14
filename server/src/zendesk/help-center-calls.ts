import { articlesAnswer, localesAnswer } from './articles.ts';
import type { HelpArticle } from './articles.ts';
import { MAX_PAGE, nextCursor } from './page.ts';
import type { Request } from './request.ts';

export function helpCenterCalls(request: Request) {
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
      const query = { 'page[size]': MAX_PAGE, 'page[after]': cursor };
      const call = { method: 'GET', path, query } as const;
      const { meta, ...page } = await request(call, articlesAnswer);
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
