import type { ArticleTranslation } from '../content-records.ts';

export interface ArticleSeed {
  en: ArticleTranslation;
  es: ArticleTranslation;
  labels?: string[];
  draft?: boolean;
  /** Visible to agents only. */
  internal?: boolean;
}

export interface SectionSeed {
  en: string;
  es: string;
  articles: ArticleSeed[];
}
