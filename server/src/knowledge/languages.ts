/** The languages the assistant answers in: each has a stemmer, stop words and synonyms here. */
export const LANGUAGES = ['en', 'es', 'fr', 'de', 'pt'] as const;
export type Language = (typeof LANGUAGES)[number];

/** `es` of `es-419`, `pt` of `pt_BR`; undefined for a language we do not speak. */
export function languageOf(locale: string | undefined): Language | undefined {
  const base = locale?.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === base);
}
