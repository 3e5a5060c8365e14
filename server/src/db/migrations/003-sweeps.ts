import type { Migration } from '../migrate.ts';

/** The sweep's lease and progress, what it found, figures by the hour, and what processes share about rate limits. */
export const sweeps: Migration = {
  version: 3,
  name: 'sweeps',
  statements: [
    `ALTER TABLE sweeps ADD COLUMN due_at BIGINT NOT NULL DEFAULT 0`,
    `ALTER TABLE sweeps ADD COLUMN lease TEXT`,
    `ALTER TABLE sweeps ADD COLUMN leased_until BIGINT NOT NULL DEFAULT 0`,
    // Why the last sweep did not get through; NULL when it did.
    `ALTER TABLE sweeps ADD COLUMN trouble TEXT`,
    `ALTER TABLE sweeps ADD COLUMN trouble_logged_at BIGINT NOT NULL DEFAULT 0`,
    // Up to where Zendesk's log of invocations was compared with ours.
    `ALTER TABLE sweeps ADD COLUMN compared_at BIGINT`,

    // What was found without a webhook, once: a comment's id, an ending, or an invocation.
    `CREATE TABLE missed (
       tenant TEXT NOT NULL,
       ticket_id TEXT NOT NULL,
       about TEXT NOT NULL,
       found_at BIGINT NOT NULL,
       PRIMARY KEY (tenant, ticket_id, about)
     )`,
    `CREATE INDEX missed_by_time ON missed (found_at)`,

    `CREATE TABLE figures (
       tenant TEXT NOT NULL,
       hour BIGINT NOT NULL,
       figure TEXT NOT NULL,
       value INTEGER NOT NULL,
       PRIMARY KEY (tenant, hour, figure)
     )`,

    // account is the host of a Zendesk account. A bucket without a route counts every call of its kind.
    `CREATE TABLE rate_limits (
       account TEXT NOT NULL,
       bucket TEXT NOT NULL,
       route TEXT NOT NULL,
       total INTEGER NOT NULL,
       remaining INTEGER NOT NULL,
       resets_at BIGINT NOT NULL,
       PRIMARY KEY (account, bucket, route)
     )`,
    `CREATE TABLE ticket_updates (
       account TEXT NOT NULL,
       ticket_id TEXT NOT NULL,
       at BIGINT NOT NULL,
       process TEXT NOT NULL,
       n INTEGER NOT NULL,
       PRIMARY KEY (account, ticket_id, at, process)
     )`,
  ],
};
