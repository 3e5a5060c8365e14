import type { Migration } from '../migrate.ts';

export const nudgedBy: Migration = {
  version: 5,
  name: 'nudged by',
  statements: [
    // Who besides webhooks asks for a look at the ticket: sweep, replay or agent.
    `ALTER TABLE due_tickets ADD COLUMN nudged_by TEXT`,
  ],
};
