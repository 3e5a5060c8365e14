import type { Migration } from '../migrate.ts';

export const setup: Migration = {
  version: 4,
  name: 'setup',
  statements: [
    // The newest comparison of each account with what it needs. due_at: when it is compared next.
    `CREATE TABLE setup_checks (
       tenant TEXT PRIMARY KEY,
       due_at BIGINT NOT NULL,
       checked_at BIGINT,
       status TEXT NOT NULL,
       findings TEXT NOT NULL
     )`,
  ],
};
