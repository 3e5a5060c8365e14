import { expect, test } from 'vitest';
import { createKnowledge } from '../../src/knowledge/knowledge.ts';
import type { HelpArticle } from '../../src/zendesk/articles.ts';
import type { HelpCenter } from '../../src/knowledge/read-help-center.ts';
import { ZendeskError } from '../../src/zendesk/zendesk-error.ts';
import { openTestDatabase } from '../support/test-database.ts';
import { testClient } from '../zendesk/test-client.ts';
import { fakeZendesk } from '../zendesk/fake-zendesk.ts';

const NOW = Date.parse('2026-11-24T09:00:00Z');

function article(overrides: Partial<HelpArticle> = {}): HelpArticle {
  return {
    id: '1',
    locale: 'en-us',
    title: 'Warranty',
    url: 'https://shop.example/hc/1',
    body: '<p>The warranty is two years.</p>',
    isForEveryone: true,
    updatedAt: '2026-01-08T05:10:10Z',
    ...overrides,
  };
}

/** A help center with these articles, as the Zendesk client would read it. */
function helpCenter(...articles: HelpArticle[]): HelpCenter {
  return {
    locales: () => Promise.resolve({ locales: [...new Set(articles.map(({ locale }) => locale))] }),
    articles: ({ locale } = {}) =>
      Promise.resolve({ articles: articles.filter((each) => each.locale === locale) }),
  };
}

async function knowledge() {
  const db = await openTestDatabase();
  const logged: string[] = [];
  const facts: unknown[] = [];
  const log = (about: unknown, message?: string) => {
    facts.push(about);
    logged.push(message ?? '');
  };
  const create = () =>
    createKnowledge({ db, now: () => NOW, logger: { info: log, warn: log } as never });
  return { db, logged, facts, create, ...create() };
}

const titles = (matches: { article: { title: string } }[]) =>
  matches.map((match) => match.article.title);
const ask = (text: string, tenant = 'acme', language = 'en') => ({ tenant, text, language });

test('finds what it read, and remembers when that was', async () => {
  const { sync, search, syncedAt } = await knowledge();
  expect(await syncedAt('acme')).toBeUndefined();

  const changes = await sync(
    'acme',
    helpCenter(article(), article({ id: '2', title: 'Refunds', body: '<p>Money.</p>' })),
  );

  expect(changes).toEqual({ stored: 2, written: 2, deleted: 0 });
  expect(await syncedAt('acme')).toBe(NOW);
  expect(titles(await search(ask('How long is the warranty?')))).toEqual(['Warranty']);
});

test('shows no shop the articles of another', async () => {
  const { sync, search } = await knowledge();
  await sync('acme', helpCenter(article()));

  expect(await search(ask('warranty', 'other'))).toEqual([]);
});

test('keeps drafts, restricted and empty articles out', async () => {
  const { sync, search } = await knowledge();

  const hidden = article({ id: '2', title: 'Warranty for staff', isForEveryone: false });
  const empty = article({ id: '3', title: 'Warranty soon', body: '' });
  expect(await sync('acme', helpCenter(article(), hidden, empty))).toMatchObject({ stored: 1 });

  expect(titles(await search(ask('warranty')))).toEqual(['Warranty']);
});

test('forgets an article that vanished and reads one that changed, in every process', async () => {
  const { sync, create } = await knowledge();
  const other = create();
  await sync('acme', helpCenter(article(), article({ id: '2', title: 'Refunds' })));
  expect(titles(await other.search(ask('refunds')))).toContain('Refunds');

  const changes = await sync(
    'acme',
    helpCenter(article({ body: '<p>The warranty is five years.</p>' })),
  );

  expect(changes).toEqual({ stored: 1, written: 1, deleted: 1 });
  expect(titles(await other.search(ask('refunds')))).toEqual([]);
  expect((await other.search(ask('warranty')))[0]?.passages[0]?.text).toBe(
    'The warranty is five years.',
  );
});

test('writes nothing when nothing changed', async () => {
  const { sync } = await knowledge();
  await sync('acme', helpCenter(article()));

  expect(await sync('acme', helpCenter(article()))).toEqual({ stored: 1, written: 0, deleted: 0 });
});

