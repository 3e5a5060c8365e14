import type { Migration } from '../migrate.ts';

export const removedTenants: Migration = {
  version: 8,
  name: 'removed tenants',
  statements: [
    // Of which account a slug last was: its keys are derived from the slug, and nobody else may get them.
    `CREATE TABLE removed_tenants (
       tenant TEXT PRIMARY KEY,
       host TEXT NOT NULL,
       removed_at BIGINT NOT NULL
     )`,
  ],
};
