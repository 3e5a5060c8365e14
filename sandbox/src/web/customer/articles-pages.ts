import { read } from '../api.ts';
import { fill, h } from '../dom.ts';
import { richText } from '../rich-text.ts';
import { fullTime } from '../time.ts';

interface Article {
  id: number;
  title: string;
  body: string;
  locale: string;
  html_url: string;
  updated_at: string;
}

/** More than any seed has. */
const PER_PAGE = 100;

/** One help article; `/hc/en-us/articles/360001-where-is-my-order`. */
export async function articlePage(main: HTMLElement, locale: string, slug: string): Promise<void> {
  const id = Number.parseInt(slug, 10);
  const { article } = await read<{ article: Article }>(
    `/api/v2/help_center/${locale}/articles/${id}.json`,
  );
  document.title = article.title;
  fill(
    main,
    h('p', {}, h('a', { href: `/hc/${locale}` }, 'All articles')),
    h(
      'article',
      { class: 'card article', lang: article.locale },
      h('h1', {}, article.title),
      h('p', { class: 'when' }, `Updated ${fullTime(article.updated_at)}`),
      h('div', { class: 'text' }, richText(article.body)),
    ),
  );
}

/** All articles that a customer may read in a language. */
export async function articlesPage(main: HTMLElement, locale: string): Promise<void> {
  const { articles } = await read<{ articles: Article[] }>(
    `/api/v2/help_center/${locale}/articles.json?per_page=${PER_PAGE}`,
  );
  const items = articles.map(({ title, html_url: url }) =>
    h('li', {}, h('a', { href: new URL(url).pathname }, title)),
  );
  fill(main, h('h1', {}, 'Help articles'), h('ul', { class: 'requests' }, ...items));
}