test('searches only articles in the language of the question, the requester’s own variety first', async () => {
  const { sync, search } = await knowledge();
  const british = article({ locale: 'en-gb', url: 'https://shop.example/hc/en-gb/1' });
  const spanish = article({
    locale: 'es',
    title: 'Garantía',
    body: '<p>La garantía es de dos años.</p>',
  });
  await sync('acme', helpCenter(article(), british, spanish));

  expect(titles(await search(ask('¿qué garantía hay?', 'acme', 'es')))).toEqual(['Garantía']);
  const found = await search({ ...ask('warranty'), locale: 'en-GB' });
  expect(found.map((match) => match.article.locale)).toEqual(['en-gb']);
  expect(await search(ask('gwarancja', 'acme', 'pl'))).toEqual([]);
});

test('understands plurals, synonyms, missing accents and a typing error', async () => {
  const { sync, search } = await knowledge();
  const refunds = article({ id: '2', title: 'Refunds', body: '<p>We refund within 5 days.</p>' });
  const spanish = article({
    id: '3',
    locale: 'es',
    title: 'Devoluciones',
    body: '<p>Tienes 30 días.</p>',
  });
  await sync('acme', helpCenter(article(), refunds, spanish));

  expect(titles(await search(ask('are there guarantees')))).toEqual(['Warranty']);
  expect(titles(await search(ask('I want my money back')))).toEqual(['Refunds']);
  expect(titles(await search(ask('warrenty')))).toEqual(['Warranty']);
  expect(titles(await search(ask('como hago una devolucion', 'acme', 'es')))).toEqual([
    'Devoluciones',
  ]);
});

/** An article as Zendesk lists it. */
const listed = (overrides: object = {}) => ({
  id: 11,
  locale: 'en-us',
  title: 'Warranty',
  html_url: 'https://shop.example/hc/11',
  body: '<p>The warranty is two years.</p>',
  updated_at: '2026-01-08T05:10:10Z',
  ...overrides,
});

async function zendeskListing(...articles: unknown[]) {
  return zendeskListingIn({ 'en-us': [articles] });
}

/** The pages of each language. */
async function zendeskListingIn(pages: Record<string, unknown[][]>) {
  const listing = Object.entries(pages).map(([locale, lists]) => {
    const answers = lists.map((articles, n) => ({
      body: { articles, meta: { has_more: n < lists.length - 1, after_cursor: `page-${n}` } },
    }));
    return [`GET /api/v2/help_center/${locale}/articles`, answers];
  });
  const zendesk = await fakeZendesk({
    'GET /api/v2/help_center/locales': { body: { locales: Object.keys(pages) } },
    ...Object.fromEntries(listing),
  });
  return testClient(zendesk.url);
}

test.each([
  ['whose link is a script', { html_url: 'javascript:alert(1)' }],
  ['whose link is none', { html_url: '/hc/12' }],
  ['without a link', { html_url: null }],
  ['whose link is longer than any', { html_url: `https://shop.example/${'a'.repeat(9_000)}` }],
  ['without a time', { updated_at: 'yesterday' }],
  ['without a locale', { locale: 7 }],
])('skips an article %s, says which, and reads the others', async (_, odd) => {
  const { sync, search, facts } = await knowledge();
  const client = await zendeskListing(
    listed({ id: 12, title: 'Warranty for ever', ...odd }),
    listed(),
  );

  expect(await sync('acme', client)).toMatchObject({ stored: 1 });

  expect(titles(await search(ask('warranty')))).toEqual(['Warranty']);
  expect(facts).toContainEqual({ tenant: 'acme', count: 1, articleIds: ['12'] });
});

test('reads of a title what a line can hold', async () => {
  const { sync, search } = await knowledge();

  await sync('acme', await zendeskListing(listed({ title: 'Warranty '.repeat(100_000) })));

  expect((await search(ask('warranty')))[0]?.article.title).toHaveLength(500);
});

test('skips a thing that is no article, even when it is all there is', async () => {
  const { sync, facts } = await knowledge();

  expect(await sync('acme', await zendeskListing(null))).toMatchObject({ stored: 0 });
  expect(facts).toContainEqual({ tenant: 'acme', count: 1, articleIds: ['unknown'] });
});

