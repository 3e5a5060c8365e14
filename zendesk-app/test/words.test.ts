import { modeSchema } from '@smart-assistant/shared/conversation-state.ts';
import { REASONS } from '@smart-assistant/shared/reasons.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draftMessages } from '../src/draft/messages/messages.ts';
import { LANGUAGE_CODES, english, fill, loadLanguage, loaders } from '../src/i18n/language.ts';
import { backendMessages } from '../src/backend/messages/messages.ts';
import { momentText, timeAgo } from '../src/i18n/time.ts';

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

/** Every text of a language by its path, such as `reasons.ticket_solved`. */
function texts(value: object, path = ''): [string, string][] {
  return Object.entries(value).flatMap(([key, child]: [string, unknown]) =>
    typeof child === 'string' ? [[path + key, child]] : texts(child as object, `${path}${key}.`),
  );
}

const languages = await Promise.all(
  LANGUAGE_CODES.map(async (code) => [code, await loaders[code]()] as const),
);

describe.each(languages)('the language %s', (code, messages) => {
  test('has a sentence for every reason, and no two are the same', () => {
    const sentences = REASONS.map((reason) => messages.reasons[reason]);

    expect(sentences.filter((sentence) => /^\p{Lu}.{8,}\.$/u.test(sentence))).toEqual(sentences);
    expect(new Set(sentences).size).toBe(REASONS.length);
  });

  test('has a word for every mode, and no two are the same', () => {
    const words = modeSchema.options.map((mode) => messages.modes[mode]);

    expect(words.every((word) => word.length > 2 && word.length < 20)).toBe(true);
    expect(new Set(words).size).toBe(words.length);
  });

  test('says the same things as English, with the same values put in', () => {
    const own = new Map(texts(messages));

    for (const [path, sentence] of texts(english.messages)) {
      expect([path, placeholders(own.get(path) ?? '')]).toEqual([path, placeholders(sentence)]);
    }
  });

  test('says why the server could not be asked, with the same values put in', () => {
    const own = new Map(texts(backendMessages[code]));

    for (const [path, sentence] of texts(backendMessages.en)) {
      expect([path, placeholders(own.get(path) ?? '')]).toEqual([path, placeholders(sentence)]);
      expect([path, code === 'en' || own.get(path) !== sentence]).toEqual([path, true]);
    }
  });

  test('says everything about a draft, in words of its own', async () => {
    const own = new Map(texts(await draftMessages[code]()));

    const same = texts(await draftMessages.en()).filter(([path, text]) => own.get(path) === text);
    expect(own.size).toBe(texts(await draftMessages.en()).length);
    expect(code === 'en' || same.length === 0).toBe(true);
  });

  test('never calls the assistant a bot', () => {
    expect(texts(messages).filter(([, text]) => /\bbots?\b|chatbot/i.test(text))).toEqual([]);
  });
});

test('speaks the language of the Zendesk locale and writes dates by its region', async () => {
  expect(await loadLanguage('es-419')).toMatchObject({ code: 'es', locale: 'es-419' });
  expect(await loadLanguage('pt-BR')).toMatchObject({ code: 'pt', locale: 'pt-BR' });
  expect((await loadLanguage('en-GB')).locale).toBe('en-GB');
});

test.each(['fi', 'zh-cn', '', undefined, 42, 'not a locale', '__proto__', 'constructor'])(
  'falls back to English for %j',
  async (locale) => {
    expect(await loadLanguage(locale)).toEqual(english);
  },
);

test.each([
  ['ar', 'rtl'],
  ['he-IL', 'rtl'],
  ['arn', 'ltr'],
  ['de', 'ltr'],
])('lays the page of %s out %s', async (locale, direction) => {
  expect((await loadLanguage(locale)).direction).toBe(direction);
});

test('leaves a placeholder without a value visible', () => {
  expect(fill('{a} and {b}', { a: 'one' })).toBe('one and {b}');
});

const NOW = Date.UTC(2026, 10, 24, 12) / 1000;

test.each([
  [0, 'just now'],
  [59, 'just now'],
  [60, '1 min ago'],
  [4 * 60 + 59, '4 min ago'],
  [60 * 60, '1 hr ago'],
  [26 * 60 * 60, 'yesterday'],
  [9 * 24 * 60 * 60, '9 days ago'],
])('says of %i seconds: %s', (elapsed, words) => {
  expect(
    timeAgo({ ...english, locale: 'en-US' }, NOW - elapsed, NOW).replaceAll('\u00a0', ' '),
  ).toBe(words);
});

test('takes what a faster clock calls the future for now', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), (ahead) => {
      expect(timeAgo(english, NOW + ahead, NOW)).toBe('just\u00a0now');
    }),
  );
});

test('shows today’s moments as a time, others with their day, other years with their year', () => {
  expect(momentText('en-GB', NOW - 60, NOW)).toMatch(/^\d{1,2}:\d{2}$/);
  expect(momentText('en-GB', NOW - 3 * 86_400, NOW)).toMatch(/^21 Nov.* \d{1,2}:\d{2}$/);
  expect(momentText('en-GB', NOW - 400 * 86_400, NOW)).toMatch(/Oct 2025/);
});
