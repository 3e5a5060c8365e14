import { Router, type Request, type RequestHandler } from 'express';
import type { Account } from '../account.ts';
import type { Article } from '../content-records.ts';
import { htmlToText } from '../tickets/comment-text.ts';
import { callerOf, userOf } from './caller.ts';
import { ApiError, invalidEndpoint, notFound } from './errors.ts';
import { paginate, param, usesCursor } from './paginate.ts';

/** The Help Center's own default, unlike ticketing's 100. */
const DEFAULT_PAGE = { defaultSize: 30 };

/** https://developer.zendesk.com/api-reference/help_center/help-center-api/articles/ */
export function helpCenterRouter(account: Account): Router {
  const router = Router();
  router.use('/help_center', (_req, _res, next) => {
    if (account.switches.helpCenter === 'absent') throw invalidEndpoint();
    next();
  });
  searchRoutes(router, account);
  articleRoutes(router, account);
  sectionRoutes(router, account);
  return router;
}

function searchRoutes(router: Router, account: Account): void {
  router.get('/help_center/locales', (_req, res) => {
    res.json({ locales: localesOf(account), default_locale: 'en-us' });
  });

  router.get('/help_center/articles/search', (req, res) => {
    const query = (param(req, 'query') ?? '').toLowerCase();
    if (!query)
      throw new ApiError(400, { error: 'InvalidParameter', description: 'query is required' });
    const locale = param(req, 'locale') ?? 'en-us';
    const words = query.split(/\W+/).filter(Boolean);
    const found = articlesIn(account, locale, userOf(res).role).filter((shown) => {
      const text = `${shown.title} ${htmlToText(shown.body)}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
    const { items, envelope } = paginate(account, req, found, DEFAULT_PAGE);
    res.json({ results: items, ...envelope });
  });

  router.get('/help_center/incremental/articles', (req, res) => {
    const startTime = Number(param(req, 'start_time') ?? 0);
    const all = articlesIn(account, undefined, userOf(res).role)
      .filter(({ updated_at }) => Date.parse(updated_at) / 1000 >= startTime)
      .sort((a, b) => a.updated_at.localeCompare(b.updated_at));
    const last = all.at(-1);
    const endTime = last ? Date.parse(last.updated_at) / 1000 : startTime;
    res.json({ articles: all, count: all.length, end_time: endTime, next_page: null });
  });
}

function articleRoutes(router: Router, account: Account): void {
  const list = listArticles(account);
  router.get('/help_center/articles', list);
  router.get('/help_center/:locale/articles', list);
  router.get('/help_center/sections/:section/articles', list);
  router.get('/help_center/:locale/sections/:section/articles', list);
  router.get('/help_center/categories/:category/articles', list);
  router.get('/help_center/:locale/categories/:category/articles', list);

  const one: RequestHandler = (req, res) => {
    const { locale, id } = req.params as { locale?: string; id: string };
    const article = articlesIn(account, locale, userOf(res).role).find(
      (shown) => String(shown.id) === id,
    );
    if (!article) throw notFound();
    res.json({ article });
  };
  router.get('/help_center/articles/:id', one);
  router.get('/help_center/:locale/articles/:id', one);

  router.get('/help_center/articles/:id/translations', (req, res) => {
    const article = account.store.articles.get(Number(req.params.id));
    if (!article || !callerOf(res).user) throw notFound();
    const translations = Object.entries(article.translations).map(([locale, translation]) => ({
      ...translation,
      locale,
      source_id: article.id,
      source_type: 'Article',
      draft: article.draft,
      outdated: false,
      updated_at: article.updated_at,
    }));
    res.json({ translations });
  });
}

function sectionRoutes(router: Router, account: Account): void {
  const { store } = account;

  const named =
    (kind: 'sections' | 'categories'): RequestHandler =>
    (req, res) => {
      const locale = (req.params['locale'] as string | undefined) ?? 'en-us';
      const all = [...store[kind].values()].map(({ names, ...rest }) => ({
        ...rest,
        name: names[locale] ?? names['en-us'] ?? '',
        locale,
      }));
      const { items, envelope } = paginate(account, req, all, DEFAULT_PAGE);
      res.json({ [kind]: items, ...envelope });
    };
  for (const kind of ['sections', 'categories'] as const) {
    router.get(`/help_center/${kind}`, named(kind));
    router.get(`/help_center/:locale/${kind}`, named(kind));
  }
}

function listArticles(account: Account): RequestHandler {
  return (req, res) => {
    const { locale, section, category } = req.params as Record<string, string | undefined>;
    const all = articlesIn(account, locale, userOf(res).role)
      .filter((shown) => !section || String(shown.section_id) === section)
      .filter((shown) => !category || categoryOf(account, shown.section_id) === category);
    sortArticles(req, all);
    const { items, envelope } = paginate(account, req, all, DEFAULT_PAGE);
    const paged = usesCursor(req) ? {} : offsetExtras(req, all.length);
    res.json({ articles: items, ...envelope, ...paged });
  };
}

function offsetExtras(req: Request, total: number) {
  const perPage = Math.min(100, Number(param(req, 'per_page') ?? DEFAULT_PAGE.defaultSize));
  return {
    page: Number(param(req, 'page') ?? 1),
    per_page: perPage,
    page_count: Math.ceil(total / perPage),
    sort_by: param(req, 'sort_by') ?? 'position',
    sort_order: param(req, 'sort_order') ?? 'asc',
  };
}

function sortArticles(req: Request, all: Array<ReturnType<typeof presentArticle>>): void {
  const by = param(req, 'sort_by');
  if (by !== 'updated_at' && by !== 'created_at' && by !== 'title') return;
  all.sort((a, b) => a[by].localeCompare(b[by]));
  if (param(req, 'sort_order') === 'desc') all.reverse();
}

/** Agents see drafts and internal articles too; without a locale the source versions come. */
function articlesIn(account: Account, locale: string | undefined, role: string) {
  return [...account.store.articles.values()]
    .filter(
      (article) => role !== 'end-user' || (!article.draft && article.user_segment_id === null),
    )
    .flatMap((article) => {
      const wanted = locale ?? article.source_locale;
      return article.translations[wanted] ? [presentArticle(account, article, wanted)] : [];
    });
}

function presentArticle(account: Account, article: Article, locale: string) {
  const { translations, ...rest } = article;
  const { title, body } = translations[locale]!;
  const slug = title.replace(/[^\p{L}\p{N}]+/gu, '-');
  return {
    url: `${account.url}/api/v2/help_center/${locale}/articles/${article.id}.json`,
    html_url: `${account.url}/hc/${locale}/articles/${article.id}-${slug}`,
    ...rest,
    name: title,
    title,
    body,
    locale,
    edited_at: article.updated_at,
    comments_disabled: false,
    vote_sum: 0,
    vote_count: 0,
    outdated: false,
    outdated_locales: [],
    user_segment_ids: article.user_segment_id === null ? [] : [article.user_segment_id],
    permission_group_id: account.id * 10,
    content_tag_ids: [],
  };
}

function categoryOf(account: Account, sectionId: number): string {
  return String(account.store.sections.get(sectionId)?.category_id ?? '');
}

function localesOf(account: Account): string[] {
  const locales = [...account.store.articles.values()].flatMap(({ translations }) =>
    Object.keys(translations),
  );
  return [...new Set(['en-us', ...locales])];
}
