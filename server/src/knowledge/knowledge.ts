import type { Database } from '../db/database.ts';
import type { Logger } from '../logger.ts';
import { createArticleIndex } from './article-index.ts';
import type { ArticleIndex, ArticleMatch } from './article-index.ts';
import { createArticleStore } from './article-store.ts';
import type { ArticleChanges } from './article-store.ts';
import { languageOf } from './languages.ts';
import type { Language } from './languages.ts';
import { isForbidden } from '../zendesk/zendesk-error.ts';
import { readHelpCenter } from './read-help-center.ts';
import type { HelpCenter } from './read-help-center.ts';

export interface KnowledgeQuery {
  tenant: string;
  text: string;
  /** BCP 47; articles of this language only. */
  language: string;
  /** The requester's, such as `en-GB`: prefers that translation. */
  locale?: string | undefined;
}

/** What an answer engine needs of the knowledge. */
export type KnowledgeSearch = (query: KnowledgeQuery) => Promise<ArticleMatch[]>;

export interface Knowledge {
  /**
   * Reads the whole help center and keeps what everybody may read; an article that cannot be read is skipped.
   * Throws a ZendeskError; nothing is lost then.
   */
  sync(tenant: string, client: HelpCenter): Promise<ArticleChanges>;
  /** When the tenant's help center was last read, epoch milliseconds. */
  syncedAt(tenant: string): Promise<number | undefined>;
  search: KnowledgeSearch;
}

export interface KnowledgePorts {
  db: Database;
  /** Epoch milliseconds. */
  now: () => number;
  logger: Pick<Logger, 'info' | 'warn'>;
}

/** Index of one tenant as of one revision; each language is built when it is first asked for. */
interface TenantIndexes {
  revision: string;
  byLanguage: Map<Language, Promise<ArticleIndex>>;
}

/** Indexes of a few hundred articles take some megabytes; the shops that ask most stay in memory. */
const MAX_TENANTS_INDEXED = 100;

/** Enough to find what they have in common. */
const MAX_IDS_LOGGED = 20;

/** The help articles of every tenant: read from Zendesk, kept in the database, searched in memory. */
export function createKnowledge({ db, now, logger }: KnowledgePorts): Knowledge {
  const store = createArticleStore(db, now);
  const indexes = new Map<string, TenantIndexes>();

  const indexesOf = (tenant: string, revision: string): TenantIndexes => {
    const known = indexes.get(tenant);
    const current = known?.revision === revision ? known : { revision, byLanguage: new Map() };
    indexes.delete(tenant);
    indexes.set(tenant, current);
    const oldest = indexes.keys().next().value;
    if (indexes.size > MAX_TENANTS_INDEXED && oldest !== undefined) indexes.delete(oldest);
    return current;
  };

  const build = async (tenant: string, language: Language): Promise<ArticleIndex> => {
    const articles = await store.list(tenant);
    const inLanguage = articles.filter(({ locale }) => languageOf(locale) === language);
    return createArticleIndex(inLanguage, language);
  };

  /** Questions that come at the same time wait for one build; a failed one is forgotten. */
  const indexFor = async (
    tenant: string,
    language: Language,
  ): Promise<ArticleIndex | undefined> => {
    const revision = await store.revision(tenant);
    if (revision === undefined) return undefined;
    const { byLanguage } = indexesOf(tenant, revision);
    const building = byLanguage.get(language) ?? build(tenant, language);
    byLanguage.set(language, building);
    building.catch(() => byLanguage.delete(language));
    return building;
  };

  /** One line for all of them, with ids only: titles are the shop's. */
  const warnOfSkipped = (tenant: string, skipped: readonly string[]): void => {
    const about = { tenant, count: skipped.length, articleIds: skipped.slice(0, MAX_IDS_LOGGED) };
    logger.warn(about, 'help articles skipped: they cannot be read; the others are searched');
  };

  return {
    syncedAt: store.syncedAt,

    async sync(tenant, client) {
      const reading = await readHelpCenter(client).catch(async (error: unknown) => {
        // Without Guide Zendesk may answer 403. With articles known it means lost rights: those stay.
        if (isForbidden(error) && (await store.list(tenant)).length === 0) return undefined;
        throw error;
      });
      const changes = await store.replace(tenant, reading?.articles ?? []);
      const facts = { tenant, ...changes };
      if (reading) logger.info(facts, 'help center read');
      else
        logger.warn(facts, 'no help center to read: none exists, or the credentials lack hc:read');
      if (reading && reading.skipped.length > 0) warnOfSkipped(tenant, reading.skipped);
      return changes;
    },

    async search({ tenant, text, language, locale }) {
      const known = languageOf(language);
      const index = known && (await indexFor(tenant, known));
      return index?.search(text, locale) ?? [];
    },
  };
}
