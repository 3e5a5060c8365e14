import type { Migration } from '../migrate.ts';

export const toldField: Migration = {
  version: 6,
  name: 'told field',
  statements: [
    // What the state field held when a manual body was rendered: tells its place among our writes.
    `ALTER TABLE invocations ADD COLUMN field_value TEXT`,
  ],
};
