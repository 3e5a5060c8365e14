import { createContext, useContext, useEffect, useState } from 'react';
import { english } from './language.ts';
import type { Language, MessageLoaders } from './language.ts';

const LanguageContext = createContext<Language>(english);
export const LanguageProvider = LanguageContext.Provider;

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/**
 * The messages of a part of the app that loads later; undefined until they are here. Falls back to English;
 * when not even that comes, the nearest error boundary says so.
 */
export function useFeatureMessages<M>(loaders: MessageLoaders<M>): M | undefined {
  const { code } = useLanguage();
  const [loaded, setLoaded] = useState<{ loaders: MessageLoaders<M>; code: string; messages: M }>();

  useEffect(() => {
    let isCurrent = true;
    loaders[code]()
      .catch(() => loaders.en())
      .then(
        (messages) => isCurrent && setLoaded({ loaders, code, messages }),
        (error: unknown) =>
          isCurrent &&
          setLoaded(() => {
            throw error;
          }),
      );
    return () => {
      isCurrent = false;
    };
  }, [loaders, code]);

  return loaded?.loaders === loaders && loaded.code === code ? loaded.messages : undefined;
}
