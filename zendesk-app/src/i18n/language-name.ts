/** What a language is called in the reader's own, such as "Brazilian Portuguese"; its tag when nobody knows. */
export function languageName(locale: string, tag: string): string {
  try {
    const name = new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
    return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
  } catch {
    return tag;
  }
}
