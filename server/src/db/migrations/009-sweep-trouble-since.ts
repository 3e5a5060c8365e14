import type { Migration } from '../migrate.ts';

export const sweepTroubleSince: Migration = {
  version: 9,
  name: 'sweep trouble since',
  statements: [
    // When the trouble that a sweep is in was first seen; NULL without trouble, and of trouble from before.
    `ALTER TABLE sweeps ADD COLUMN trouble_since BIGINT`,
  ],
};
