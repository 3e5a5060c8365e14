import type { Zendesk } from '../zaf/zendesk.ts';

export interface ArticleLink {
  id: string;
  /** Undefined until it is known, and for good when the article cannot be had. */
  title: string | undefined;
  url: string | undefined;
}

interface ArticleResponse {
  article?: { title?: unknown; html_url?: unknown };
}

/** The link that works without asking anybody: the help center finds the article by its id. */
export function plainLink(subdomain: string, id: string): ArticleLink {
  const isUsable = /^[a-z0-9-]+$/i.test(subdomain);
  return {
    id,
    title: undefined,
    url: isUsable ? `https://${subdomain}.zendesk.com/hc/articles/${id}` : undefined,
  };
}

/**
 * Title and address of an article, with the agent's own rights. Never rejects: an article that is gone or
 * not for this agent keeps its plain link.
 */
export async function fetchArticle(zendesk: Zendesk, id: string): Promise<ArticleLink> {
  const plain = plainLink(zendesk.subdomain, id);
  try {
    const response = await zendesk.request('GET', `/api/v2/help_center/articles/${id}`);
    const { title, html_url: url } = (response as ArticleResponse).article ?? {};
    return {
      id,
      title: typeof title === 'string' && title ? title : undefined,
      url: isWebAddress(url) ? url : plain.url,
    };
  } catch {
    return plain;
  }
}

/** Anything else (`javascript:`) must never become a link. */
export function isWebAddress(url: unknown): url is string {
  return typeof url === 'string' && /^https?:\/\//i.test(url);
}