/** Two that cannot be read. */
const odd = [listed({ id: 12, html_url: null }), listed({ id: 13, html_url: null })];

test.each([
  ['of a language', { es: [odd], 'en-us': [[listed()]] }],
  ['on a page', { 'en-us': [odd, [listed()]] }],
])(
  'skips articles that cannot be read when they are all %s, and reads the others',
  async (_, pages) => {
    const { sync, search, facts } = await knowledge();

    expect(await sync('acme', await zendeskListingIn(pages))).toMatchObject({ stored: 1 });

    expect(titles(await search(ask('warranty')))).toEqual(['Warranty']);
    expect(facts).toContainEqual({ tenant: 'acme', count: 2, articleIds: ['12', '13'] });
  },
);

test.each([
  ['on its only page', { 'en-us': [odd] }],
  ['in any language', { 'en-us': [odd.slice(0, 1)], es: [odd.slice(1)] }],
])(
  'keeps what it has when no article of several can be read %s: then the answer is at fault',
  async (_, pages) => {
    const { sync, search } = await knowledge();
    await sync('acme', helpCenter(article()));

    await expect(sync('acme', await zendeskListingIn(pages))).rejects.toMatchObject({
      code: 'unexpected_answer',
      message:
        'Zendesk answered with 2 help articles, none of which can be read: GET /api/v2/help_center/articles',
    });
    expect(titles(await search(ask('warranty')))).toEqual(['Warranty']);
  },
);

test('takes a help center of drafts for one that can be read', async () => {
  const { sync } = await knowledge();
  const draft = listed({ id: 14, draft: true });

  expect(await sync('acme', await zendeskListing(...odd, draft))).toMatchObject({ stored: 0 });
});

test('reads letters that no database takes as nothing', async () => {
  const { sync, search } = await knowledge();

  await sync('acme', helpCenter(article({ title: 'War\0ranty', body: '<p>Two\0 years.</p>' })));

  const [found] = await search(ask('warranty'));
  expect(found?.article).toMatchObject({ title: 'Warranty', body: 'Two years.' });
});

test('skips an article whose HTML cannot be read, says which, and reads the others', async () => {
  const { sync, search, facts } = await knowledge();
  const unreadable = article({ id: '2', body: null as unknown as string });

  expect(await sync('acme', helpCenter(unreadable, article()))).toMatchObject({ stored: 1 });

  expect(titles(await search(ask('warranty')))).toEqual(['Warranty']);
  expect(facts).toContainEqual({ tenant: 'acme', count: 1, articleIds: ['2'] });
});

test.each([404, 403])(
  'takes a help center that answers %i for none at all, and says so',
  async (status) => {
    const { sync, syncedAt, logged } = await knowledge();
    const answer = { status, body: { error: 'InvalidEndpoint' } };
    const zendesk = await fakeZendesk({
      'GET /api/v2/help_center/locales': answer,
      'GET /api/v2/help_center/articles': answer,
    });

    expect(await sync('acme', testClient(zendesk.url))).toEqual({
      stored: 0,
      written: 0,
      deleted: 0,
    });
    expect(await syncedAt('acme')).toBe(NOW);
    expect(logged.join()).toContain('no help center to read');
  },
);

test('keeps what it has when a read fails half way', async () => {
  const { sync, search } = await knowledge();
  await sync('acme', helpCenter(article()));
  const failed = new ZendeskError({
    code: 'server_error',
    method: 'GET',
    path: '/x',
    status: 500,
    fate: 'unknown',
  });
  const broken = { ...helpCenter(article({ id: '9' })), articles: () => Promise.reject(failed) };

  await expect(sync('acme', broken)).rejects.toMatchObject({ code: 'server_error' });
  expect(titles(await search(ask('warranty')))).toEqual(['Warranty']);
});

test('keeps what it has when the credentials lost the right to read it', async () => {
  const { sync, search } = await knowledge();
  await sync('acme', helpCenter(article()));
  const zendesk = await fakeZendesk({
    'GET /api/v2/help_center/locales': { status: 403, body: { error: { title: 'Forbidden' } } },
  });

  await expect(sync('acme', testClient(zendesk.url))).rejects.toMatchObject({ code: 'forbidden' });
  expect(titles(await search(ask('warranty')))).toEqual(['Warranty']);
});
