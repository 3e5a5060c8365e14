import { useEffect, useState } from 'react';
import type { Zendesk } from '../zaf/zendesk.ts';
import { fetchArticle, plainLink } from './articles.ts';
import type { ArticleLink } from './articles.ts';

/** Links of the given articles: plain at once, with titles when Zendesk has answered. */
export function useArticles(zendesk: Zendesk, ids: readonly string[]): ArticleLink[] {
  const [known, setKnown] = useState<Record<string, ArticleLink>>({});
  const key = ids.join(',');

  useEffect(() => {
    let isCurrent = true;
    for (const id of key ? key.split(',') : []) {
      void fetchArticle(zendesk, id).then((article) => {
        if (isCurrent) setKnown((links) => ({ ...links, [id]: article }));
      });
    }
    return () => {
      isCurrent = false;
    };
  }, [zendesk, key]);

  return ids.map((id) => known[id] ?? plainLink(zendesk.subdomain, id));
}
