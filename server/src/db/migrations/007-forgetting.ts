import type { Migration } from '../migrate.ts';

export const forgetting: Migration = {
  version: 7,
  name: 'forgetting',
  statements: [
    // Conversations that ended are deleted by age, whatever shop they are of.
    `CREATE INDEX conversations_ended ON conversations (updated_at) WHERE mode = 'ended'`,
  ],
};
