import type { SectionSeed } from '../article-seed.ts';

export const SIZES: SectionSeed = {
  en: 'Sizes and products',
  es: 'Tallas y productos',
  articles: [],
};
