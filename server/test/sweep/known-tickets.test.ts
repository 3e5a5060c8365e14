import { expect, test } from 'vitest';
import type { Queryable } from '../../src/db/database.ts';
import { hasInvocation } from '../../src/sweep/known-tickets.ts';
import { dialect, openTestDatabase } from '../support/test-database.ts';

// PostgreSQL reads a table as small as a test's from end to end, whatever indexes it has.
test.runIf(dialect === 'sqlite')(
  'looks for the deliveries about a ticket without reading those about others',
  async () => {
    const db = await openTestDatabase();
    const steps: unknown[] = [];
    const explain: Queryable['query'] = async (sql, params) => {
      const plan = await db.query<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, params);
      steps.push(...plan.map(({ detail }) => detail));
      return [];
    };

    await hasInvocation({ query: explain }, 'acme', '42');

    expect(steps).toEqual([expect.stringMatching(/INDEX \w+ \(tenant=\? AND ticket_id=\?\)$/)]);
  },
);
