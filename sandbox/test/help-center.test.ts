import { expect, test } from 'vitest';
import { apiToken, clientWith } from './client.ts';
import { freshWorld } from './set-up.ts';

const world = freshWorld();

interface Shown {
  id: number;
  title: string;
  locale: string;
  draft: boolean;
  body: string;
  user_segment_id: number | null;
}

async function articles(path: string): Promise<Shown[]> {
  return (await world.zendesk.get(path)).articles;
}

test('lists articles in a locale, one id in two languages', async () => {
  const english = await articles('/help_center/en-us/articles?page[size]=100');
  const spanish = await articles('/help_center/es/articles.json?page[size]=100');
  const source = await articles('/help_center/articles?page[size]=100');

  const forCustomers = english.filter((each) => !each.draft && each.user_segment_id === null);
  expect(forCustomers).toHaveLength(40);
  expect(new Set([...english, ...spanish].map(({ title }) => title)).size).toBe(2 * english.length);
  expect(spanish.map(({ id }) => id)).toEqual(english.map(({ id }) => id));
  expect(spanish[0]).toMatchObject({ locale: 'es', source_locale: 'en-us' });
  expect(source).toEqual(english);
});

test('keeps every article long enough to quote and short enough to read', async () => {
  for (const { title, body } of await articles('/help_center/articles?page[size]=100')) {
    const words = body
      .replace(/<[^>]+>/g, ' ')
      .trim()
      .split(/\s+/).length;
    expect([title, words >= 80 && words <= 200]).toEqual([title, true]);
  }
});

test('gives 30 per page by offset and says how many pages there are', async () => {
  const page = await world.zendesk.get('/help_center/en-us/articles?per_page=10&page=2');

  expect(page).toMatchObject({ page: 2, per_page: 10, page_count: 5, count: 42 });
  expect(page.articles).toHaveLength(10);
  expect((await world.zendesk.get('/help_center/articles')).per_page).toBe(30);
});

test('shows drafts and internal articles to staff and not to customers', async () => {
  const { acme } = world;
  const alice = clientWith(acme, apiToken(acme, acme.users.alice.email));

  const staff = await articles('/help_center/articles?page[size]=100');
  const customer: Shown[] = (await alice.get('/help_center/articles?page[size]=100')).articles;

  const hidden = staff.filter(({ draft, user_segment_id: segment }) => draft || segment !== null);
  expect(hidden).toHaveLength(2);
  expect(customer).toEqual(staff.filter((article) => !hidden.includes(article)));
});

test('finds articles by words', async () => {
  const { results } = await world.zendesk.get(
    '/help_center/articles/search?query=reembolso&locale=es',
  );

  expect(results.map(({ title }: Shown) => title)).toContain('¿Cuándo recibiré mi reembolso?');
  expect((await world.zendesk.call('GET', '/help_center/articles/search')).status).toBe(400);
});

test('exports what changed since a time', async () => {
  const { zendesk } = world;
  const [first] = await articles('/help_center/articles');

  const everything = await zendesk.get('/help_center/incremental/articles?start_time=0');
  const nothing = await zendesk.get(
    `/help_center/incremental/articles?start_time=${everything.end_time + 1}`,
  );

  expect(everything.articles.map(({ id }: Shown) => id)).toContain(first!.id);
  expect(nothing).toMatchObject({ articles: [], count: 0 });
});

test('shows one article, its translations, and the locales, sections and categories', async () => {
  const { zendesk } = world;
  const [first] = await articles('/help_center/articles');

  const { article } = await zendesk.get(`/help_center/es/articles/${first!.id}.json`);
  const { translations } = await zendesk.get(`/help_center/articles/${first!.id}/translations`);
  const { sections } = await zendesk.get('/help_center/es/sections');
  const inSection = await articles(`/help_center/en-us/sections/${sections[0].id}/articles`);

  expect(article.locale).toBe('es');
  expect(translations.map(({ locale }: Shown) => locale)).toEqual(['en-us', 'es']);
  expect(sections[0].name).toBe('Envío y entrega');
  expect(inSection).toHaveLength(7);
  expect(await zendesk.get('/help_center/locales')).toEqual({
    locales: ['en-us', 'es'],
    default_locale: 'en-us',
  });
});

test('answers 404 everywhere in an account without a help center, by switch', async () => {
  const { acme, zendesk } = world;
  acme.switches.helpCenter = 'absent';

  for (const path of ['locales', 'articles', 'en-us/articles', 'incremental/articles']) {
    const { status } = await zendesk.call('GET', `/help_center/${path}`);
    expect([path, status]).toEqual([path, 404]);
  }
});
