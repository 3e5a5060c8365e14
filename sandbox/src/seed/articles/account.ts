import type { SectionSeed } from '../article-seed.ts';

export const ACCOUNT: SectionSeed = { en: 'Your account', es: 'Tu cuenta', articles: [] };
