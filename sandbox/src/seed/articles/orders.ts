import type { SectionSeed } from '../article-seed.ts';

export const ORDERS: SectionSeed = { en: 'Orders', es: 'Pedidos', articles: [] };
