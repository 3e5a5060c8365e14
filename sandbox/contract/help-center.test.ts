import { expect, test } from 'vitest';
import { contract } from './contract.ts';
import { faultsIn, META } from './shape.ts';

contract('help center', (world) => {
  test('lists locales with the default one', async () => {
    const { locales, default_locale: standard } = await world.api.get('/help_center/locales.json');

    expect(locales).toContain(standard);
  });

  test('lists the articles of a locale by cursor and by offset', async () => {
    const { default_locale: locale } = await world.api.get('/help_center/locales.json');
    const path = `/help_center/${locale}/articles.json`;

    const byCursor = await world.api.get(`${path}?page[size]=1`);
    const byOffset = await world.api.get(path);

    expect(faultsIn(byCursor.meta, META)).toEqual([]);
    expect(
      faultsIn(byOffset, {
        ...{ articles: 'array', count: 'number', page: 'number', page_count: 'number' },
        ...{ per_page: 'number', next_page: 'string|null', previous_page: 'string|null' },
      }),
    ).toEqual([]);
    expect(byOffset.per_page).toBe(30);
    expect(byCursor.articles[0].locale).toBe(locale);
  });

  test('shows an article with what tells whether customers may read it', async () => {
    const { articles } = await world.api.get('/help_center/articles.json?page[size]=1');

    const { article } = await world.api.get(`/help_center/articles/${articles[0].id}.json`);

    expect(
      faultsIn(article, {
        ...{ id: 'number', url: 'string', html_url: 'string', author_id: 'number' },
        ...{ title: 'string', name: 'string', body: 'string|null', locale: 'string' },
        ...{ source_locale: 'string', draft: 'boolean', promoted: 'boolean', position: 'number' },
        ...{ section_id: 'number', user_segment_id: 'number|null', label_names: 'array' },
        ...{ created_at: 'time', updated_at: 'time', edited_at: 'time', outdated: 'boolean' },
      }),
    ).toEqual([]);
  });

  test('exports changed articles from a time on', async () => {
    const page = await world.api.get('/help_center/incremental/articles.json?start_time=0');

    expect(
      faultsIn(page, { articles: 'array', end_time: 'number', next_page: 'string|null' }),
    ).toEqual([]);
  });
});
