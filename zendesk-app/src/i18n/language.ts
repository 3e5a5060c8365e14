import { en } from './en.ts';
import type { Messages } from './messages.ts';

/** The languages the app speaks; the parts of it that load later have the same ones. */
export const LANGUAGE_CODES = ['en', 'es', 'fr', 'de', 'pt'] as const;
export type LanguageCode = (typeof LANGUAGE_CODES)[number];

/** How to get the messages `M` of one part of the app; a language that is missing is a type error. */
export type MessageLoaders<M> = Record<LanguageCode, () => Promise<M>>;

/** English comes with the first screen, as what is left when another language cannot be loaded. */
export const loaders = {
  en: () => Promise.resolve(en),
  es: () => import('./es.ts').then(({ es }) => es),
  fr: () => import('./fr.ts').then(({ fr }) => fr),
  de: () => import('./de.ts').then(({ de }) => de),
  pt: () => import('./pt.ts').then(({ pt }) => pt),
} satisfies MessageLoaders<Messages>;

export type Direction = 'ltr' | 'rtl';

/** One language's messages with the locale that writes dates and numbers. */
export interface Language {
  code: LanguageCode;
  locale: string;
  /** Of the agent's Zendesk, whatever language the messages are in: the layout must mirror with it. */
  direction: Direction;
  messages: Messages;
}

export const english: Language = { code: 'en', locale: 'en', direction: 'ltr', messages: en };

/** The messages for a Zendesk locale such as `es-419`; English where we have no translation. Never rejects. */
export async function loadLanguage(locale: unknown): Promise<Language> {
  const wanted = typeof locale === 'string' && isLocale(locale) ? locale : 'en';
  const direction = directionOf(wanted);
  const code = LANGUAGE_CODES.find((each) => each === wanted.split('-')[0]!.toLowerCase());
  // Dates in one language inside sentences of another read badly: both fall back together.
  if (!code) return { ...english, direction };
  try {
    return { code, locale: wanted, direction, messages: await loaders[code]() };
  } catch {
    return { ...english, direction };
  }
}

/** Puts values into the `{names}` of a message. */
export function fill(message: string, values: Record<string, string>): string {
  return message.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}

function isLocale(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length === 1;
  } catch {
    return false;
  }
}

/** Languages written from right to left that Zendesk offers agents or may come to. */
const RIGHT_TO_LEFT = /^(ar|fa|he|iw|ku|ps|sd|ug|ur|yi)\b/i;

function directionOf(locale: string): Direction {
  return RIGHT_TO_LEFT.test(locale) ? 'rtl' : 'ltr';
}
