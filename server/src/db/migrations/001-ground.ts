import type { Migration } from '../migrate.ts';

/** Text ids, integer milliseconds since 1970 (`_at`), JSON as text: the same on both databases. */
export const ground: Migration = {
  version: 1,
  name: 'ground',
  statements: [
    `CREATE TABLE tenants (
       slug TEXT PRIMARY KEY,
       settings TEXT NOT NULL,
       secrets TEXT NOT NULL,
       created_at BIGINT NOT NULL,
       updated_at BIGINT NOT NULL
     )`,

    // What Zendesk delivered, as signed. nudge counts up per ticket and orders the events of one.
    `CREATE TABLE invocations (
       tenant TEXT NOT NULL,
       digest TEXT NOT NULL,
       invocation_id TEXT,
       body TEXT NOT NULL,
       ticket_id TEXT,
       kind TEXT,
       comment_id TEXT,
       comment_author_id TEXT,
       nudge INTEGER NOT NULL,
       received_at BIGINT NOT NULL,
       handled_at BIGINT,
       PRIMARY KEY (tenant, digest)
     )`,
    `CREATE INDEX invocations_pending ON invocations (tenant, ticket_id, nudge)
       WHERE handled_at IS NULL`,
    `CREATE INDEX invocations_handled ON invocations (handled_at) WHERE handled_at IS NOT NULL`,

    // Tickets with work. A row goes away when its work is done, and stays with dead_at when it failed.
    `CREATE TABLE due_tickets (
       tenant TEXT NOT NULL,
       ticket_id TEXT NOT NULL,
       nudges INTEGER NOT NULL,
       nudged_at BIGINT NOT NULL,
       due_at BIGINT NOT NULL,
       attempts INTEGER NOT NULL,
       claimed_by TEXT,
       claimed_nudges INTEGER,
       lease TEXT,
       dead_at BIGINT,
       error_code TEXT,
       error_message TEXT,
       PRIMARY KEY (tenant, ticket_id)
     )`,
    `CREATE INDEX due_tickets_by_time ON due_tickets (due_at) WHERE dead_at IS NULL`,
    `CREATE INDEX due_tickets_claimed ON due_tickets (claimed_by) WHERE claimed_by IS NOT NULL`,
    `CREATE INDEX due_tickets_dead ON due_tickets (tenant, dead_at) WHERE dead_at IS NOT NULL`,

    `CREATE TABLE processes (
       id TEXT PRIMARY KEY,
       alive_until BIGINT NOT NULL
     )`,

    `CREATE TABLE conversations (
       tenant TEXT NOT NULL,
       ticket_id TEXT NOT NULL,
       mode TEXT,
       record TEXT NOT NULL,
       updated_at BIGINT NOT NULL,
       PRIMARY KEY (tenant, ticket_id)
     )`,

    `CREATE TABLE turns (
       id TEXT PRIMARY KEY,
       tenant TEXT NOT NULL,
       ticket_id TEXT NOT NULL,
       n INTEGER NOT NULL,
       at BIGINT NOT NULL,
       action TEXT NOT NULL,
       reason TEXT NOT NULL,
       record TEXT NOT NULL,
       UNIQUE (tenant, ticket_id, n)
     )`,
    `CREATE INDEX turns_by_time ON turns (tenant, at)`,

    `CREATE TABLE articles (
       tenant TEXT NOT NULL,
       id TEXT NOT NULL,
       locale TEXT NOT NULL,
       title TEXT NOT NULL,
       url TEXT NOT NULL,
       body TEXT NOT NULL,
       updated_at BIGINT NOT NULL,
       PRIMARY KEY (tenant, id, locale)
     )`,

    // How far the help center was read, and how far the ticket export was swept.
    `CREATE TABLE knowledge_syncs (
       tenant TEXT PRIMARY KEY,
       synced_at BIGINT NOT NULL,
       cursor TEXT
     )`,
    `CREATE TABLE sweeps (
       tenant TEXT PRIMARY KEY,
       swept_at BIGINT NOT NULL,
       cursor TEXT
     )`,
  ],
};
