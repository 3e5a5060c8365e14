import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_ANSWER_LENGTH } from '../../src/answer/compose-answer.ts';
import { shapeOf } from '../../src/answer/message-shape.ts';
import { sentencesOf } from '../../src/answer/sentences.ts';
import { articleId, shopArticles } from './seed/shop-articles.ts';
import { shopEngine } from './shop-engine.ts';

const ask = (text: string, locale?: string) => ({ tenant: 'acme', subject: '', text, locale });

test('quotes the article that answers and names it', async () => {
  const engine = await shopEngine();

  const answer = await engine(ask('Hi! How long does delivery take?\n\nThanks, Alice', 'en-US'));

  expect(answer.text).toContain('Standard delivery takes 3 to 5 working days');
  expect(answer.confidence).toBeGreaterThan(0.5);
  expect(answer.language).toBe('en');
  expect(answer.sources).toEqual([
    {
      id: articleId('delivery-times'),
      title: 'How long does delivery take?',
      url: `https://shop.example/hc/en-us/articles/${articleId('delivery-times')}`,
      quote: answer.text,
    },
  ]);
});

test('quotes the steps of a list whole', async () => {
  const engine = await shopEngine();

  const answer = await engine(ask('How can I return an item?'));

  expect(answer.text).toContain(
    'To return an item:\n1. Open your order in your account and choose Return.',
  );
  expect(answer.text).toContain('3. Drop the parcel at any post office.');
});

test.each([
  ['¿Cuánto tarda el envío?', 'es', 'El envío estándar tarda'],
  ['Quels sont les délais de livraison ?', 'fr', 'La livraison standard'],
  ['Wie lange dauert die Lieferung?', 'de', 'Die Lieferung dauert'],
  ['Qual é o prazo de entrega?', 'pt', 'A entrega padrão'],
])('answers %j in its language', async (text, language, beginning) => {
  const engine = await shopEngine();

  const answer = await engine(ask(text, 'en-US'));

  expect(answer.language).toBe(language);
  expect(answer.text).toContain(beginning);
});

test('has nothing to say in a language without articles', async () => {
  const engine = await shopEngine(shopArticles().filter(({ locale }) => locale !== 'fr'));

  expect(await engine(ask('Quels sont les délais de livraison ?'))).toEqual({
    confidence: 0,
    sources: [],
    language: 'fr',
  });
});

test('gives no text when nothing fits', async () => {
  const engine = await shopEngine();

  const answer = await engine(ask('Do you have any job openings in Berlin?'));

  expect(answer).toMatchObject({ sources: [], language: 'en' });
  expect(answer.text).toBeUndefined();
  expect(answer.confidence).toBeLessThan(0.5);
});

test('finds the question inside a long story', async () => {
  const engine = await shopEngine();
  const story =
    'Hello there,\nmy sister and I went hiking last weekend and had a great time in the mountains.\nShe loved my green backpack so much. What does the warranty cover?\nBest wishes from rainy Porto';

  const answer = await engine(ask(story));

  expect(answer.sources[0]?.id).toBe(articleId('warranty'));
});

const SIGNATURE = Array.from({ length: 13 }, (_, n) => `Example Ltd, room ${n}`).join('\n');
const STORY = Array.from({ length: 13 }, (_, n) => `We walked to hill number ${n}.`).join(' ');

test.each([
  ['before a signature of thirteen lines', `What does the warranty cover?\n\n${SIGNATURE}`],
  ['after a story of thirteen sentences', `${STORY} What does the warranty cover?`],
  ['between both', `${STORY} What does the warranty cover?\n${SIGNATURE}`],
  ['before pages of small print', `What does the warranty cover?\n${`${SIGNATURE}\n`.repeat(50)}`],
  ['after pages of story', `${`${STORY} `.repeat(50)}What does the warranty cover?`],
])('finds the question %s', async (_, text) => {
  const engine = await shopEngine();

  const answer = await engine(ask(text));

  expect(answer.sources[0]?.id).toBe(articleId('warranty'));
  expect(answer.confidence).toBeGreaterThan(0.5);
});

test('answers whole sentences within its length from an article of any size', async () => {
  const sentences = Array.from(
    { length: 60 },
    (_, n) => `The warranty covers case number ${n} in full.`,
  );
  const article = {
    ...shopArticles().find(({ title }) => title === 'Warranty')!,
    body: `<p>${sentences.join(' ')}</p><p>${sentences.slice(0, 10).join(' ')}</p>`,
  };
  const engine = await shopEngine([
    article,
    ...shopArticles().filter(({ title }) => title !== 'Warranty'),
  ]);

  const { text } = await engine(ask('What does the warranty cover?'));

  expect(text!.length).toBeGreaterThan(300);
  expect(text!.length).toBeLessThanOrEqual(MAX_ANSWER_LENGTH);
  for (const paragraph of text!.split('\n\n')) expect(paragraph).toMatch(/in full\.$/);
});

test('answers any text without failing, the same way twice, with a confidence from 0 to 1', async () => {
  const engine = await shopEngine();
  const words = fc.constantFrom(
    'return',
    'order',
    'refund',
    'card',
    'how',
    '?',
    '#1042',
    'ñandú',
    '👍',
    '\n',
    '.',
  );
  const message = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.array(words).map((list) => list.join(' ')),
  );

  await fc.assert(
    fc.asyncProperty(message, async (text) => {
      const answer = await engine(ask(text));
      expect(answer.confidence).toBeGreaterThanOrEqual(0);
      expect(answer.confidence).toBeLessThanOrEqual(1);
      expect(answer.sources.length).toBe(answer.text ? 1 : 0);
      expect(await engine(ask(text))).toEqual(answer);
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['How do I cancel an order?', 'en', 'question'],
  ['where is order 10345', 'en', 'question'],
  ['Please cancel my order 10345.', 'en', 'order_request'],
  ['The zip is broken', 'en', 'statement'],
  ['This is the third time I write to you', 'en', 'complaint'],
  ['¿Cómo puedo pagar?', 'es', 'question'],
  ['Cancelad mi pedido 40412', 'es', 'order_request'],
  ['Es la tercera vez que escribo', 'es', 'complaint'],
  ['Bitte stornieren Sie Bestellung 77123', 'de', 'order_request'],
  ['Wie kann ich zahlen', 'de', 'question'],
  ['C’est inadmissible', 'fr', 'complaint'],
  ['Ninguém responde', 'pt', 'complaint'],
  ['Gdzie jest paczka?', 'pl', 'statement'],
])('reads %j (%s) as a %s', (sentence, language, shape) => {
  expect(shapeOf(sentence, language)).toBe(shape);
});

test('splits sentences at their ends and at line breaks', () => {
  expect(sentencesOf('Hi! It costs 4.95 today.\n\nIs that so? Yes')).toEqual([
    'Hi!',
    'It costs 4.95 today.',
    'Is that so?',
    'Yes',
  ]);
});
