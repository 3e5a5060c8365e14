import { createContext, useContext } from 'react';
import { languageFor } from './language.ts';
import type { Language } from './language.ts';

const LanguageContext = createContext<Language>(languageFor('en'));
export const LanguageProvider = LanguageContext.Provider;

export function useLanguage(): Language {
  return useContext(LanguageContext);
}
