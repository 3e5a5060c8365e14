import type { SectionSeed } from '../article-seed.ts';

export const RETURNS: SectionSeed = {
  en: 'Returns and refunds',
  es: 'Devoluciones y reembolsos',
  articles: [],
};
