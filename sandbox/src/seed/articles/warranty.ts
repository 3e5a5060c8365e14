import type { SectionSeed } from '../article-seed.ts';

export const WARRANTY: SectionSeed = {
  en: 'Warranty and care',
  es: 'Garantía y cuidado',
  articles: [],
};
