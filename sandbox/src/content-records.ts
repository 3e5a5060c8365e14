/** Help Center articles with all their translations. */

export interface ArticleTranslation {
  title: string;
  body: string;
}

export interface Article {
  id: number;
  section_id: number;
  author_id: number;
  draft: boolean;
  promoted: boolean;
  position: number;
  user_segment_id: number | null;
  label_names: string[];
  source_locale: string;
  translations: Record<string, ArticleTranslation>;
  created_at: string;
  updated_at: string;
}
