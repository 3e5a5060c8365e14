import { createHash } from 'node:crypto';
import type { Database } from '../db/database.ts';

/** A help article in one language as we keep it: public, and as text. */
export interface StoredArticle {
  id: string;
  /** Lower case, such as `en-us`. */
  locale: string;
  title: string;
  url: string;
  /** As `articleText` makes it. */
  body: string;
  /** Epoch milliseconds. */
  updatedAt: number;
}

export interface ArticleChanges {
  stored: number;
  written: number;
  deleted: number;
}

export interface ArticleStore {
  /** Makes the tenant's articles exactly these, in one transaction. */
  replace(tenant: string, articles: readonly StoredArticle[]): Promise<ArticleChanges>;
  list(tenant: string): Promise<StoredArticle[]>;
  /** Changes whenever an article does, in whatever process; undefined before the first sync. */
  revision(tenant: string): Promise<string | undefined>;
  /** When the help center was last read, epoch milliseconds. */
  syncedAt(tenant: string): Promise<number | undefined>;
}

interface ArticleRow {
  id: string;
  locale: string;
  title: string;
  url: string;
  body: string;
  updated_at: number;
}

/** `now` in epoch milliseconds. */
export function createArticleStore(db: Database, now: () => number): ArticleStore {
  const sync = async (tenant: string) => {
    const sql = 'SELECT synced_at, cursor FROM knowledge_syncs WHERE tenant = ?';
    const rows = await db.query<{ synced_at: number; cursor: string | null }>(sql, [tenant]);
    return rows[0];
  };

  const list = async (tenant: string) => {
    const sql =
      'SELECT id, locale, title, url, body, updated_at FROM articles WHERE tenant = ? ORDER BY id, locale';
    const rows = await db.query<ArticleRow>(sql, [tenant]);
    return rows.map(({ updated_at, ...article }) => ({ ...article, updatedAt: updated_at }));
  };

  return {
    list,
    revision: async (tenant) => (await sync(tenant))?.cursor ?? undefined,
    syncedAt: async (tenant) => (await sync(tenant))?.synced_at,

    async replace(tenant, articles) {
      const before = new Map((await list(tenant)).map((article) => [keyOf(article), article]));
      const after = new Map(articles.map((article) => [keyOf(article), article]));
      const written = [...after].filter(([key, article]) => !isSame(before.get(key), article));
      const deleted = [...before].filter(([key]) => !after.has(key));

      await db.transaction(async (tx) => {
        for (const [, { id, locale }] of deleted) {
          const sql = 'DELETE FROM articles WHERE tenant = ? AND id = ? AND locale = ?';
          await tx.query(sql, [tenant, id, locale]);
        }
        for (const [, article] of written)
          await tx.query(UPSERT_ARTICLE, valuesOf(tenant, article));
        await tx.query(UPSERT_SYNC, [tenant, now(), revisionOf([...after.values()])]);
      });
      return { stored: after.size, written: written.length, deleted: deleted.length };
    },
  };
}

const UPSERT_ARTICLE = `INSERT INTO articles (tenant, id, locale, title, url, body, updated_at)
  VALUES (?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (tenant, id, locale) DO UPDATE SET
    title = excluded.title, url = excluded.url, body = excluded.body, updated_at = excluded.updated_at`;

const UPSERT_SYNC = `INSERT INTO knowledge_syncs (tenant, synced_at, cursor) VALUES (?, ?, ?)
  ON CONFLICT (tenant) DO UPDATE SET synced_at = excluded.synced_at, cursor = excluded.cursor`;

function valuesOf(tenant: string, { id, locale, title, url, body, updatedAt }: StoredArticle) {
  return [tenant, id, locale, title, url, body, updatedAt];
}

function keyOf({ id, locale }: StoredArticle): string {
  return `${id}/${locale}`;
}

function isSame(before: StoredArticle | undefined, after: StoredArticle): boolean {
  return (
    before !== undefined &&
    JSON.stringify(valuesOf('', before)) === JSON.stringify(valuesOf('', after))
  );
}

function revisionOf(articles: readonly StoredArticle[]): string {
  const hash = createHash('sha256');
  const sorted = [...articles].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  for (const article of sorted) hash.update(JSON.stringify(valuesOf('', article)));
  return hash.digest('base64url');
}
