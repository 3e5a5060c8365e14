import type { Migration } from '../migrate.ts';

/** What agents think of answers. */
export const why: Migration = {
  version: 2,
  name: 'why',
  statements: [
    // One judgement per turn; a later one takes its place.
    `CREATE TABLE ratings (
       tenant TEXT NOT NULL,
       turn_id TEXT NOT NULL,
       ticket_id TEXT NOT NULL,
       verdict TEXT NOT NULL,
       reason TEXT,
       rated_at BIGINT NOT NULL,
       PRIMARY KEY (tenant, turn_id)
     )`,
    `CREATE INDEX ratings_by_ticket ON ratings (tenant, ticket_id)`,

    // Old turns are deleted whatever shop they are of.
    `CREATE INDEX turns_by_age ON turns (at)`,
  ],
};
