import type { SectionSeed } from '../article-seed.ts';

export const PAYMENT: SectionSeed = { en: 'Payment', es: 'Pago', articles: [] };
