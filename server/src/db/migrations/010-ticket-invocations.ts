import type { Migration } from '../migrate.ts';

export const ticketInvocations: Migration = {
  version: 10,
  name: 'ticket invocations',
  statements: [
    // The sweep asks whether a delivery told of a ticket, handled or not, and a busy shop has a week of them.
    `CREATE INDEX invocations_by_ticket ON invocations (tenant, ticket_id)`,
  ],
};
