import { z } from 'zod';
import type { HelpCenterFacts, Reading } from './account.ts';
import { article } from './account-schemas.ts';
import { ask, readPage } from './read-list.ts';
import type { ZendeskCall } from './zendesk-call.ts';

const locales = z.object({ locales: z.array(z.string()) });

/** Accounts without Guide answer 404 or 403: https://developer.zendesk.com/api-reference/help_center/help-center-api/articles/ */
export async function readHelpCenter(call: ZendeskCall): Promise<Reading<HelpCenterFacts>> {
  const path = '/api/v2/help_center/articles';
  const articles = await readPage(call, { path, key: 'articles', schema: article });
  if (articles.kind === 'unreadable') return articles;
  const answer = await ask(call, '/api/v2/help_center/locales');
  const isForAll = articles.value.filter(
    ({ draft, user_segment_id }) => !draft && user_segment_id === null,
  );
  const value = {
    locales: locales.safeParse(answer.body).data?.locales ?? [],
    articles: isForAll.length,
  };
  return { ...articles, value };
}
