import { en } from './en.ts';
import { es } from './es.ts';
import type { Messages } from './messages.ts';

export const languages: Record<string, Messages> = { en, es };

/** One language's messages with the locale that writes dates and numbers. */
export interface Language {
  locale: string;
  messages: Messages;
}

/** The messages for a Zendesk locale such as `es-419`; English where we have no translation. */
export function languageFor(locale: unknown): Language {
  const wanted = typeof locale === 'string' && isLocale(locale) ? locale : 'en';
  const messages = languages[wanted.split('-')[0]!.toLowerCase()];
  // Dates in one language inside sentences of another read badly: both fall back together.
  return messages ? { locale: wanted, messages } : { locale: 'en', messages: en };
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
